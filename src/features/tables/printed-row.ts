import { sql } from 'kysely';
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
  word(sql`o.id`),
  number(sql`o.indicator_id`),
  number(sql`o.territory_id`),
  number(sql`o.breakdown_id`),
  word(sql`o.period_start`),
  word(sql`o.period_end`),
  number(sql`o.publisher_id`),
  word(sql`p.id`),
  number(sql`p.source_id`),
  number(sql`p.release_id`),
  word(sql`p.status`),
  wordOrNull(sql`p.value`),
  numberOrNull(sql`p.unit_multiplier`),
  jsonOrNull(sql`case
    when p.is_withdrawal or num_nonnulls(p.qualifier, p.note_vi, p.note_en, p.corrects_id) > 0
    then json_build_object('qualifier', p.qualifier, 'note_vi', p.note_vi, 'note_en', p.note_en,
      'corrects_id', p.corrects_id::text, 'is_withdrawal', p.is_withdrawal) end`),
  readsChanges ? jsonOrNull(sql`p.changes`) : constant('{}'),
  hasPlan ? wordOrNull(sql`planned.value`) : constant('null'),
  hasPlan ? numberOrNull(sql`planned.unit_multiplier`) : constant('null'),
];
