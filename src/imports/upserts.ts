import { changing } from '../features/audit/writing.js';
import { may } from '../kernel/actor.js';
import type { Context } from '../kernel/context.js';
import { Refused } from '../kernel/refused.js';
import { kindOf } from './bring-in.js';
import type { ImportOptions, ImportReport } from './kind.js';
import type { Noun } from './noun.js';
import { type Given, type Input, inputName, type Part, sentAs } from './upsert-input.js';
import { UpsertReport } from './upsert.type.js';

/** What a mutation takes: rows of a noun, each with lists of what belongs to it. */
export interface Upsert {
  noun: Noun;
  parts?: Readonly<Record<string, Part>>;
}

const ARGUMENT = 'input';
export const MOST_ROWS = 200;

const OPTIONS: ImportOptions = { release: null, mostErrors: 100, mostDifferences: 500, progress: () => undefined };

/** Adds what is new and changes what is different, all of it or nothing. */
export async function upserted(context: Context, upsert: Upsert, input: readonly Input[]): Promise<UpsertReport> {
  if (!may(context.actor, 'EDITOR'))
    throw new Refused('NOT_ALLOWED', 'Only a key with the role of an editor may do that.');
  const given = givenIn(ARGUMENT, input);
  return changing(context, async (writing) => {
    const reports: ImportReport[] = [];
    for (const [noun, rows] of [[upsert.noun, given] as const, ...partsOf(upsert, given)]) {
      if (rows.length > 0) reports.push(await kindOf(noun).bringIn(writing, sentAs(noun, ARGUMENT, rows), OPTIONS));
    }
    return new UpsertReport(reports);
  });
}

function givenIn(path: string, list: readonly Input[]): Given[] {
  if (list.length === 0) throw new Refused('INVALID', `${path} is an empty list: there is nothing to do.`);
  if (list.length > MOST_ROWS)
    throw new Refused(
      'TOO_LARGE',
      `${path} has ${list.length} rows; ${MOST_ROWS} are the most. Send a file to /imports instead.`,
    );
  return list.map((cells, at) => ({ path: `${path}.${at}`, cells }));
}

/** What stands inside the rows, by their nouns; each names the row that it belongs to. */
const partsOf = ({ noun, parts = {} }: Upsert, given: readonly Given[]): [Noun, Given[]][] =>
  Object.entries(parts).map(([name, part]) => [
    part.noun,
    given.flatMap(({ path, cells }) => {
      const inside = cells[name] as readonly Input[] | null | undefined;
      const owner = cells[noun.identity[0]![0]!];
      const rows = inside && inside.length > 0 ? givenIn(`${path}.${name}`, inside) : [];
      return rows.map((row) => ({ ...row, cells: { ...row.cells, [inputName(part.owner)]: owner } }));
    }),
  ]);
