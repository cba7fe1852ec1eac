import { Field, Int, ObjectType } from 'type-graphql';
import { shift } from '../../kernel/decimal.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import type { Language } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { Agency } from '../agencies/agency.type.js';
import type { Breakdown } from '../dimensions/breakdown.table.js';
import { DimensionItem } from '../dimensions/dimension.type.js';
import { Indicator } from '../indicators/indicator.type.js';
import { QualifierEnum } from '../observations/qualifier.type.js';
import { Period } from '../periods/period.type.js';
import { Citation } from '../sources/citation.type.js';
import { Territory } from '../territories/territory.type.js';
import { Unit } from '../units/unit.type.js';
import type { PlanTarget } from './plan.entity.js';
import { PlanPrint } from './plan-print.type.js';

export const PlanTargetEnum = describedEnum('PlanTarget', 'What a plan aims at.', {
  LEVEL: 'A level, in the unit of the indicator.',
  GROWTH: 'A growth against the same period of the year before, in percent.',
});

export interface PlanParts {
  rowId: number;
  asOf: string | null;
  indicator: Indicator;
  territory: Territory;
  breakdown: Breakdown;
  period: Period;
  setBy: Agency | null;
  target: PlanTarget;
}

/** What stands of a plan: the newest print that states numbers, or a withdrawal; a bare mention leaves them standing. */
function standingPlan(prints: readonly PlanPrint[]): PlanPrint {
  return prints.findLast(({ row }) => row.isWithdrawal || row.value !== null || row.low !== null) ?? prints.at(-1)!;
}

@ObjectType({ implements: Node, description: 'What is planned of one indicator, place and period, by whoever set it.' })
export class Plan extends Node {
  readonly #standing: PlanPrint;

  /** `stated` are the readable prints, oldest first; there is at least one. */
  constructor(
    readonly parts: PlanParts,
    readonly stated: readonly PlanPrint[],
  ) {
    super();
    this.#standing = standingPlan(stated);
  }

  get id(): string {
    return globalId('Plan', this.parts.rowId, this.parts.asOf);
  }

  @Field(() => Indicator, { simple: true, description: 'What is planned.' })
  get indicator(): Indicator {
    return this.parts.indicator;
  }

  @Field(() => Territory, { simple: true, description: 'For which unit.' })
  get territory(): Territory {
    return this.parts.territory;
  }

  @Field(() => [DimensionItem], { description: 'Items it is broken down to; empty for the total.' })
  breakdown(@ListSize(5) first: number): readonly DimensionItem[] {
    return this.parts.breakdown.items.slice(0, first);
  }

  @Field(() => Period, { simple: true, description: 'For which interval.' })
  get period(): Period {
    return this.parts.period;
  }

  @Field(() => Agency, { simple: true, nullable: true, description: 'Who set it; null where it is not known.' })
  get setBy(): Agency | null {
    return this.parts.setBy;
  }

  @Field(() => PlanTargetEnum, { simple: true, description: 'What it aims at.' })
  get target(): PlanTarget {
    return this.parts.target;
  }

  @Field(() => Unit, {
    simple: true,
    nullable: true,
    description: 'The unit of a LEVEL; null for a GROWTH, which is in percent.',
  })
  get unit(): Unit | null {
    return this.parts.target === 'LEVEL' ? this.parts.indicator.unit : null;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The number as printed; null for a range, or where only a share of the plan is known.',
  })
  get value(): string | null {
    return this.#standing.row.value;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'Low end of a planned range.' })
  get low(): string | null {
    return this.#standing.row.low;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'High end of a planned range.' })
  get high(): string | null {
    return this.#standing.row.high;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'Power of ten of the numbers of a LEVEL (SDMX UNIT_MULT); null for a GROWTH or without numbers.',
  })
  get unitMultiplier(): number | null {
    return this.#standing.row.unitMultiplier;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: '`value` of a LEVEL exactly, in the unit itself.',
  })
  get scaledValue(): string | null {
    const { value, unitMultiplier } = this.#standing.row;
    return value === null || unitMultiplier === null ? null : shift(value, unitMultiplier);
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the number.' })
  get qualifier(): Qualifier | null {
    return this.#standing.row.qualifier;
  }

  @Field(() => String, { nullable: true, description: 'Note of the print its numbers come from.' })
  note(@InLanguage() language: Language): string | null {
    return this.#standing.note(language);
  }

  @Field(() => Citation, { simple: true, description: 'Where its numbers, or else the plan, stand written.' })
  get citation(): Citation {
    return this.#standing.citation;
  }

  @Field(() => [PlanPrint], { description: 'What was printed of it, oldest first.' })
  prints(@ListSize(20) first: number): readonly PlanPrint[] {
    return this.stated.slice(0, first);
  }
}
