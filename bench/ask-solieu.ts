/** How the API is asked. Runs on Node's type stripping: only erasable syntax here. */
import type { Ask } from './load.ts';
import type { Figure, Found, Product, Question, Questions } from './question.ts';
import { indicator, place, type Products, products, series } from './turns.ts';
import { searchText } from './vocabulary.ts';

const FIGURE = 'period { code } value status unitMultiplier citation { source { title publishedOn { date } } }';

const W1 = `query W1($indicator: String!, $territory: String!) {
  indicator(code: $indicator) {
    code
    name
    unit { code }
    observations(filter: { territories: [$territory] }, orderBy: { field: PERIOD, direction: DESC }, first: 12) {
      nodes { ${FIGURE} }
    }
  }
}`;
const W2 = `query W2($filter: ProductFilter!) {
  products(filter: $filter, first: 20, orderBy: { field: NAME, direction: ASC }) {
    nodes { name slug producer { name kind } territory { code name } events(first: 5) { nodes { name startsOn { date } } } }
  }
}`;
const W3 = `query W3($indicator: String!) {
  observations(filter: { indicators: [$indicator] }, first: 10000) { nodes { ${FIGURE} } }
}`;
const TABLE = `query Table($filter: ObservationFilter!) { table(filter: $filter) { size values status } }`;
const W4 = `query W4($text: String!) {
  products(filter: { search: $text }, first: 20) { totalCount nodes { name slug producer { name } } }
}`;
const W6 = `query W6($after: String!) {
  observations(first: 20, after: $after) { nodes { indicator { code } territory { code } ${FIGURE} } }
}`;
/** Gives the cursors of a series. */
export const CURSORS = `query Cursors($indicator: String!, $territory: String!) {
  observations(filter: { indicators: [$indicator], territories: [$territory] }, first: 1000) { edges { cursor } }
}`;

export const post = (query: string, variables: object): Ask => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

const get = (query: string, variables: object): Ask => ({
  path: `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`,
});

interface Node {
  indicator?: { code: string };
  territory?: { code: string };
  value: string;
  status: string;
  unitMultiplier: number;
  citation: { source: { title: string; publishedOn: { date: string } } };
}

const figure = ({ indicator, territory, value, status, unitMultiplier, citation: { source } }: Node): Figure => ({
  ...(indicator && territory ? { indicator: indicator.code, territory: territory.code } : {}),
  value,
  status,
  unitMultiplier,
  title: source.title,
  publishedOn: source.publishedOn.date,
});

interface Goods {
  name: string;
  slug: string;
  producer: { name: string; kind: string } | null;
  territory: { code: string; name: string } | null;
  events: { nodes: { name: string; startsOn: { date: string } | null }[] };
}

const product = ({ name, slug, producer, territory, events }: Goods): Product => ({
  name,
  slug,
  producer: producer && [producer.name, producer.kind],
  territory: territory && [territory.code, territory.name],
  events: events.nodes.map((event) => [event.name, event.startsOn?.date ?? null]),
});

const of = (asked: Products): object =>
  'group' in asked ? { groups: [`${asked.group}@BENCH`] } : { territories: [asked.territory] };

const readW1 = (answer: unknown): Figure[] =>
  (answer as { data: { indicator: { observations: { nodes: Node[] } } } }).data.indicator.observations.nodes.map(
    figure,
  );

const readFigures = (answer: unknown): Figure[] =>
  (answer as { data: { observations: { nodes: Node[] } } }).data.observations.nodes.map(figure);

function readFound(answer: unknown): Found {
  const { totalCount, nodes } = (answer as { data: { products: { totalCount: number; nodes: Goods[] } } }).data
    .products;
  return { totalCount, nodes: nodes.map(({ name, slug, producer }) => [name, slug, producer?.name ?? null]) };
}

/** `cursors` are those of each series of places. */
export function askSolieu(territories: number, cursors: readonly string[][]): Questions {
  return {
    W1: { ask: (turn) => post(W1, series(turn, territories)), read: readW1 },
    W2: {
      ask: (turn) => post(W2, { filter: of(products(turn)) }),
      read: (answer) => (answer as { data: { products: { nodes: Goods[] } } }).data.products.nodes.map(product),
    },
    W3: { ask: (turn) => post(W3, { indicator: indicator(turn) }), read: readFigures },
    W4: { ask: (turn) => post(W4, { text: searchText(turn) }), read: readFound },
    W5: { ask: always(post(W1, series(0, territories))), read: readW1 },
    W6: {
      ask: (turn) => {
        const { series, period } = place(turn);
        return post(W6, { after: cursors[series]![period]! });
      },
      read: readFigures,
    },
  };
}

const always = (ask: Ask) => (): Ask => ask;

export const askByGet = (territories: number): Question => ({
  ask: always(get(W1, series(0, territories))),
  read: readW1,
});

/** The cells of W3's rows: of as many places as make up a page of theirs. */
export const askTable = (territories: readonly string[]): Question => ({
  ask: (turn) => post(TABLE, { filter: { indicators: [indicator(turn)], territories } }),
  read: (answer) => (answer as { data: { table: { values: unknown } } }).data.table.values,
});
