/** Mercurius with graphql-jit on Fastify: hand-written SQL under names, so that PostgreSQL keeps the plans; loaders against n+1. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL) });

/** Answers the rows of a statement that is prepared once a connection. */
const rowsOf = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const schema = `
  type Query {
    indicator(code: String!): Indicator
    observations(first: Int!, after: String): [Observation!]!
    productsOfGroup(code: String!, criteria: String!, first: Int!): [Product!]!
    productsOfTerritory(code: String!, first: Int!): [Product!]!
    searchProducts(typed: String!, words: String!, first: Int!): Found!
  }
  type Indicator {
    code: String!
    name: String!
    unit: Unit!
    latest(territory: String!, first: Int!): [Observation!]!
    observations(first: Int!): [Observation!]!
  }
  type Unit { code: String! }
  type Observation {
    indicator: Indicator!
    territory: Territory!
    periodStart: String!
    periodEnd: String!
    value: String
    status: String!
    unitMultiplier: Int
    source: Source!
  }
  type Source { title: String publishedOn: String }
  type Found { totalCount: Int! nodes: [Product!]! }
  type Product { name: String! slug: String! producer: Producer territory: Territory events(first: Int!): [Event!]! }
  type Producer { name: String! kind: String }
  type Territory { code: String! name: String! }
  type Event { name: String! startsOn: String }
`;

const PLACE = 'o.indicator_id, o.territory_id, o.breakdown_id, o.period_end, o.period_days, o.publisher_id';
const NEWEST_FIRST = 'p.states_value desc, p.published_latest desc, p.known_from desc, p.id desc';
const COLUMNS = `o.indicator_id, o.territory_id, o.period_start::text as "periodStart", o.period_end::text as "periodEnd",
  o.value::text, o.status, o.unit_multiplier as "unitMultiplier", s.title, s.published_on as "publishedOn"`;
const NEWEST = `cross join lateral (select p.value, p.status, p.unit_multiplier, p.source_id from print_reading p
  where p.observation_id = o.id and p.published_at <= now() order by ${NEWEST_FIRST} limit 1) p`;

/** Every figure has a source: what each row needs is joined, and handed on as it lies in the row. */
const LATEST = `select ${COLUMNS} from (
    select o.*, p.* from observation o ${NEWEST}
    where o.indicator_id = $1 and o.territory_id = (select id from territory where code = $2) and o.breakdown_id = 0
    order by o.period_end desc, o.period_days desc limit $3) o
  join source s on s.id = o.source_id order by o.period_end desc, o.period_days desc`;
const OF_INDICATOR = `select ${COLUMNS} from (
    select distinct on (${PLACE}) o.*, p.value, p.status, p.unit_multiplier, p.source_id
    from observation o join print_reading p on p.observation_id = o.id and p.published_at <= now()
    where o.indicator_id = $1 and o.breakdown_id = 0 order by ${PLACE}, ${NEWEST_FIRST} limit $2) o
  join source s on s.id = o.source_id order by ${PLACE}`;
const AFTER = `select ${COLUMNS} from (
    select o.*, p.* from observation o ${NEWEST}
    where (${PLACE}) > ($1::integer, $2::integer, $3::integer, $4::date, $5::integer, $6::integer) and o.breakdown_id = 0
    order by ${PLACE} limit $7) o
  join source s on s.id = o.source_id order by ${PLACE}`;

const PRODUCT = 'p.id, p.name_vi as name, p.slug, p.producer_id, p.territory_id';
const PRODUCTS_OF_GROUP = `select ${PRODUCT} from product p
  where p.group_id in (select g.id from product_group g join ocop_criteria c on c.id = g.criteria_id
    where c.code = $2 and (g.code = $1 or starts_with(g.code, $1 || '.')))
  order by p.sort_key, p.id limit $3`;
