import { Field, Int, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { Node } from '../../kernel/node.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { periodCode } from '../../kernel/period.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { ObservationStatusEnum } from '../observations/print.type.js';

/** A print of a release beside what readers see of its figure. */
export interface ReleasePrintRow {
  id: string;
  indicator: string;
  territory: string;
  breakdown: string;
  period_start: string;
  period_end: string;
  publisher: string;
  source: string;
  locator: string | null;
  status: ObservationStatus;
  value: string | null;
  unit_multiplier: number | null;
  is_withdrawal: boolean;
  note_vi: string | null;
  standing_value: string | null;
  standing_multiplier: number | null;
  difference: string | null;
}

@ObjectType({
  implements: Node,
  description: 'A print of a release as staff see it before it is out, beside what stands of its figure now.',
})
export class ReleasePrint extends Node {
  constructor(readonly row: ReleasePrintRow) {
    super();
  }

  get id(): string {
    return globalId('ReleasePrint', this.row.id);
  }

  @Field(() => String, {
    simple: true,
    description:
      'The figure by its codes: indicator, territory, breakdown where there is one, period, publisher. E.g. `EXPORT_TURNOVER 58 2024-M06 DOIT_NINH_THUAN`.',
  })
  get subject(): string {
    const { indicator, territory, breakdown, period_start: start, period_end: end, publisher } = this.row;
    return [indicator, territory, breakdown, periodCode({ start, end }), publisher].filter(Boolean).join(' ');
  }

  @Field(() => String, { simple: true, description: 'Code of the document that states it.' })
  get source(): string {
    return this.row.source;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Place in the document; null where unknown.' })
  get locator(): string | null {
    return this.row.locator;
  }

  @Field(() => ObservationStatusEnum, { simple: true, description: 'Its status, or why there is no value.' })
  get status(): ObservationStatus {
    return this.row.status;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The value it states, as printed; null where it states none.',
  })
  get value(): string | null {
    return this.row.value;
  }

  @Field(() => Int, { simple: true, nullable: true, description: 'Power of ten of `value`; null without one.' })
  get unitMultiplier(): number | null {
    return this.row.unit_multiplier;
  }

  @Field(() => Boolean, { simple: true, description: 'Whether it takes back what was printed.' })
  get isWithdrawal(): boolean {
    return this.row.is_withdrawal;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Its note in Vietnamese; null without one.' })
  get note(): string | null {
    return this.row.note_vi;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The value that readers see of the figure now; null where they see none.',
  })
  get standingValue(): string | null {
    return this.row.standing_value;
  }

  @Field(() => Int, { simple: true, nullable: true, description: 'Power of ten of `standingValue`; null without one.' })
  get standingMultiplier(): number | null {
    return this.row.standing_multiplier;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: '`value` less `standingValue`, exact, in the unit itself; null unless both are there.',
  })
  get difference(): string | null {
    return this.row.difference;
  }
}
