import { describedEnum } from '../../kernel/described-enum.js';

export const ChangeReasonEnum = describedEnum('ChangeReason', 'Why there is no rate of change.', {
  NOT_PUBLISHED: 'Only a printed one was asked for, and no print states it.',
  NO_VALUE: 'The figure itself has no value.',
  NO_BASE: 'The same publisher has no value of the same series for the period compared with.',
  BASE_NOT_POSITIVE: 'The value compared with is zero or negative; there is a `difference` nonetheless.',
  QUALIFIED_VALUE: 'One of the two values was printed with a word that makes it inexact: *hơn*, *gần*, *khoảng*.',
  UNIT_CHANGED:
    'The two values are not in one unit, or nobody can know that they are: index numbers without a base year may each have a base of their own.',
  SERIES_BREAK: 'The series breaks between the two: a figure after the base, up to this one, is marked so.',
  TERRITORY_CHANGED:
    'The unit took over its area after the period compared with had begun, and no value for its own area is published; those of its predecessors are of another area.',
  NO_PREVIOUS_PERIOD: 'A longer year-to-date has no period before it.',
  NOT_COMPUTABLE:
    'The basis is not computed for such a figure: DECEMBER_LAST_YEAR is for months, BASE_PERIOD for an index whose base year is known, and ANNUAL_AVERAGE is only ever printed.',
});
export type ChangeReason = keyof typeof ChangeReasonEnum;
