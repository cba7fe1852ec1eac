/**
 * The limit that the API is measured against, a program of its own: node:http and prepared SQL that builds the JSON, nothing else.
 * It reads the same tables under the same two conditions: `/w1?indicator=…&territory=…`, `/w2/group?group=…&criteria=…`,
 * `/w2/territory?territory=…`, `/w3?indicator=…`, `/w4?text=…`, `/w6?after=…,…`, and `/w5`, which is ready.
 * Runs on Node's type stripping: only erasable syntax here.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { folded } from '../src/kernel/folded.ts';
import { indicatorCode, territoryCode } from './fill.ts';

const NEWEST_FIRST = 'p.states_value desc, p.published_latest desc, p.known_from desc, p.id desc';

/** Of an observation `o`, the print that its value comes from. */
const NEWEST = `
  cross join lateral (select p.value, p.status, p.unit_multiplier, p.source_id from print_reading p
    where p.observation_id = o.id and p.published_at <= now()
    order by ${NEWEST_FIRST} limit 1) p`;

const FIGURE = `'period', o.period_start || '/' || o.period_end, 'value', o.value::text, 'status', o.status,
  'unitMultiplier', o.unit_multiplier, 'source', json_build_object('title', s.title, 'publishedOn', s.published_on)`;

/** In the order of the unique index. */
const PLACE = 'o.indicator_id, o.territory_id, o.breakdown_id, o.period_end, o.period_days, o.publisher_id';

const EVENTS = `
  select coalesce(json_agg(json_build_object('name', name_vi, 'startsOn', starts_on)), '[]') from (
    select e.name_vi, e.starts_on
    from (select distinct event_id from exhibit_product where product_id = p.id) shown join event e on e.id = shown.event_id
    order by coalesce(e.starts_latest, '9999-12-31'), coalesce(e.starts_earliest, '9999-12-31'), e.sort_key, e.id
    limit 5) first_five`;

const products = (where: string): string => `
  select coalesce(json_agg(json_build_object('name', p.name_vi, 'slug', p.slug,
    'producer', case when m.id is not null then json_build_object('name', m.name_vi, 'kind', m.kind) end,
    'territory', case when t.id is not null then json_build_object('code', t.code, 'name', t.name) end,
    'events', (${EVENTS})) order by p.sort_key, p.id), '[]')::text as body
  from (select p.* from product p where ${where} order by p.sort_key, p.id limit 20) p
  left join producer m on m.id = p.producer_id
  left join territory t on t.id = p.territory_id`;

/** The same closeness as the API's: the name itself, its beginning, words within it, words apart. */
const SEARCH = `
  with found as materialized (
    select p.id, p.sort_key, case when p.folded_name = $1 then 0 when starts_with(p.folded_name, $1 || ' ') then 1
      when starts_with(p.folded_name, $1) then 2 when strpos(p.folded_name, ' ' || $1) > 0 then 3 else 4 end as closeness
    from product p where p.words @@ to_tsquery('simple', $2))
  select json_build_object('totalCount', (select count(*) from found), 'nodes', (
    select coalesce(json_agg(json_build_object('name', p.name_vi, 'slug', p.slug, 'producer', m.name_vi)
      order by f.closeness, f.sort_key, f.id), '[]')
    from (select * from found order by closeness, sort_key, id limit 20) f
    join product p on p.id = f.id left join producer m on m.id = p.producer_id))::text as body`;

interface Statement {
  name: string;
  text: string;
  values: (asked: URLSearchParams) => unknown[];
}

const valuesOf =
  (...names: string[]) =>
  (asked: URLSearchParams): unknown[] =>
    names.map((name) => asked.get(name));

function searched(asked: URLSearchParams): unknown[] {
  const words = folded(asked.get('text') ?? '');
  return [words, [...new Set(words.split(' '))].map((word) => `${word}:*`).join(' & ')];
}

const STATEMENTS: Record<string, Statement> = {
  '/w1': {
    name: 'w1',
    text: `select json_build_object('code', i.code, 'name', i.name_vi, 'unit', u.code, 'observations',
        (select json_agg(json_build_object(${FIGURE}) order by o.period_end desc, o.period_days desc)
          from (select o.*, p.* from observation o ${NEWEST}
            where o.indicator_id = i.id and o.territory_id = t.id and o.breakdown_id = 0
            order by o.period_end desc, o.period_days desc limit 12) o join source s on s.id = o.source_id))::text as body
      from indicator i join unit u on u.id = i.unit_id, territory t where i.code = $1 and t.code = $2`,
    values: valuesOf('indicator', 'territory'),
  },
  '/w2/group': {
    name: 'w2_group',
    text: products(`p.group_id in (select g.id from product_group g join ocop_criteria c on c.id = g.criteria_id
      where c.code = $2 and (g.code = $1 or starts_with(g.code, $1 || '.')))`),
    values: valuesOf('group', 'criteria'),
  },
  '/w2/territory': {
    name: 'w2_territory',
    text: products(`p.territory_id in (with recursive area as (
      select id from territory where code = $1 union all
      select t.id from territory t join area on t.parent_id = area.id) select id from area)`),
    values: valuesOf('territory'),
  },
  '/w3': {
    name: 'w3',
    text: `select coalesce(json_agg(json_build_object(${FIGURE}) order by ${PLACE}), '[]')::text as body
      from (select distinct on (${PLACE}) o.*, p.value, p.status, p.unit_multiplier, p.source_id
        from observation o join print_reading p on p.observation_id = o.id and p.published_at <= now()
        where o.indicator_id = (select id from indicator where code = $1) and o.breakdown_id = 0
        order by ${PLACE}, ${NEWEST_FIRST} limit 10000) o join source s on s.id = o.source_id`,
    values: valuesOf('indicator'),
  },
  '/w4': { name: 'w4', text: SEARCH, values: searched },
  '/w6': {
    name: 'w6',
    text: `select coalesce(json_agg(json_build_object('indicator', i.code, 'territory', t.code, ${FIGURE}) order by ${PLACE}), '[]')::text as body
      from (select o.*, p.* from observation o ${NEWEST}
        where (${PLACE}) > ($1::integer, $2::integer, $3::integer, $4::date, $5::integer, $6::integer) and o.breakdown_id = 0
        order by ${PLACE} limit 20) o
      join indicator i on i.id = o.indicator_id join territory t on t.id = o.territory_id join source s on s.id = o.source_id`,
    values: (asked) => asked.get('after')!.split(','),
  },
};

/** One answer of W1, ready: what keeping answers can come near to. */
async function ready(pool: Pool): Promise<Buffer> {
  const { name, text } = STATEMENTS['/w1']!;
  const { rows } = await pool.query<{ body: string }>({ name, text, values: [indicatorCode(0), territoryCode(0)] });
  return Buffer.from(rows[0]!.body);
}

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: Number(process.env['DATABASE_POOL']) });
const kept = await ready(pool);
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.url === '/w5') {
    response.end(kept);
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { name, text, values } = STATEMENTS[url.pathname]!;
  pool.query<{ body: string }>({ name, text, values: values(url.searchParams) }).then(
    ({ rows }) => response.end(rows[0]?.body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
