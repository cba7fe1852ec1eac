import type { Tables } from '../src/kernel/tables.js';

export type Cell = string | number | boolean | null | readonly string[] | object;

/** A row as the database has it; decimals as text, digits and all. */
export type Stored = Record<string, Cell>;

/** How rows of a table are told apart. */
interface Spec {
  /** Each names one row; the first that fits wins. */
  keys: readonly (readonly string[])[];
  /** Whether an empty cell is a statement too; elsewhere it leaves standing what the database knows. */
  exact?: boolean;
  /** Link tables have no id. */
  isLink?: boolean;
}

const named = (...key: string[]): Spec => ({ keys: [key] });

const SPECS = {
  unit: named('code'),
  // A start that was unknown may have been learned since: then the end still names the unit.
  territory: { keys: [['code', 'valid_from'], ['code', 'valid_to']] }, // prettier-ignore
  agency: named('code'),
  agency_name: named('agency_id', 'valid_from'),
  dimension: named('code'),
  dimension_item: named('dimension_id', 'code'),
  indicator: named('code'),
  indicator_dimension: { ...named('indicator_id', 'dimension_id'), isLink: true },
  source: named('code'),
  source_carrier: { ...named('source_id', 'agency_id'), isLink: true },
  breakdown: named('key'),
  breakdown_item: { ...named('breakdown_id', 'dimension_id'), isLink: true },
  release: named('code'),
  observation: named('indicator_id', 'territory_id', 'breakdown_id', 'period_start', 'period_end', 'publisher_id'),
  plan: named('indicator_id', 'territory_id', 'breakdown_id', 'period_start', 'period_end', 'set_by_id', 'target'),
  print: { ...named('observation_id', 'release_id', 'source_id', 'locator', 'corrects_id'), exact: true },
  plan_print: { ...named('plan_id', 'release_id', 'source_id', 'locator', 'corrects_id'), exact: true },
  print_plan_share: { ...named('print_id', 'plan_id'), exact: true, isLink: true },
} satisfies Partial<Record<keyof Tables, Spec>>;

export type SeededTable = keyof typeof SPECS;
export type Columns<T extends SeededTable> = Partial<Record<keyof Tables[T] & string, Cell>>;

export const specOf = (table: SeededTable): Spec => SPECS[table];
