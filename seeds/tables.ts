import type { Tables } from '../src/kernel/tables.js';

export type Cell = string | number | boolean | null | readonly (string | number)[] | object;

/** A row as the database has it; decimals as text, digits and all. */
export type Stored = Record<string, Cell>;

/** How rows of a table are told apart. */
interface Spec {
  /** Each names one row; the first that fits wins. */
  keys: readonly (readonly string[])[];
  /** Names a row that no key finds, where only one on each side fits: so that what is part of a key can be mended. */
  fallback?: readonly string[];
  /** Whether an empty cell is a statement too; elsewhere it leaves standing what the database knows. */
  exact?: boolean;
  /** Link tables have no id. */
  isLink?: boolean;
}

const named = (...key: string[]): Spec => ({ keys: [key] });

/** Rows that are told apart by their place in the file among those of their owner. */
const listed = (...owner: string[]): Spec => ({ keys: [[...owner, 'position']], exact: true });

const FIGURES = {
  unit: named('code'),
  // A start that was unknown may have been learned since: then the end still names the unit.
  territory: { keys: [['code', 'valid_from'], ['code', 'valid_to']] }, // prettier-ignore
  agency: named('code'),
  agency_name: named('agency_id', 'valid_from'),
  dimension: named('code'),
  dimension_item: named('dimension_id', 'code'),
  indicator: named('code'),
  indicator_dimension: { ...named('indicator_id', 'dimension_id'), isLink: true },
  indicator_relation: { ...named('indicator_id', 'related_id'), isLink: true },
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

const CATALOGUE = {
  ocop_criteria: named('code'),
  product_group: named('criteria_id', 'code'),
  producer: named('slug'),
  producer_contact: listed('producer_id'),
  product: named('slug'),
  product_price: listed('product_id'),
  product_photo: listed('product_id'),
  sales_channel: listed('product_id'),
  standard: named('code'),
  certificate: {
    ...named('product_id', 'producer_id', 'standard_id', 'number', 'issued_on'),
    fallback: ['product_id', 'producer_id', 'standard_id'],
  },
  recognition: {
    ...named('product_id', 'kind', 'stars', 'issued_on', 'decision', 'source_id'),
    fallback: ['product_id', 'kind', 'source_id'],
  },
  event: named('slug'),
  event_venue: listed('event_id'),
  event_party: listed('event_id', 'role'),
  event_zone: listed('event_id'),
  event_source: listed('event_id'),
  exhibit: named('event_id', 'producer_id', 'booth'),
  exhibit_product: { ...named('exhibit_id', 'product_id'), isLink: true },
  project: named('slug'),
  project_capital: listed('project_id'),
  project_progress: listed('project_id'),
} satisfies Partial<Record<keyof Tables, Spec>>;

export type CatalogueTable = keyof typeof CATALOGUE;
export type SeededTable = keyof typeof FIGURES | CatalogueTable;
export type Columns<T extends SeededTable> = Partial<Record<keyof Tables[T] & string, Cell>>;

const SPECS: Record<SeededTable, Spec> = { ...FIGURES, ...CATALOGUE };

export const specOf = (table: SeededTable): Spec => SPECS[table];
