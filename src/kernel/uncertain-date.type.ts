import { Field, ObjectType } from 'type-graphql';
import type { Day } from './day.js';
import { describedEnum } from './described-enum.js';
import { DayScalar, PartialDateScalar } from './scalars.js';
import type { DatePrecision, UncertainDate } from './uncertain-date.js';

export const DatePrecisionEnum = describedEnum('DatePrecision', 'How exactly a date is known.', {
  DAY: 'To the day.',
  MONTH: 'To the month.',
  QUARTER: 'To the quarter.',
  YEAR: 'To the year.',
  RANGE: 'Between two dates.',
});

@ObjectType('UncertainDate', {
  simpleResolvers: true,
  description:
    'A date no more exact than is known. Nothing is invented to fill a day: it lies between `earliest` and `latest`.',
})
export class UncertainDateType implements UncertainDate {
  @Field(() => PartialDateScalar, { description: 'The date as it is known.' })
  date!: string;

  @Field(() => DatePrecisionEnum, { description: 'How exactly it is known.' })
  precision!: DatePrecision;

  @Field(() => DayScalar, { description: 'The first day it may be.' })
  earliest!: Day;

  @Field(() => DayScalar, { description: 'The last day it may be; lists order by it.' })
  latest!: Day;

  @Field(() => Boolean, { description: 'Whether it was inferred, not stated by the document.' })
  inferred!: boolean;
}
