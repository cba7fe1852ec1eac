import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { type ChangeForm, changePercent, type Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import type { ComparisonBasis, StoredChange, StoredChanges } from './print.entity.js';
import { QualifierEnum } from './qualifier.type.js';

export const ComparisonBasisEnum = describedEnum('ComparisonBasis', 'With what a figure is compared.', {
  SAME_PERIOD_LAST_YEAR: 'The same period of the year before: *so cùng kỳ*.',
  PREVIOUS_PERIOD: 'The period before of the same kind: *so tháng trước*.',
  DECEMBER_LAST_YEAR: 'December of the year before.',
  BASE_PERIOD: 'The base period of an index.',
  ANNUAL_AVERAGE: 'Average change a year over a span of years: *bình quân năm*.',
});

export const ChangeMethodEnum = describedEnum('ChangeMethod', 'Where a rate comes from.', {
  PUBLISHED: 'It was printed.',
  COMPUTED: 'It was computed from published figures.',
});
export type ChangeMethod = keyof typeof ChangeMethodEnum;

export const ChangeFormEnum = describedEnum('ChangeForm', 'In which form a change was printed.', {
  PERCENT: 'As a growth: *tăng 14,45%*.',
  INDEX: 'As an index: *bằng 101,2%*, a growth of 1.2 %.',
  RATIO: 'As a multiple: *gấp 6 lần*, a growth of 500 %.',
  POINTS: 'In percentage points.',
  RANGE: 'As a range.',
});

export const ChangeReasonEnum = describedEnum('ChangeReason', 'Why there is no rate of change.', {
  NOT_PUBLISHED: 'No print states this change.',
});
export type ChangeReason = keyof typeof ChangeReasonEnum;

/** A print, as far as its changes go. */
interface StatesChanges {
  readonly row: { readonly changes: StoredChanges };
}

@ObjectType({
  simpleResolvers: true,
  description: 'How a figure compares with another one. It is printed or computed, never a mixture.',
})
export class Change {
  @Field(() => ComparisonBasisEnum, { description: 'With what the figure is compared.' })
  basis!: ComparisonBasis;

  @Field(() => ChangeMethodEnum, { nullable: true, description: 'Where the rate comes from; null when there is none.' })
  method!: ChangeMethod | null;

  @Field(() => ChangeReasonEnum, { nullable: true, description: 'Why there is no rate; null when there is one.' })
  reason!: ChangeReason | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Growth in percent, exactly converted from what was printed; null for points and ranges.',
  })
  get percent(): string | null {
    return this.stated && changePercent(this.asPrinted);
  }

  @Field(() => ChangeFormEnum, { nullable: true, description: 'The form in which it was printed.' })
  get form(): ChangeForm | null {
    return this.stated?.form ?? null;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'The number as printed, in its form.' })
  get value(): string | null {
    return this.stated?.value ?? null;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Low end of a printed range, in percent.' })
  get low(): string | null {
    return this.stated?.low ?? null;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'High end of a printed range, in percent.' })
  get high(): string | null {
    return this.stated?.high ?? null;
  }

  @Field(() => QualifierEnum, { nullable: true, description: 'Word printed before the number.' })
  get qualifier(): Qualifier | null {
    return this.stated?.qualifier ?? null;
  }

  /** The print that states it; a field of its own in print.resolver.ts, which knows prints. */
  statedBy!: StatesChanges | null;

  private stated!: StoredChange | null;

  private get asPrinted() {
    const { form, value, low, high, qualifier } = this.stated!;
    return { form, value: value ?? null, low: low ?? null, high: high ?? null, qualifier: qualifier ?? null };
  }

  /** A change that a print states. */
  static printed(basis: ComparisonBasis, statedBy: StatesChanges): Change {
    const stated = statedBy.row.changes[basis]!;
    return Object.assign(new Change(), { basis, method: 'PUBLISHED', reason: null, statedBy, stated });
  }

  static none(basis: ComparisonBasis, reason: ChangeReason): Change {
    return Object.assign(new Change(), { basis, method: null, reason, statedBy: null, stated: null });
  }
}
