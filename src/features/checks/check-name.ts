/** The data checks, by the names under which their warnings are accepted, and what a finding of each means. */
export const CHECKS = {
  UNKNOWN_CODE:
    'An error: a code that names nothing for this figure. Its territorial unit was in force neither at any time of the period nor on the day of the document, or its indicator is not broken down by a dimension of the figure, or an item is the total `_T`, which is written without a breakdown.',
  STATES_NOTHING:
    'An error: a print that states neither a value, a change, a share of a plan, a break in the series, nor why the value is missing, and that withdraws nothing.',
  MISSING_STATUS_WITH_VALUE:
    'An error: a print that says that the figure is missing, or withdraws it, and yet states a share of a plan, which is a share of a value. The database itself refuses a value or a change beside a missing status.',
  DUPLICATE:
    'The same figure twice in the release, neither a correction of the other. An error where two places of one document contradict each other; a warning where they say the same, or where two documents of one date contradict each other, so that the order of entry alone decides which of them stands.',
  INDEX_AND_GROWTH:
    'An error: the index form and the growth form of one fact disagree by more than their rounding. Either one document states both forms of a change (114.45 and +14.54 %), or a change on the base period does not follow from the value of its index, or the value of an index whose base year is unknown fits none of the changes printed beside it.',
  YTD_BELOW_MONTH:
    'A warning: of a flow, the value from January on is below that of a month, quarter, half-year or shorter year-to-date within it, by more than rounding allows. Years in which the series has a negative value are left out. It is no error, because publishers revise earlier months without printing them anew.',
  PARTS_AND_TOTAL:
    'A warning: of a flow or a stock, the parts of one level of a classification do not add up to their total, by more than rounding allows. A sum below the total counts only where every item of the level is there; one above it counts always, unless a part is negative.',
  POWER_OF_TEN:
    'A warning: the value is 10, 100, 1000 … times that printed last for the same figure, or a tenth, a hundredth …, within a factor of two. Where the figure was never printed before, it is compared with the previous period and the same period of the year before, and those of the two that have values must agree. A multiplier or a decimal sign may be wrong.',
  GROWTH_MISMATCH:
    'A warning: a printed growth does not follow from the values of the figure and its base as they would stand, by more than the rounding of the three allows. Not where a value is inexact (*hơn*, *gần*, *khoảng*), the series breaks between, or the base is not positive. The base may have been revised.',
  STATUS_STEPS_BACK:
    'A warning: a figure that stands as final would stand as provisional, estimated or forecast, with a value stated by a later document.',
  PERIOD_NOT_OVER: 'A warning: a value is called final though its document appeared before the period had ended.',
} as const;

export type CheckName = keyof typeof CHECKS;
