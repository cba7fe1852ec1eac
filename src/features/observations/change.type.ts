import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { indexOf } from '../../kernel/growth.js';
import {
  type ChangeForm,
  changeIndex,
  changePercent,
  changePoints,
  type Qualifier,
} from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { type ChangeReason, ChangeReasonEnum } from './change-reason.type.js';
import type { Computed } from './comparison.js';
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
  COMPUTED:
    'It was computed from two published levels of one publisher. It may differ from the printed one: the base was revised since, or both were rounded.',
});
export type ChangeMethod = keyof typeof ChangeMethodEnum;

export const ChangeFormEnum = describedEnum('ChangeForm', 'In which form a change was printed.', {
  PERCENT: 'As a growth: *tăng 14,45%*.',
  INDEX: 'As an index: *bằng 101,2%*, a growth of 1.2 %.',
  RATIO: 'As a multiple: *gấp 6 lần*, a growth of 500 %.',
  POINTS: 'In percentage points.',
  RANGE: 'As a range.',
});

/** A print, as far as its changes go. */
interface StatesChanges {
  readonly row: { readonly changes: StoredChanges };
}

@ObjectType({ description: 'A change just as it was printed.' })
export class PrintedChange {
  constructor(private readonly stated: StoredChange) {}

  @Field(() => ChangeFormEnum, { simple: true, description: 'The form in which it was printed.' })
  get form(): ChangeForm {
    return this.stated.form;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The number as printed, digits and all, in its form; null for a range.',
  })
  get value(): string | null {
    return this.stated.value ?? null;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'Low end of a printed range, in percent.',
  })
  get low(): string | null {
    return this.stated.low ?? null;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'High end of a printed range, in percent.',
  })
  get high(): string | null {
    return this.stated.high ?? null;
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the number.' })
  get qualifier(): Qualifier | null {
    return this.stated.qualifier ?? null;
  }
}

@ObjectType({ description: 'How a figure compares with another one. It is printed or computed, never a mixture.' })
export class Change {
  private constructor(
    basis: ComparisonBasis,
    printedAs: PrintedChange | null,
    private readonly made: Computed | null,
    /** The print that states it; a field of its own in change.resolver.ts, which knows prints. */
    readonly statedBy: StatesChanges | null,
    /** The observation it was asked of, if of one. */
    readonly figure: unknown,
  ) {
    this.basis = basis;
    this.printedAs = printedAs;
  }

  /** A change that a print states. */
  static printed(basis: ComparisonBasis, statedBy: StatesChanges, figure: unknown = null): Change {
    return new Change(basis, new PrintedChange(statedBy.row.changes[basis]!), null, statedBy, figure);
  }

  /** A change that arithmetic gives, or why it gives none. */
  static computed(basis: ComparisonBasis, made: Computed, figure: unknown): Change {
    return new Change(basis, null, made, null, figure);
  }

  @Field(() => ComparisonBasisEnum, { simple: true, description: 'With what the figure is compared.' })
  readonly basis: ComparisonBasis;

  @Field(() => ChangeMethodEnum, {
    simple: true,
    nullable: true,
    description: 'Where the rate comes from; null when there is none.',
  })
  get method(): ChangeMethod | null {
    if (this.printedAs) return 'PUBLISHED';
    return this.reason === null ? 'COMPUTED' : null;
  }

  @Field(() => ChangeReasonEnum, {
    simple: true,
    nullable: true,
    description:
      'Why there is no rate; null when there is one. Where no method was asked for, it is not printed either, and this is why it is not computed.',
  })
  get reason(): ChangeReason | null {
    return this.made?.reason ?? null;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description:
      'Growth in percent. A printed one is converted exactly, and null for points and ranges. A computed one is rounded to two places, half up (away from zero), trailing zeros dropped, and null for values that are percentages: see `percentagePoints`.',
  })
  get percent(): string | null {
    return this.printedAs ? changePercent(this.printedAs) : this.made!.percent;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description:
      'The same as an index number, 100 and `percent`: a growth of 10.9 % is 110.9. Null where `percent` is.',
  })
  get index(): string | null {
    if (this.printedAs) return changeIndex(this.printedAs);
    return this.made!.percent && indexOf(this.made!.percent);
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description:
      'Change in percentage points: a printed one as printed; a computed one exactly, only of values that are themselves percentages (unit PERCENT, but for indices). Else null.',
  })
  get percentagePoints(): string | null {
    return this.printedAs ? changePoints(this.printedAs) : this.made!.percentagePoints;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description:
      'The value minus the one compared with, exactly, in the unit itself as `scaledValue` is. Only of a computed change, also where its base is not positive; null for a printed one, which need not agree with the levels.',
  })
  get difference(): string | null {
    return this.made?.difference ?? null;
  }

  @Field(() => PrintedChange, {
    simple: true,
    nullable: true,
    description: 'The change as it was printed; null for a computed one.',
  })
  readonly printedAs: PrintedChange | null;
}
