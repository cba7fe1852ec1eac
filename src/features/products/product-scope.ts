import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import { checkedList } from '../../kernel/checked-list.js';
import { type Day, dayOf } from '../../kernel/day.js';
import type { Limits } from '../../kernel/limits.js';
import type { Reading } from '../../kernel/reading.js';
import { type Search, searchOf } from '../../kernel/search.js';
import { slugIds } from '../../kernel/slugs.js';
import { groupTable } from '../groups/group.table.js';
import { territoryTable } from '../territories/territory.table.js';
import { type Days, inForce, onDay, starred } from './in-force.js';
import type { ProductFilter, RequiredValidity } from './product-filter.type.js';
import { CANDIDATES } from './recognition.type.js';
import { standardTable } from './standard.table.js';

/** A part of the filter that facets leave out to count its alternatives. */
export type FilterPart = 'stars' | 'groups' | 'territories' | 'producerKinds' | 'recognitionKinds' | 'others';

/** A checked filter on products `p`. */
export interface ProductScope {
  search: Search | null;
  /** The day of the question. */
  day: Day;
  days: Days;
  validity: RequiredValidity;
  conditions: readonly [FilterPart, RawBuilder<boolean>][];
}

/** Conditions on products, without those of one part. */
export const conditionsBut = ({ conditions }: ProductScope, part: FilterPart | null): RawBuilder<boolean>[] =>
  conditions.filter(([name]) => name !== part).map(([, condition]) => condition);

/** Days that the place in the graph asks for, as the days of an event: then the filter may name no other. */
export async function productScope(
  reading: Reading,
  limits: Limits,
  given: Partial<ProductFilter> | null | undefined,
  days: Days | null = null,
): Promise<ProductScope> {
  const filter = given ?? {};
  if (days && filter.validOn) {
    const message = 'filter.validOn has no place here: the days are those of the event.';
    throw new BadInput('INVALID_COMBINATION', message, { argument: 'filter.validOn', value: filter.validOn });
  }
  const day = filter.validOn ?? dayOf(reading.moment);
  const scope = {
    search: searchOf(filter.search, 'filter.search'),
    day,
    days: days ?? onDay(day),
    validity: filter.validity ?? 'CERTAIN',
  };
  const isRestricted = days !== null || Boolean(filter.validOn);
  const parts = [
    ...recognised(filter, scope, limits, isRestricted),
    ...(await certified(reading, filter, scope, limits)),
    ...(await placed(reading, filter, day, limits)),
    ...(await linked(reading, filter, limits)),
  ];
  return { ...scope, conditions: parts };
}

type Part = [FilterPart, RawBuilder<boolean>];
type Scope = Omit<ProductScope, 'conditions'>;

function recognised(
  filter: Partial<ProductFilter>,
  { days, validity }: Scope,
  limits: Limits,
  isRestricted: boolean,
): Part[] {
  const kinds = checkedList('filter.recognitionKinds', filter.recognitionKinds, limits);
  const stars = checkedList('filter.stars', filter.stars, limits);
  const recognition = (condition: RawBuilder<boolean>): RawBuilder<boolean> =>
    sql<boolean>`exists (select from recognition r where r.product_id = p.id and ${condition})`;
  const parts: Part[] = [];
  for (const [argument, given] of [
    ['filter.minStars', filter.minStars],
    ...(stars ?? []).map((one) => ['filter.stars', one]),
  ] as const)
    checkStars(argument as string, given as number | null | undefined);
  const least = filter.minStars;
  if (least !== null && least !== undefined)
    parts.push(['stars', recognition(sql`r.stars >= ${least}::integer and ${starred(days, validity)}`)]);
  if (stars) parts.push(['stars', recognition(sql`r.stars = any(${stars}::integer[]) and ${starred(days, validity)}`)]);
  if (kinds)
    parts.push([
      'recognitionKinds',
      recognition(sql`r.kind = any(${kinds}::text[]) and ${inForce('r', days, validity)}`),
    ]);
  if (isRestricted)
    parts.push(['others', recognition(sql`r.kind <> all(${CANDIDATES}::text[]) and ${inForce('r', days, validity)}`)]);
  return parts;
}

function checkStars(argument: string, stars: number | null | undefined): void {
  if (stars === null || stars === undefined || (stars >= 1 && stars <= 5)) return;
  throw new BadInput('INVALID_RANGE', `${argument}: ${stars} is no number of stars: 1 to 5.`, {
    argument,
    value: stars,
  });
}

async function certified(
  reading: Reading,
  filter: Partial<ProductFilter>,
  { days, validity }: Scope,
  limits: Limits,
): Promise<Part[]> {
  const codes = checkedList('filter.certificates', filter.certificates, limits);
  if (!codes) return [];
  const ids = (await reading.table(standardTable)).rowIds(codes, 'filter.certificates');
  return [
    [
      'others',
      sql<boolean>`exists (select from certificate c where (c.product_id = p.id or c.producer_id = p.producer_id)
        and c.standard_id = any(${ids}::integer[]) and ${inForce('c', days, validity)})`,
    ],
  ];
}

async function placed(reading: Reading, filter: Partial<ProductFilter>, day: Day, limits: Limits): Promise<Part[]> {
  const parts: Part[] = [];
  const codes = checkedList('filter.groups', filter.groups, limits);
  if (codes) {
    const table = await reading.table(groupTable);
    const ids = codes.flatMap((code) => table.within(code, 'filter.groups'));
    parts.push(['groups', sql<boolean>`p.group_id = any(${ids}::integer[])`]);
  }
  const places = checkedList('filter.territories', filter.territories, limits);
  if (places) {
    const table = await reading.table(territoryTable);
    const ids = places.flatMap((place) => table.area(place, day, 'filter.territories')).map(({ row }) => row.id);
    parts.push(['territories', sql<boolean>`p.territory_id = any(${ids}::integer[])`]);
  }
  return parts;
}

async function linked(reading: Reading, filter: Partial<ProductFilter>, limits: Limits): Promise<Part[]> {
  const parts: Part[] = [];
  const kinds = checkedList('filter.producerKinds', filter.producerKinds, limits);
  if (kinds) {
    const made = sql<boolean>`exists (select from producer k where k.id = p.producer_id and k.kind = any(${kinds}::text[]))`;
    parts.push(['producerKinds', made]);
  }
  const producers = checkedList('filter.producers', filter.producers, limits);
  if (producers) {
    const ids = await slugIds(reading, 'producer', producers, 'filter.producers');
    parts.push(['others', sql<boolean>`p.producer_id = any(${ids}::integer[])`]);
  }
  const events = checkedList('filter.events', filter.events, limits);
  if (events) {
    const ids = await slugIds(reading, 'event', events, 'filter.events');
    parts.push([
      'others',
      sql<boolean>`exists (select from exhibit_product x where x.product_id = p.id and x.event_id = any(${ids}::integer[]))`,
    ]);
  }
  const keywords = checkedList('filter.keywords', filter.keywords, limits);
  if (keywords) parts.push(['others', sql<boolean>`p.keywords && ${plain(keywords)}::text[]`]);
  return parts;
}

/** PostgreSQL's texts hold no NUL: a word with one is no keyword. */
const plain = (words: readonly string[]): string[] =>
  words.filter((word) => !word.includes('\0')).map((word) => word.normalize('NFC'));
