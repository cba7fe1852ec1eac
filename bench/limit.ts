/**
 * The limit that the API is measured against: node:http and prepared SQL that builds the JSON, nothing else. It reads the same
 * tables under the same two conditions. Runs on Node's type stripping: only erasable syntax here.
 */
import { createServer, type Server } from 'node:http';
import { Pool } from 'pg';
import { folded } from '../src/kernel/folded.ts';

const ROWS = `
  select o.period_start, o.period_end, o.period_days, p.value::text, p.status, p.unit_multiplier, s.title, s.published_on
  from observation o
  cross join lateral (select * from print_reading p
    where p.observation_id = o.id and p.published_at <= now()
    order by p.states_value desc, p.published_latest desc, p.known_from desc, p.id desc limit 1) p
  join source s on s.id = p.source_id
  join indicator i on i.id = o.indicator_id
  join territory t on t.id = o.territory_id`;

const AS_JSON = `json_build_object('period', period_start || '/' || period_end, 'value', value, 'status', status,
  'unitMultiplier', unit_multiplier, 'source', json_build_object('title', title, 'publishedOn', published_on))`;

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
        (select json_agg(${AS_JSON}) from (${ROWS} where o.indicator_id = i.id and t.code = $2
          order by o.period_end desc, o.period_days desc limit 12) twelve))::text as body
      from indicator i join unit u on u.id = i.unit_id where i.code = $1`,
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
    text: `select coalesce(json_agg(${AS_JSON}), '[]')::text as body from (${ROWS} where i.code = $1
      order by t.code collate "C", o.period_end, o.period_days limit 10000) rows`,
    values: valuesOf('indicator'),
  },
  '/w4': { name: 'w4', text: SEARCH, values: searched },
};

/** Answers `/w1?indicator=…&territory=…`, `/w2/group?group=…&criteria=…`, `/w2/territory?territory=…`, `/w3?indicator=…`, `/w4?text=…`. */
export function serveLimit(
  databaseUrl: string,
  connections: number,
): Promise<{ server: Server; pool: Pool; port: number }> {
  const pool = new Pool({ connectionString: databaseUrl, max: connections });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { name, text, values } = STATEMENTS[url.pathname]!;
    pool.query<{ body: string }>({ name, text, values: values(url.searchParams) }).then(
      ({ rows }) => response.setHeader('content-type', 'application/json').end(rows[0]?.body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, pool, port: (server.address() as { port: number }).port }));
  });
}
