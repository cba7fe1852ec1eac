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
import { type Days, onDay } from './in-force.js';
import type { ProductFilter, RequiredValidity } from './product-filter.type.js';
import { inForceAsAsked, notAll, type Recognised, recognisedOf, type RecognisedPart } from './recognised.js';
import type { Certainty } from './validity.js';

/** A part of the filter that facets leave out to count its alternatives. */
export type FilterPart = RecognisedPart | 'groups' | 'territories' | 'producerKinds';

/** A checked filter on products `p`. */
export interface ProductScope {
  search: Search | null;
  /** The day of the question. */
  day: Day;
  days: Days;
  /** How sure facets have to be. */
  validity: Certainty | 'ON_RECORD';
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
  checkDays(filter, days !== null);
  const day = filter.validOn ?? dayOf(reading.moment);
  const validity = filter.validity ?? 'CERTAIN';
  const asked = days ?? onDay(day);
  const recognised = await recognisedOf(reading, limits, filter, days !== null || Boolean(filter.validOn));
  return {
    search: searchOf(filter.search, 'filter.search'),
    day,
    days: asked,
    validity: least(validity),
    conditions: [
      ...inForceAsAsked(recognised, asked, least(validity)),
      ...without(recognised, filter, asked, validity),
      ...(await placed(reading, filter, day, limits)),
      ...(await linked(reading, filter, limits)),
    ],
  };
}

type Part = [FilterPart, RawBuilder<boolean>];

/** What is only possible is at least possible. */
const least = (validity: RequiredValidity): Certainty | 'ON_RECORD' =>
  validity === 'ONLY_POSSIBLE' ? 'POSSIBLE' : validity;

/** What must not be: certain, where only the possible is asked; in force as asked, on a day after. */
function without(
  recognised: Recognised,
  { noMoreOn }: Partial<ProductFilter>,
  days: Days,
  validity: RequiredValidity,
): Part[] {
  const certain = validity === 'ONLY_POSSIBLE' ? inForceAsAsked(recognised, days, 'CERTAIN') : [];
  const after = noMoreOn ? inForceAsAsked(recognised, onDay(noMoreOn), least(validity)) : [];
  return [certain, after].flatMap((parts): Part[] => (parts.length === 0 ? [] : [['others', notAll(parts)]]));
}

function checkDays({ validOn, noMoreOn }: Partial<ProductFilter>, isTold: boolean): void {
  if (isTold && (validOn ?? noMoreOn)) {
    const argument = validOn ? 'filter.validOn' : 'filter.noMoreOn';
    throw new BadInput('INVALID_COMBINATION', `${argument} has no place here: the days are those of the event.`, {
      argument,
      value: validOn ?? noMoreOn,
    });
  }
  if (!noMoreOn) return;
  const details = { argument: 'filter.noMoreOn', value: noMoreOn };
  if (!validOn)
    throw new BadInput('INVALID_COMBINATION', 'filter.noMoreOn needs filter.validOn: in force when before?', details);
  if (noMoreOn <= validOn)
    throw new BadInput(
      'INVALID_RANGE',
      `filter.noMoreOn "${noMoreOn}" is not after filter.validOn "${validOn}".`,
      details,
    );
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
