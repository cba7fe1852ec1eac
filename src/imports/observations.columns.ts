import type { Column } from './kind.js';

export const column = (name: string, description: string, example: string, isNumeric = false): Column => ({
  name,
  description,
  example,
  isRequired: false,
  isNumeric,
});

export const required = (name: string, description: string, example: string): Column => ({
  ...column(name, description, example),
  isRequired: true,
});

const CHANGE =
  'a form and a number: PERCENT 14.45, INDEX 110.9, RATIO 6, POINTS 0.5 or RANGE 15..16, then NEARLY, OVER or ABOUT if printed';

const change = (name: string, basis: string, example: string): Column =>
  column(name, `The printed change against ${basis}: ${CHANGE}.`, example, true);

/** What a figure or a plan is about. */
export const subjectColumns: readonly Column[] = [
  required('indicator', 'Code of the indicator.', 'EXPORT_TURNOVER'),
  required(
    'territory',
    'Code of the unit; with a day on which it bore the code where several did: 56@2025-07-01.',
    '58',
  ),
  column('breakdown', 'Items by their dimensions, joined by ;. Empty is the total.', 'INDUSTRY=C'),
  required('period', '2024-M06, 2024-Q2, 2024-S1, 2024, 2024-YTD10, or a range: 2021-01-01/P2Y.', '2024-S1'),
];

export const documentColumns: readonly Column[] = [
  required('source', 'Code of the document that states it.', 'NEWS_2024_06_06'),
  column('locator', 'Where in the document: a page, a table.', 'tr. 3'),
];

export const numberColumns: readonly Column[] = [
  column('value', 'The number as printed, digits and all. Empty where none was printed.', '50', true),
  column('unit_multiplier', 'Power of ten of the value: tỷ đồng is 9, triệu 6, nghìn 3, else 0.', '6'),
  column('qualifier', 'NEARLY, OVER or ABOUT, where the document says so of the value.', ''),
];

export const remarkColumns: readonly Column[] = [
  column('note_vi', 'A note in Vietnamese.', ''),
  column('note_en', 'The same in English.', ''),
  column('corrects', 'Code of the published release whose transcription of this document is mended.', ''),
  column('is_withdrawal', 'true takes the figure back; else false or empty.', ''),
  column('reason_vi', 'Why it is corrected or withdrawn, in Vietnamese.', ''),
  column('reason_en', 'The same in English.', ''),
];

export const observationColumns: readonly Column[] = [
  ...subjectColumns,
  required('publisher', 'Code of the agency that answers for the figure.', 'DOIT_NINH_THUAN'),
  ...documentColumns,
  required(
    'status',
    'FINAL, PROVISIONAL, ESTIMATED, FORECAST or UNSPECIFIED; where the document says that there is no figure: MISSING, NOT_COLLECTED, NOT_APPLICABLE or SUPPRESSED.',
    'ESTIMATED',
  ),
  ...numberColumns,
  change('same_period_last_year', 'the same period of last year', 'PERCENT 1.26'),
  change('previous_period', 'the period before', ''),
  change('december_last_year', 'December of last year', ''),
  change('base_period', 'the base period', ''),
  change('annual_average', 'the years before, as an average a year', ''),
  column('has_break', 'true where a break of the series lies before this period; else false or empty.', ''),
  ...remarkColumns,
];
