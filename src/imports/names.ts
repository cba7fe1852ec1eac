import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import { Codes, TerritoryCodes } from '../../seeds/codes.js';
import { Row } from '../../seeds/csv.js';

/** What cells name by its code or slug. */
export type Reference =
  | 'agency'
  | 'dimension'
  | 'event'
  | 'event_zone'
  | 'indicator'
  | 'ocop_criteria'
  | 'producer'
  | 'product'
  | 'product_group'
  | 'project'
  | 'source'
  | 'standard'
  | 'territory'
  | 'unit';

/** Something that has a name in cells; an administrative unit has it for a time, a zone has it at its event. */
export interface Named {
  id: number;
  name: string;
  from?: string | null;
  to?: string | null;
  within?: string;
}

/** Ids by names, and back. */
export interface Names {
  /** Throws what is wrong with the cell of a row, with the nearest name. */
  get: (text: string, row: Row, column: string) => number;
  nameOf: (id: number) => string;
}

const NOUNS: Partial<Record<Reference, string>> = {
  ocop_criteria: 'version of the criteria',
  product_group: 'group',
};

const byCode = (table: string): RawBuilder<Named> => sql`select id, code as name from ${sql.table(table)}`;
const bySlug = (table: string): RawBuilder<Named> => sql`select id, slug as name from ${sql.table(table)}`;

const STATEMENTS: Record<Reference, RawBuilder<Named>> = {
  agency: byCode('agency'),
  dimension: byCode('dimension'),
  event: bySlug('event'),
  event_zone: sql`select z.id, z.name_vi as name, e.slug as within from event_zone z join event e on e.id = z.event_id`,
  indicator: byCode('indicator'),
  ocop_criteria: byCode('ocop_criteria'),
  producer: bySlug('producer'),
  product: bySlug('product'),
  product_group: sql`select g.id, c.code || '/' || g.code as name from product_group g join ocop_criteria c on c.id = g.criteria_id`,
  project: bySlug('project'),
  source: byCode('source'),
  standard: byCode('standard'),
  territory: sql`select id, code as name, valid_from::text as "from", valid_to::text as "to" from territory`,
  unit: byCode('unit'),
};

export async function readNamed(db: Kysely<Tables>, reference: Reference): Promise<Named[]> {
  return (await STATEMENTS[reference].execute(db)).rows;
}

export function namesOf(reference: Reference, named: readonly Named[]): Names {
  const names = new Map(named.map((one) => [one.id, one.name]));
  const nameOf = (id: number): string => names.get(id) ?? String(id);
  if (reference === 'territory') return territoryNames(named);
  if (reference === 'event_zone') return { get: zoneOf(named), nameOf };
  const codes = new Codes(NOUNS[reference] ?? reference, new Map(named.map(({ id, name }) => [name, id])));
  return { get: (text, row, column) => codes.get(text, row, column), nameOf };
}

function territoryNames(named: readonly Named[]): Names {
  const units = named.map(({ name, from, to }) => ({ code: name, valid_from: from ?? null, valid_to: to ?? null }));
  const codes = new TerritoryCodes(
    units.map((unit) => new Row('', 0, unit)),
    named.map(({ id }) => id),
  );
  const bearers = Map.groupBy(named, ({ name }) => name);
  const byId = new Map(named.map((one) => [one.id, one]));
  const nameOf = (id: number): string => {
    const unit = byId.get(id);
    if (!unit) return String(id);
    const day = unit.from ?? (unit.to ? dayBefore(unit.to) : null);
    return bearers.get(unit.name)!.length === 1 || day === null ? unit.name : `${unit.name}@${day}`;
  };
  return { get: (text, row, column) => codes.get(text, row, column), nameOf };
}

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** A zone has its name at its event, which the row names. */
function zoneOf(named: readonly Named[]): Names['get'] {
  const zones = Map.groupBy(named, ({ within }) => within ?? '');
  return (text, row, column) => {
    const { event } = row.cells as { event?: unknown };
    const at = typeof event === 'string' ? event : '';
    const known = (zones.get(at) ?? []).map(({ id, name }): [string, number] => [name, id]);
    return new Codes(`zone of ${at}`, new Map(known)).get(text, row, column);
  };
}
