import { Big } from 'big.js';
import type { Rule } from './rules.js';
import { endsBefore } from './rules-catalogue.js';

const COUNTS = ['booths', 'firms', 'displayed_products', 'localities', 'visitors', 'contracts', 'turnover'] as const;
type Count = (typeof COUNTS)[number];

type Event = Record<Count | `${Count}_qualifier`, unknown> & {
  slug: string;
  parent: string | null;
  planned_start: string | null;
  planned_end: string | null;
  actual_start: string | null;
  actual_end: string | null;
  turnover_multiplier: number | null;
  call_off: string | null;
  called_off_on: string | null;
};

const qualifierRules = COUNTS.map((count): Rule<Event> => [
  `${count}_qualifier`,
  (row) => row[`${count}_qualifier`] !== null && row[count] === null,
  'is given, but there is no number.',
]);

export const eventRules: readonly Rule<Event>[] = [
  ['parent', (row) => row.parent === row.slug, 'an event is no part of itself.'],
  ['planned_end', (row) => endsBefore(row.planned_start, row.planned_end), 'lies before planned_start.'],
  ['actual_end', (row) => endsBefore(row.actual_start, row.actual_end), 'lies before actual_start.'],
  ...qualifierRules,
  [
    'turnover_multiplier',
    (row) => (row.turnover === null) !== (row.turnover_multiplier === null),
    'goes with the turnover: give both or none.',
  ],
  [
    'called_off_on',
    (row) => (row.call_off === null) !== (row.called_off_on === null),
    'goes with call_off: give both or none.',
  ],
];

const SIZES = ['area_hectares', 'planned_area_hectares', 'capacity_megawatts'] as const;

type Project = Record<(typeof SIZES)[number], string | null> & {
  stage: string | null;
  stage_on: string | null;
  stage_inferred: boolean;
};

const sizeRules = SIZES.map((size): Rule<Project> => [
  size,
  (row) => row[size] !== null && !new Big(row[size]).gt(0),
  'is not more than 0.',
]);

export const projectRules: readonly Rule<Project>[] = [
  ['stage_on', (row) => row.stage_on !== null && row.stage === null, 'is given, but there is no stage.'],
  ['stage_inferred', (row) => row.stage_inferred && row.stage_on === null, 'is true, but there is no stage_on.'],
  ...sizeRules,
];
