import { keyOf, type Wanted } from '../../seeds/compare.js';
import { Reconciler } from '../../seeds/reconcile.js';
import { plan } from '../../seeds/rows.js';
import { planRules } from '../../seeds/rules.js';
import type { Writing } from '../features/audit/writing.js';
import { Refused } from '../kernel/refused.js';
import { IncomingBreakdowns } from './breakdowns.js';
import { heldDraft } from './draft.js';
import type { ImportKind, ImportOptions, ImportReport, Incoming } from './kind.js';
import { knownCodes } from './known-codes.js';
import {
  column,
  documentColumns,
  numberColumns,
  remarkColumns,
  required,
  subjectColumns,
} from './observations.columns.js';
import { type NamedIds, namedIds } from './named-ids.js';
import { PLAN_PRINT_KEY, type PlanPrint, planReport } from './plan-differences.js';
import { PlanPrintsThere } from './plan-prints-there.js';
import { type IncomingRow, RowReader } from './row-reader.js';
import { WrongCells } from './wrong-cells.js';

/** Plans and targets as documents print them. */
export const plans: ImportKind = {
  name: 'plans',
  description: 'Plans and targets as documents print them: each row is what one document states of one plan.',
  columns: [
    ...subjectColumns,
    column('set_by', 'Code of the agency that set it; empty where that is unknown.', 'PEOPLES_COUNCIL_NINH_THUAN'),
    required('target', 'LEVEL or GROWTH (in percent).', 'LEVEL'),
    ...documentColumns,
    ...numberColumns,
    column('low', 'The lower end, where a range is planned.', '', true),
    column('high', 'The upper end.', '', true),
    ...remarkColumns,
  ],
  bringIn,
};

const MOST_ROWS = 50_000;

type PlanRow = IncomingRow<ReturnType<typeof plan.parse>>;

/** A row with the ids of what it names. */
interface Named {
  row: PlanRow;
  ids: NamedIds;
}

async function bringIn({ db }: Writing, incoming: Incoming, options: ImportOptions): Promise<ImportReport> {
  const reader = new RowReader(plan, planRules, { release: options.release ?? '' });
  reader.checkHeader(incoming);
  const draft = await heldDraft(db, options.release);
  const codes = await knownCodes(db);
  const breakdowns = new IncomingBreakdowns(codes);
  const wrongs = new WrongCells(incoming, options.mostErrors);
  const rows = await namedRows(incoming, (raw) => {
    const row = reader.read(raw, wrongs);
    const ids = row && namedIds(row, 'set_by', codes, breakdowns, wrongs);
    return ids && { row, ids };
  });
  options.progress(rows.length);
  wrongs.refuseIfAny();

  const breakdownIds = await breakdowns.write(db);
  const about = rows.map(({ row, ids }): Wanted<'plan'> => {
    const { period, target } = row.cells;
    const { indicator: indicator_id, territory: territory_id, agency: set_by_id } = ids;
    const subject = { indicator_id, territory_id, breakdown_id: breakdownIds.get(ids.breakdown) ?? 0, set_by_id };
    return { row, columns: { ...subject, period_start: period.start, period_end: period.end, target } };
  });
  const planIds = await new Reconciler(db, new Map()).identify('plan', about);
  const there = await PlanPrintsThere.read(db, draft.id, planIds);
  const prints = rows.map((one, at) => printOf(one, planIds[at]!, draft.id, there));
  refuseStrayCorrections(rows, prints, wrongs);
  refuseTwins(prints, incoming, wrongs);
  wrongs.refuseIfAny();

  const report = planReport(rows, prints, there, incoming, options.mostDifferences);
  await new Reconciler(db, new Map([['plan_print', there.own]])).write('plan_print', prints);
  return report;
}

const NOT_MENDED = 'that release has no print of this plan in this document and place.';

function refuseStrayCorrections(rows: readonly Named[], prints: readonly PlanPrint[], wrongs: WrongCells): void {
  for (const [at, { columns }] of prints.entries()) {
    const { row, ids } = rows[at]!;
    if (ids.corrects !== null && columns.corrects_id === null)
      wrongs.add(row.line, { column: 'corrects', message: NOT_MENDED, value: row.cells.corrects });
  }
}

function refuseTwins(prints: readonly PlanPrint[], { pathOf }: Incoming, wrongs: WrongCells): void {
  const lines = new Map<string, number>();
  for (const { row, columns } of prints) {
    const key = keyOf(columns, PLAN_PRINT_KEY);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, row.line);
    else wrongs.add(row.line, { column: null, message: `is the same plan as ${pathOf(first, null)}.`, value: null });
  }
}

async function namedRows<R>(
  incoming: Incoming,
  read: (raw: Parameters<RowReader<typeof plan>['read']>[0]) => R | null,
): Promise<R[]> {
  const rows: R[] = [];
  for await (const raw of incoming.rows) {
    const row = read(raw);
    if (row !== null) rows.push(row);
    if (rows.length > MOST_ROWS)
      throw new Refused('TOO_LARGE', `${incoming.name} has over ${MOST_ROWS} plans: part it.`);
  }
  return rows;
}

function printOf({ row, ids }: Named, planId: number, releaseId: number, there: PlanPrintsThere): PlanPrint {
  const {
    locator, value, low, high, unit_multiplier, qualifier, note_vi, note_en, is_withdrawal, reason_vi, reason_en,
  } = row.cells; // prettier-ignore
  const place = { plan_id: planId, source_id: ids.source, locator };
  const columns = {
    ...place, release_id: releaseId, corrects_id: there.mended(ids.corrects, place), value, low, high, unit_multiplier,
    qualifier, note_vi, note_en, is_withdrawal, reason_vi, reason_en,
  }; // prettier-ignore
  return { row, columns };
}