const PRODUCTS_OF_TERRITORY = `select ${PRODUCT} from product p
  where p.territory_id in (with recursive area as (
    select id from territory where code = $1 union all
    select t.id from territory t join area on t.parent_id = area.id) select id from area)
  order by p.sort_key, p.id limit $2`;
const SEARCH = `select ${PRODUCT}, count(*) over ()::integer as total from product p where p.words @@ to_tsquery('simple', $2)
  order by case when p.folded_name = $1 then 0 when starts_with(p.folded_name, $1 || ' ') then 1
    when starts_with(p.folded_name, $1) then 2 when strpos(p.folded_name, ' ' || $1) > 0 then 3 else 4 end, p.sort_key, p.id
  limit $3`;
const EVENTS = `select asked.id, e.name_vi as name, e.starts_on as "startsOn" from unnest($1::integer[]) as asked(id)
  cross join lateral (
    select e.name_vi, e.starts_on, e.starts_latest, e.starts_earliest, e.sort_key, e.id
    from (select distinct event_id from exhibit_product where product_id = asked.id) shown join event e on e.id = shown.event_id
    order by e.starts_latest, e.starts_earliest, e.sort_key, e.id limit $2) e
  order by asked.id, e.starts_latest, e.starts_earliest, e.sort_key, e.id`;

const resolvers = {
  Query: {
    indicator: async (_, { code }) =>
      (
        await rowsOf('indicator', 'select id, code, name_vi as name, unit_id from indicator where code = $1', [code])
      )[0],
    observations: (_, { first, after }) => rowsOf('after', AFTER, [...after.split(','), first]),
    productsOfGroup: (_, { code, criteria, first }) => rowsOf('of_group', PRODUCTS_OF_GROUP, [code, criteria, first]),
    productsOfTerritory: (_, { code, first }) => rowsOf('of_territory', PRODUCTS_OF_TERRITORY, [code, first]),
    searchProducts: async (_, { typed, words, first }) => {
      const nodes = await rowsOf('search', SEARCH, [typed, words, first]);
      return { totalCount: nodes[0]?.total ?? 0, nodes };
    },
  },
  Indicator: {
    latest: ({ id }, { territory, first }) => rowsOf('latest', LATEST, [id, territory, first]),
    observations: ({ id }, { first }) => rowsOf('of_indicator', OF_INDICATOR, [id, first]),
  },
  Observation: { source: (row) => row },
};

/** A loader by a column that names rows of another table by their id. */
const byId = (name, text, column) => async (queries) => {
  const ids = [...new Set(queries.map(({ obj }) => obj[column]).filter((id) => id !== null))];
  const rows = new Map((await rowsOf(name, text, [ids])).map((row) => [row.id, row]));
  return queries.map(({ obj }) => rows.get(obj[column]) ?? null);
};

const INDICATORS = 'select id, code, name_vi as name, unit_id from indicator where id = any($1)';
const TERRITORIES = 'select id, code, name from territory where id = any($1)';
const territory = byId('territories', TERRITORIES, 'territory_id');

/** Keeping what a loader answers within a request would only cost: nothing here is asked twice. */
const loader = (batch) => ({ loader: batch, opts: { cache: false } });

const loaders = {
  Indicator: { unit: loader(byId('units', 'select id, code from unit where id = any($1)', 'unit_id')) },
  Observation: { indicator: loader(byId('indicators', INDICATORS, 'indicator_id')), territory: loader(territory) },
  Product: {
    producer: loader(
      byId('producers', 'select id, name_vi as name, kind from producer where id = any($1)', 'producer_id'),
    ),
    territory: loader(territory),
    events: loader(async (queries) => {
      const rows = await rowsOf('events', EVENTS, [queries.map(({ obj }) => obj.id), queries[0].params.first]);
      const lists = Map.groupBy(rows, ({ id }) => id);
      return queries.map(({ obj }) => lists.get(obj.id) ?? []);
    }),
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${app.server.address().port}\n`);
