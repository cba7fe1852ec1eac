import type { Qualifier } from '../../kernel/printed-change.js';
import {
  constant,
  type JsonColumn,
  jsonOrNull,
  number,
  numberOrNull,
  word,
  wordOrNull,
} from '../../kernel/rows-as-json.js';
import type { ObservationStatus, StoredChanges } from '../observations/print.entity.js';

/** A figure and one print of it, as read. */
export type PrintedRow = readonly [
  figure: string,
  indicator: number,
  territory: number,
  breakdown: number,
  periodStart: string,
  periodEnd: string,
  publisher: number,
  printId: string,
  source: number,
  release: number,
  status: ObservationStatus,
  value: string | null,
  unitMultiplier: number | null,
  seldom: Seldom | null,
  changes: StoredChanges,
  planValue: string | null,
  planMultiplier: number | null,
];

/** What few prints state; null where a print states nothing of it. */
export interface Seldom {
  qualifier: Qualifier | null;
  note_vi: string | null;
  note_en: string | null;
  corrects_id: string | null;
  is_withdrawal: boolean;
}

export const NOTHING_SELDOM: Seldom = {
  qualifier: null,
  note_vi: null,
  note_en: null,
  corrects_id: null,
  is_withdrawal: false,
};

export const printedColumns = (readsChanges: boolean, hasPlan: boolean): JsonColumn[] => [
  word('o.id'),
  number('o.indicator_id'),
  number('o.territory_id'),
  number('o.breakdown_id'),
  word('o.period_start'),
  word('o.period_end'),
  number('o.publisher_id'),
  word('p.id'),
  number('p.source_id'),
  number('p.release_id'),
  word('p.status'),
  wordOrNull('p.value'),
  numberOrNull('p.unit_multiplier'),
  jsonOrNull(`case
    when p.is_withdrawal or num_nonnulls(p.qualifier, p.note_vi, p.note_en, p.corrects_id) > 0
    then json_build_object('qualifier', p.qualifier, 'note_vi', p.note_vi, 'note_en', p.note_en,
      'corrects_id', p.corrects_id::text, 'is_withdrawal', p.is_withdrawal) end`),
  readsChanges ? jsonOrNull('p.changes') : constant('{}'),
  hasPlan ? wordOrNull('planned.value') : constant('null'),
  hasPlan ? numberOrNull('planned.unit_multiplier') : constant('null'),
];
