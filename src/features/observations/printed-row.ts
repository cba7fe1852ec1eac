import {
  constant,
  type JsonColumn,
  jsonOrNull,
  number,
  numberOrNull,
  word,
  wordOrNull,
} from '../../kernel/rows-as-json.js';
import type { ObservationStatus, StoredChanges } from './print.entity.js';
import type { PrintRow } from './print.type.js';

/** A figure and one of its prints, as read in `printedColumns`. */
export type PrintedRow = readonly [...FigureRow, ...PrintTuple];

/** What every print tells of its figure. */
type FigureRow = readonly [
  figure: string,
  indicator: number,
  territory: number,
  breakdown: number,
  periodStart: string,
  periodEnd: string,
  publisher: number,
];

/** What it states. */
type PrintTuple = readonly [
  printId: string,
  source: number,
  release: number,
  status: ObservationStatus,
  value: string | null,
  unitMultiplier: number | null,
  changes: StoredChanges,
  seldom: Seldom | null,
];

/** What few prints state; null where a print states nothing of it. */
export type Seldom = Pick<
  PrintRow,
  'locator' | 'qualifier' | 'noteVi' | 'noteEn' | 'correctsId' | 'isWithdrawal' | 'hasBreak' | 'reasonVi' | 'reasonEn'
>;

export const NOTHING_SELDOM: Seldom = {
  locator: null,
  qualifier: null,
  noteVi: null,
  noteEn: null,
  correctsId: null,
  isWithdrawal: false,
  hasBreak: false,
  reasonVi: null,
  reasonEn: null,
};

/** The columns of `PrintedRow`, of a print `p` of `printsOfFigures`; changes are none where nobody asks. */
export const printedColumns = (readsChanges = true): JsonColumn[] => [...FIGURE_COLUMNS, ...printColumns(readsChanges)];

const FIGURE_COLUMNS: readonly JsonColumn[] = [
  word('p.observation_id'),
  number('p.indicator_id'),
  number('p.territory_id'),
  number('p.breakdown_id'),
  word('p.period_start'),
  word('p.period_end'),
  number('p.publisher_id'),
];

const printColumns = (readsChanges = true): JsonColumn[] => [
  word('p.id'),
  number('p.source_id'),
  number('p.release_id'),
  word('p.status'),
  wordOrNull('p.value'),
  numberOrNull('p.unit_multiplier'),
  readsChanges ? jsonOrNull('p.changes') : constant('{}'),
  jsonOrNull(`case
    when p.has_break or p.is_withdrawal
      or num_nonnulls(p.locator, p.qualifier, p.note_vi, p.note_en, p.corrects_id, p.reason_vi, p.reason_en) > 0
    then json_build_object('locator', p.locator, 'qualifier', p.qualifier, 'noteVi', p.note_vi, 'noteEn', p.note_en,
      'correctsId', p.corrects_id::text, 'isWithdrawal', p.is_withdrawal, 'hasBreak', p.has_break,
      'reasonVi', p.reason_vi, 'reasonEn', p.reason_en) end`),
];
