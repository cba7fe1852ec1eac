import { type Kysely, sql } from 'kysely';
import type { Database } from '../src/kernel/database.js';
import type { Tables } from '../src/kernel/tables.js';
import { seedCatalogue } from './catalogue.js';
import { seedEvents } from './events.js';
import { seedFigures } from './figures.js';
import { readSeeds } from './files.js';
import { seedFolder } from './folder.js';
import { seedProjects } from './projects.js';
import { Reconciler, type SeedReport } from './reconcile.js';
import { seedReferences } from './reference.js';
import { readStored } from './stored.js';

/**
 * Brings in the CSV files of a folder, all of them or none: only what is new or different is written, so that twice is the
 * same as once. A bad row is a `SeedError` that names its file, line and column.
 */
export function seed(database: Database, folder = seedFolder()): Promise<SeedReport> {
  return database.db.transaction().execute((transaction) => seedWithin(transaction, folder));
}

/** The same, as a part of a transaction. */
export async function seedWithin(transaction: Kysely<Tables>, folder: string): Promise<SeedReport> {
  const seeds = await readSeeds(folder);
  await waitForOthers(transaction);
  const into = new Reconciler(transaction, await readStored(transaction, seeds));
  const references = await seedReferences(into, seeds);
  await seedFigures(into, seeds, references);
  await seedEvents(into, seeds, references, await seedCatalogue(into, seeds, references));
  await seedProjects(into, seeds, references);
  return into.report;
}

/** Two servers may start at once: the second finds done what the first did. */
async function waitForOthers(transaction: Kysely<Tables>): Promise<void> {
  await sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`.execute(
    transaction,
  );
  await sql`select pg_advisory_xact_lock(hashtext('solieu seeds'))`.execute(transaction);
}
