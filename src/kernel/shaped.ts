import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Tables } from './tables.js';

/** How many texts of one statement are kept. */
const MOST = 200;

/** Stands in a statement for a value that each asking brings. */
class Slot {
  constructor(readonly name: string) {}
}

/** Asks a statement of a shape with values. */
export type Shaped<Shape, Values, Row> = (db: Kysely<Tables>, shape: Shape, values: Values) => Promise<Row[]>;

/**
 * A statement whose text depends on a shape alone. It is built once for each shape, since to build a long one takes longer than to
 * ask it, and then asked with the values of the moment: `build` may put values only where they go to the database, and whether
 * one is there at all is a matter of the shape.
 */
export function shaped<Shape extends object, Values extends object, Row>(
  build: (shape: Shape, values: Values) => RawBuilder<Row>,
): Shaped<Shape, Values, Row> {
  const kept = new LRUCache<string, CompiledQuery<Row>>({ max: MOST });
  return async (db, shape, values) => {
    const name = JSON.stringify(shape);
    const held = kept.get(name);
    const statement = held ?? build(shape, SLOTS as Values).compile(db);
    if (!held) kept.set(name, statement);
    const parameters = statement.parameters.map((slot) => values[nameOf(slot) as keyof Values]);
    return (await db.executeQuery<Row>({ ...statement, parameters })).rows;
  };
}

const SLOTS: object = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

function nameOf(parameter: unknown): string {
  if (parameter instanceof Slot) return parameter.name;
  throw new Error(
    `${String(parameter)} would be kept in a statement that others ask: it belongs to the shape or the values.`,
  );
}
