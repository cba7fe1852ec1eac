import { Field, InputType, Int } from 'type-graphql';
import { QualifierEnum } from '../features/observations/qualifier.type.js';
import type { Qualifier } from '../kernel/printed-change.js';
import { DecimalScalar } from '../kernel/scalars.js';

export const optional = (description: string) => ({ nullable: true, description });

@InputType({ description: 'An item of a breakdown.' })
export class BreakdownItemInput {
  @Field(() => String, { description: 'Code of the dimension, e.g. `INDUSTRY`.' })
  dimension!: string;

  @Field(() => String, { description: 'Code of the item in it, e.g. `C`.' })
  item!: string;
}

/** What every row says that a document states, of a figure or a plan. */
@InputType()
export abstract class StatementInput {
  @Field(() => String, { description: 'Code of the indicator.' })
  indicator!: string;

  @Field(() => String, {
    description:
      'Code of the territorial unit; with a day on which it bore the code where several did: `56@2025-07-01`.',
  })
  territory!: string;

  @Field(() => [BreakdownItemInput], optional('Items, one of each dimension; without them it is the total.'))
  breakdown?: BreakdownItemInput[] | null;

  @Field(() => String, { description: 'The period by any of its codes: `2024-S1`, `2024-06`, `2024-01-01/P6M`.' })
  period!: string;

  @Field(() => String, { description: 'Code of the document that states it.' })
  source!: string;

  @Field(() => String, optional('Where in the document: a page, a table.'))
  locator?: string | null;

  @Field(() => DecimalScalar, optional('The number as printed, digits and all; null where none was printed.'))
  value?: string | null;

  @Field(() => QualifierEnum, optional('The word printed before the value, if any.'))
  qualifier?: Qualifier | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Power of ten of the value: 9 for *tỷ*, 6 for *triệu*, 3 for *nghìn*, else 0. Needed with a level.',
  })
  unitMultiplier?: number | null;

  @Field(() => String, optional('A note in Vietnamese.'))
  noteVi?: string | null;

  @Field(() => String, optional('The same in English.'))
  noteEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the published release whose transcription of this document is mended: its print of the same thing, document and place.',
  })
  corrects?: string | null;

  @Field(() => Boolean, optional('Whether it takes back what was printed, and so states nothing; without it, no.'))
  isWithdrawal?: boolean | null;

  @Field(() => String, optional('Why it is corrected or withdrawn, in Vietnamese: needed then.'))
  reasonVi?: string | null;

  @Field(() => String, optional('The same in English.'))
  reasonEn?: string | null;
}
