/**
 * Fills a migrated and seeded database with a made-up catalogue, the same in every run: 20,000 products of 5,000 producers in a
 * hundred communes, each recognised with stars, and 2,000 events with 40,000 exhibits. Row ids begin beyond those of the seeds.
 * Runs on Node's type stripping: only erasable syntax here.
 */
import type { Client } from 'pg';
import {
  chance,
  eventName,
  goodsNumber,
  MAKER_KINDS,
  MEETING_KINDS,
  pick,
  producerName,
  productName,
} from './vocabulary.ts';

export const COMMUNES = 100;
export const FAMILIES = Array.from({ length: 12 }, (_, family) => `${Math.floor(family / 2) + 1}.${(family % 2) + 1}`);

export const SETS = FAMILIES.flatMap((family) => [1, 2, 3].map((set) => `${family}.${set}`));
const BASE = 1_000_001;
const PRODUCERS = 5_000;
const PRODUCTS = 20_000;
const EVENTS = 2_000;
const EXHIBITS = 40_000;
const EXHIBITS_EACH = EXHIBITS / EVENTS;

export async function fillCatalogue(client: Client): Promise<void> {
  await client.query('set statement_timeout = 0');
  await fillPlaces(client);
  await fillGroups(client);
  await fillProducers(client);
  await fillProducts(client);
  await fillRecognitions(client);
  await fillEvents(client);
  await fillExhibits(client);
}

/** A value for each of so many places. */
const each = <T>(count: number, of: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => of(place));

const communeOf = (producer: number): number => Math.floor(chance(producer, 7) * COMMUNES);
const producerOf = (product: number): number => product % PRODUCERS;

/** Half of the products lie where what they are called does, the others anywhere: a name tells something of the group, not all. */
const setOf = (product: number): string =>
  chance(product, 12) < 0.5 ? SETS[goodsNumber(product) % SETS.length]! : pick(SETS, product, 13);

const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);

async function fillPlaces(client: Client): Promise<void> {
  await client.query(`
    insert into territory (id, code, name, type, level, parent_id)
    select ${BASE - 1}, 'C000', 'Tỉnh đo tốc độ', 'PROVINCE', 'PROVINCE', id from territory where code = 'VN'`);
  await client.query(`
    insert into territory (id, code, name, type, level, parent_id)
    select ${BASE} + n, 'C' || lpad((n + 1)::text, 3, '0'), 'Xã ' || n + 1, 'COMMUNE', 'COMMUNE', ${BASE - 1}
    from generate_series(0, ${COMMUNES - 1}) n`);
}

/** A version of the criteria of its own, so that its codes name nothing else: `1.2@BENCH`. */
async function fillGroups(client: Client): Promise<void> {
  await client.query(`
    insert into ocop_criteria (id, code, decision, name_vi, score_parts, star_bands)
    values (${BASE}, 'BENCH', '1/QĐ', 'Bộ tiêu chí đo tốc độ', '{40,25,35}', '{0,30,50,70,90}')`);
  await client.query(
    `insert into product_group (id, criteria_id, code, level, parent_id, position, name_vi)
     select ${BASE} + array_position(codes, code) - 1, ${BASE}, code,
       (array['GROUP', 'FAMILY', 'SET'])[(length(code) + 1) / 2],
       ${BASE} + array_position(codes, left(code, length(code) - 2)) - 1, array_position(codes, code), 'Nhóm ' || code
     from (select $1::text[] as codes) all_codes, unnest(codes) as code order by length(code)`,
    [[...new Set(FAMILIES.map((code) => code[0]))].concat(FAMILIES, SETS)],
  );
}

async function fillProducers(client: Client): Promise<void> {
  await client.query(
    `insert into producer (id, slug, name_vi, kind, territory_id)
     select ${BASE} + n - 1, 'bench-' || n, name, kind, ${BASE} + commune
     from unnest($1::text[], $2::text[], $3::integer[]) with ordinality as made(name, kind, commune, n)`,
    [
      each(PRODUCERS, producerName),
      each(PRODUCERS, (place) => MAKER_KINDS[place % MAKER_KINDS.length]),
      each(PRODUCERS, communeOf),
    ],
  );
}

async function fillProducts(client: Client): Promise<void> {
  await client.query(
    `insert into product (id, slug, name_vi, group_id, is_group_assigned, producer_id, territory_id)
     select ${BASE} + n - 1, left(replace(folded(name), ' ', '-'), 70) || '-' || n, name, g.id, true,
       m.id, m.territory_id
     from unnest($1::text[], $2::text[], $3::integer[]) with ordinality as made(name, code, maker, n)
     join product_group g on g.criteria_id = ${BASE} and g.code = made.code join producer m on m.id = ${BASE} + maker`,
    [each(PRODUCTS, productName), each(PRODUCTS, setOf), each(PRODUCTS, producerOf)],
  );
}

async function fillRecognitions(client: Client): Promise<void> {
  await client.query(`
    insert into source (id, code, title, publisher_id, published_on, published_precision, published_earliest, published_latest)
    select ${BASE}, 'BENCH_CATALOGUE', 'Danh mục đo tốc độ', id, d::text, 'DAY', d, d
    from agency, (select date '2025-01-01' as d) day where code = 'NSO'`);
  await client.query(
    `insert into recognition (product_id, kind, stars, score, criteria_id, authority_level, decision, issued_on, source_id)
     select ${BASE} + n - 1, 'OCOP', stars, stars * 20 - 5, ${BASE}, 'PROVINCE', n || '/QĐ', issued, ${BASE}
     from unnest($1::integer[], $2::text[]) with ordinality as made(stars, issued, n)`,
    [
      each(PRODUCTS, (place) => 3 + Math.floor(3 * chance(place, 8) ** 3)),
      each(PRODUCTS, (place) => dayAfter('2020-01-01', Math.floor(chance(place, 9) * 2_100))),
    ],
  );
}

async function fillEvents(client: Client): Promise<void> {
  const start = (place: number): string => dayAfter('2018-01-01', Math.floor(chance(place, 10) * 3_000));
  await client.query(
    `insert into event (id, slug, name_vi, kind, planned_start, planned_end, territory_id)
     select ${BASE} + n - 1, 'bench-' || n, name, kind, first, last, ${BASE} + commune
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[]) with ordinality
       as made(name, kind, first, last, commune, n)`,
    [
      each(EVENTS, eventName),
      each(EVENTS, (place) => MEETING_KINDS[place % MEETING_KINDS.length]),
      each(EVENTS, start),
      each(EVENTS, (place) => dayAfter(start(place), 4)),
      each(EVENTS, (place) => Math.floor(chance(place, 11) * COMMUNES)),
    ],
  );
}

/** Each producer shows two of its products. */
async function fillExhibits(client: Client): Promise<void> {
  const showing = (place: number): number =>
    (Math.floor(place / EXHIBITS_EACH) * 37 + (place % EXHIBITS_EACH) * 211) % PRODUCERS;
  await client.query(
    `insert into exhibit (id, event_id, producer_id, booth)
     select ${BASE} + n - 1, ${BASE} + (n - 1) / ${EXHIBITS_EACH}, ${BASE} + maker, 'B' || n
     from unnest($1::integer[]) with ordinality as made(maker, n)`,
    [each(EXHIBITS, showing)],
  );
  await client.query(`
    insert into exhibit_product (exhibit_id, product_id, event_id)
    select x.id, p.id, x.event_id from exhibit x
    join lateral (select id from product p where p.producer_id = x.producer_id order by (p.id * 7 + x.id) % 11 limit 2) p on true
    where x.id >= ${BASE}`);
}
