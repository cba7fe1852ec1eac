import { sql } from 'kysely';
import { parseAsOf } from '../src/kernel/moment.js';
import { Codes } from './codes.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import { PlanPrinting } from './plans.js';
import { Printing } from './prints.js';
import type { Reconciler } from './reconcile.js';
import type { References } from './reference.js';
import { Act } from './statement.js';

/** Releases, the oldest first, with what each prints. One that has its moment is only compared: what is printed stands. */
export async function seedFigures(into: Reconciler, seeds: Seeds, references: References): Promise<void> {
  const rows = seeds.releases.toSorted((a, b) => a.cells.published_at.localeCompare(b.cells.published_at));
  const wanted = rows.map((row): Wanted<'release'> => {
    const { published_at: _, ...columns } = row.cells;
    return { row, columns };
  });
  const ids = await into.write('release', wanted);
  const moments = momentsOf(into);
  refuseUnknownReleases(seeds, Codes.of('release', rows, ids));
  const prints = new Printing(references);
  const plans = new PlanPrinting(references);
  for (const [at, row] of rows.entries()) {
    const { code, published_at: moment } = row.cells;
    const stood = moments.get(ids[at]!) ?? null;
    if (stood !== null && stood !== moment)
      throw row.wrong('published_at', `release ${code} has ${stood} as its moment, which stands.`);
    const act = new Act(into, ids[at]!, code, stood === null ? null : `release ${code}, which has its moment`);
    const own = <R extends { cells: { release: string } }>(all: readonly R[]): R[] =>
      all.filter((one) => one.cells.release === code);
    await prints.seed(act, own(seeds.prints));
    await plans.seed(act, own(seeds.plans));
    await plans.seedShares(act, own(seeds.planShares), prints);
    if (stood === null) await publish(into, ids[at]!, moment);
  }
}

function refuseUnknownReleases({ prints, plans, planShares }: Seeds, releases: Codes): void {
  for (const row of [...prints, ...plans, ...planShares]) releases.get(row.cells.release, row, 'release');
}

/** The moments of releases that have one. */
function momentsOf(into: Reconciler): Map<number, string> {
  const stood = into
    .rowsOf('release')
    .flatMap(({ id, published_at: moment }): [number, string][] =>
      typeof moment === 'string' ? [[Number(id), parseAsOf(moment)]] : [],
    );
  return new Map(stood);
}

/** After its prints: none may be added to a release that is published. */
async function publish({ db }: Reconciler, id: number, moment: string): Promise<void> {
  await sql`update release set published_at = ${moment}::timestamptz where id = ${id}`.execute(db);
}
