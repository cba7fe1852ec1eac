import { Codes } from './codes.js';
import type { Wanted } from './compare.js';
import type { Row } from './csv.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';

type GroupRow = Seeds['productGroups'][number];

const LEVELS = ['GROUP', 'FAMILY', 'SET'] as const;

/** Versions of the OCOP criteria, by their codes. */
export async function seedCriteria(into: Reconciler, { ocopCriteria: rows }: Seeds): Promise<Codes> {
  const wanted = rows.map((row): Wanted<'ocop_criteria'> => ({ row, columns: row.cells }));
  return Codes.of('version of the criteria', rows, await into.write('ocop_criteria', wanted));
}

/** The tree of goods, each by `QD148_2023/1.3.2`. Groups come before what lies in them, however the file has them. */
export async function seedGroups(into: Reconciler, { productGroups: rows }: Seeds, criteria: Codes): Promise<Codes> {
  const known = new Map<string, number>();
  for (const level of LEVELS) {
    const own = rows.filter((row) => levelOf(row) === level);
    const wanted = own.map((row): Wanted<'product_group'> => {
      const { criteria: version, ...columns } = row.cells;
      const criteria_id = criteria.get(version, row, 'criteria');
      const parent_id = parentOf(row, known);
      return { row, columns: { criteria_id, level, parent_id, position: rows.indexOf(row) + 1, ...columns } };
    });
    const ids = await into.write('product_group', wanted);
    for (const [at, { cells }] of own.entries()) known.set(`${cells.criteria}/${cells.code}`, ids[at]!);
  }
  return new Codes('group', known);
}

const levelOf = ({ cells }: GroupRow) => LEVELS[cells.code.split('.').length - 1]!;

/** The closest that is above: a family without a name of its own is left out. */
function parentOf(row: GroupRow, known: ReadonlyMap<string, number>): number | null {
  const parts = row.cells.code.split('.');
  if (parts.length === 1) return null;
  for (let length = parts.length - 1; length > 0; length--) {
    const above = known.get(`${row.cells.criteria}/${parts.slice(0, length).join('.')}`);
    if (above !== undefined) return above;
  }
  throw nowhere(row, parts[0]!);
}

const nowhere = (row: Row, group: string) => row.wrong('code', `lies in no group: there is no "${group}".`);
