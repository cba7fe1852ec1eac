import type { Kysely } from 'kysely';
import { type Writing, writing } from '../features/audit/writing.js';
import type { Actor } from '../kernel/actor.js';
import type { Tables } from '../kernel/tables.js';
import { type ImportKind, type ImportOptions, type ImportReport, type Incoming, leave } from './kind.js';

export interface Import {
  kind: ImportKind;
  incoming: Incoming;
  options: ImportOptions;
  /** Only tells what would be done. */
  isDryRun: boolean;
  /** Of the file, as the audit trail keeps it; null where there is none. */
  checksum: string | null;
  /** What else is to stand or fall with the import. */
  also?: (writing: Writing, report: ImportReport) => Promise<void>;
}

/** Carries the report of a dry run past the transaction that it undoes. */
class DryRun extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run');
  }
}

/** Brings in what comes, whole or not at all, as one line in the audit trail. */
export async function runImport(db: Kysely<Tables>, actor: Actor, work: Import): Promise<ImportReport> {
  try {
    return await writing(db, actor, (into) => broughtIn(into, work), 0);
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  } finally {
    await leave(work.incoming);
  }
}

/** The same within a transaction, which a dry run throws out of. */
export async function broughtIn(
  into: Writing,
  { kind, incoming, options, isDryRun, checksum, also }: Import,
): Promise<ImportReport> {
  const report = await kind.bringIn(into, incoming, options);
  if (isDryRun) throw new DryRun(report);
  const { added, printedAgain, changed, left } = report;
  if (added + printedAgain + changed > 0) {
    const after = { file: incoming.name, checksum, added, printedAgain, changed, left };
    const [noun, code] = options.release === null ? [kind.name, incoming.name] : ['release', options.release];
    await into.record({ action: `${kind.name}.import`, kind: noun, code, before: null, after });
  }
  await also?.(into, report);
  return report;
}
