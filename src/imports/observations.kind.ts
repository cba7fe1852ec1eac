import { changesOf } from '../../seeds/changes.js';
import { print } from '../../seeds/rows.js';
import { printRules } from '../../seeds/rules.js';
import type { Writing } from '../features/audit/writing.js';
import { IncomingBreakdowns } from './breakdowns.js';
import { heldDraft } from './draft.js';
import type { ImportKind, ImportOptions, ImportReport, Incoming } from './kind.js';
import { type KnownCodes, knownCodes } from './known-codes.js';
import { observationColumns } from './observations.columns.js';
import { namedIds } from './named-ids.js';
import { PrintStage } from './print-stage.js';
import { type IncomingRow, RowReader } from './row-reader.js';
import { makeStage } from './staged-print.js';
import { Staging, type StagedRow } from './staging.js';
import { WrongCells } from './wrong-cells.js';

/** Figures as documents print them: a row is what one document states about one figure. */
export const observations: ImportKind = {
  name: 'observations',
  description: 'Figures as documents print them: each row is what one document states about one figure.',
  columns: observationColumns,
  bringIn,
};

type PrintRow = IncomingRow<ReturnType<typeof print.parse>>;

const PROGRESS_ROWS = 10_000;

async function bringIn(writing: Writing, incoming: Incoming, options: ImportOptions): Promise<ImportReport> {
  const reader = new RowReader(print, printRules, { release: options.release ?? '' });
  reader.checkHeader(incoming);
  const draft = await heldDraft(writing.db, options.release);
  const codes = await knownCodes(writing.db);
  const breakdowns = new IncomingBreakdowns(codes);
  const wrongs = new WrongCells(incoming, options.mostErrors);
  const stage = new PrintStage(writing.db, draft.id, incoming, wrongs, options.mostDifferences);
  await makeStage(writing.db);
  const staging = new Staging(writing.db, stage, breakdowns);
  try {
    await stageRows(incoming, options, staging, (raw) => {
      const row = reader.read(raw, wrongs);
      const cells = row && staged(row, codes, breakdowns, wrongs);
      return wrongs.isEmpty ? cells : null;
    });
    wrongs.refuseIfAny();
    await staging.end();
    wrongs.refuseIfAny();
  } catch (error) {
    await staging.leave();
    throw error;
  }
  return stage.report();
}

async function stageRows(
  incoming: Incoming,
  options: ImportOptions,
  staging: Staging,
  read: (raw: Parameters<RowReader<typeof print>['read']>[0]) => StagedRow | null,
): Promise<void> {
  let count = 0;
  for await (const raw of incoming.rows) {
    const cells = read(raw);
    const taken = cells && staging.write(cells);
    if (taken) await taken;
    count += 1;
    if (count % PROGRESS_ROWS === 0) options.progress(count);
  }
  options.progress(count);
}

/** The row as it is staged, in the order of the stage's columns; null where something is wrong with it. */
function staged(
  row: PrintRow,
  codes: KnownCodes,
  breakdowns: IncomingBreakdowns,
  wrongs: WrongCells,
): StagedRow | null {
  const { cells } = row;
  const ids = namedIds(row, 'publisher', codes, breakdowns, wrongs);
  if (!ids) return null;
  const changes = JSON.stringify(changesOf(cells));
  return [
    row.line, ids.indicator, ids.territory, ids.breakdown, cells.period.start, cells.period.end, ids.agency, ids.source, cells.locator,
    cells.status, cells.value, cells.unit_multiplier, cells.qualifier, changes, cells.has_break, cells.note_vi,
    cells.note_en, ids.corrects, cells.is_withdrawal, cells.reason_vi, cells.reason_en,
  ]; // prettier-ignore
}
