import { Field, InputType } from 'type-graphql';
import { ChangeFormEnum, ComparisonBasisEnum } from '../features/observations/change.type.js';
import type { ComparisonBasis, ObservationStatus } from '../features/observations/print.entity.js';
import { ObservationStatusEnum } from '../features/observations/print.type.js';
import { QualifierEnum } from '../features/observations/qualifier.type.js';
import type { ChangeForm, Qualifier } from '../kernel/printed-change.js';
import { DecimalScalar } from '../kernel/scalars.js';
import { optional, StatementInput } from './statement.input.js';

@InputType({ description: 'A change as a document prints it: a number in its form, or both ends of a RANGE.' })
export class PrintChangeInput {
  @Field(() => ComparisonBasisEnum, { description: 'With what the figure is compared; each once in a print.' })
  basis!: ComparisonBasis;

  @Field(() => ChangeFormEnum, { description: 'The form in which it is printed.' })
  form!: ChangeForm;

  @Field(() => DecimalScalar, optional('The number as printed, digits and all. Not for a RANGE.'))
  value?: string | null;

  @Field(() => DecimalScalar, optional('The lower end of a RANGE.'))
  low?: string | null;

  @Field(() => DecimalScalar, optional('The upper end of a RANGE.'))
  high?: string | null;

  @Field(() => QualifierEnum, optional('The word printed before the number, if any.'))
  qualifier?: Qualifier | null;
}

@InputType({ description: 'What one document states about one figure.' })
export class PrintInput extends StatementInput {
  @Field(() => String, { description: 'Code of the agency that answers for the figure.' })
  publisher!: string;

  @Field(() => ObservationStatusEnum, { description: 'How sure the figure is; or why there is none.' })
  status!: ObservationStatus;

  @Field(() => [PrintChangeInput], optional('The changes that are printed with it.'))
  changes?: PrintChangeInput[] | null;

  @Field(() => Boolean, optional('Whether a break of the series lies before this period; without it, no.'))
  hasBreak?: boolean | null;
}
