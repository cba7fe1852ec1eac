import { Field, Int, ObjectType } from 'type-graphql';
import { percentOf } from '../../kernel/decimal.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { Agency } from '../agencies/agency.type.js';
import { type ChangeMethod, ChangeMethodEnum } from '../observations/change.type.js';
import type { Observation } from '../observations/observation.type.js';
import { Print } from '../observations/print.type.js';
import { QualifierEnum } from '../observations/qualifier.type.js';
import { Period } from '../periods/period.type.js';
import type { PlanTarget } from './plan.entity.js';
import { Plan, PlanTargetEnum } from './plan.type.js';

/** A share of plan as a print states it. */
export interface PrintedShare {
  percent: string;
  qualifier: Qualifier | null;
  print: Print;
}

@ObjectType({ description: 'A figure beside a plan: how much of it was attained.' })
export class Attainment {
  constructor(
    plan: Plan,
    private readonly observation: Observation,
    private readonly printed: PrintedShare | null,
  ) {
    this.plan = plan;
  }

  @Field(() => Plan, { simple: true, description: 'The plan itself, with its prints.' })
  readonly plan: Plan;

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The planned number as printed; null for a range, or where only a share of the plan is known.',
  })
  get value(): string | null {
    return this.plan.value;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'Low end of a planned range.' })
  get low(): string | null {
    return this.plan.low;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'High end of a planned range.' })
  get high(): string | null {
    return this.plan.high;
  }

  @Field(() => Int, { simple: true, nullable: true, description: 'Power of ten of a planned LEVEL (SDMX UNIT_MULT).' })
  get unitMultiplier(): number | null {
    return this.plan.unitMultiplier;
  }

  @Field(() => PlanTargetEnum, { simple: true, description: 'What the plan aims at.' })
  get target(): PlanTarget {
    return this.plan.target;
  }

  @Field(() => Period, { simple: true, description: 'The period of the plan: that of the figure, or its year.' })
  get period(): Period {
    return this.plan.period;
  }

  @Field(() => Agency, { simple: true, nullable: true, description: 'Who set the plan; null where it is not known.' })
  get setBy(): Agency | null {
    return this.plan.setBy;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description:
      'Share of plan in percent: the printed one, else computed for a LEVEL with one value, rounded half up to two places; else null.',
  })
  get attainmentPercent(): string | null {
    return this.printed?.percent ?? this.#computed;
  }

  @Field(() => ChangeMethodEnum, {
    simple: true,
    nullable: true,
    description: 'Where the share comes from; null when there is none.',
  })
  get method(): ChangeMethod | null {
    if (this.printed) return 'PUBLISHED';
    return this.#computed === null ? null : 'COMPUTED';
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the share.' })
  get qualifier(): Qualifier | null {
    return this.printed?.qualifier ?? null;
  }

  @Field(() => Print, {
    simple: true,
    nullable: true,
    description: 'The print of the figure that states the share; null where none does.',
  })
  get print(): Print | null {
    return this.printed?.print ?? null;
  }

  get #computed(): string | null {
    const [actual, planned] = [this.observation.scaledValue, this.plan.scaledValue];
    if (this.plan.target !== 'LEVEL' || actual === null || planned === null) return null;
    return percentOf(actual, planned);
  }
}
