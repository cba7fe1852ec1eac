/** How Mercurius is asked: by the schema that was written for these works. Runs on Node's type stripping: only erasable syntax here. */
import { type Goods, product } from './ask-limit.ts';
import { post } from './ask-solieu.ts';
import { indicator, place, products, series } from './turns.ts';
import { searchText } from './vocabulary.ts';
import { type Figure, type Found, type Questions, typed } from './question.ts';

const FIGURE = 'periodStart periodEnd value status unitMultiplier source { title publishedOn }';
const PRODUCT = '{ name slug producer { name kind } territory { code name } events(first: 5) { name startsOn } }';

const W1 = `query W1($indicator: String!, $territory: String!) {
  indicator(code: $indicator) { code name unit { code } figures: latest(territory: $territory, first: 12) { ${FIGURE} } }
}`;
const W2_GROUP = `query W2($group: String!) { products: productsOfGroup(code: $group, criteria: "BENCH", first: 20) ${PRODUCT} }`;
const W2_TERRITORY = `query W2($territory: String!) { products: productsOfTerritory(code: $territory, first: 20) ${PRODUCT} }`;
const W3 = `query W3($indicator: String!) { indicator(code: $indicator) { figures: observations(first: 10000) { ${FIGURE} } } }`;
const W4 = `query W4($text: String!, $words: String!) {
  found: searchProducts(typed: $text, words: $words, first: 20) { totalCount nodes { name slug producer { name } } }
}`;
const W6 = `query W6($after: String!) {
  figures: observations(first: 20, after: $after) { indicator { code } territory { code } ${FIGURE} }
}`;

interface Node {
  indicator?: { code: string };
  territory?: { code: string };
  value: string;
  status: string;
  unitMultiplier: number;
  source: { title: string; publishedOn: string };
}

const figure = ({ indicator, territory, value, status, unitMultiplier, source }: Node): Figure => ({
  ...(indicator && territory ? { indicator: indicator.code, territory: territory.code } : {}),
  value,
  status,
  unitMultiplier,
  ...source,
});

const readFigures = (answer: unknown): Figure[] => (answer as { data: { figures: Node[] } }).data.figures.map(figure);

const readOfIndicator = (answer: unknown): Figure[] =>
  readFigures({ data: (answer as { data: { indicator: unknown } }).data.indicator });

function readFound(answer: unknown): Found {
  const { totalCount, nodes } = (answer as { data: { found: { totalCount: number; nodes: Goods[] } } }).data.found;
  return { totalCount, nodes: nodes.map(({ name, slug, producer }) => [name, slug, producer?.name ?? null]) };
}

/** `places` are the columns of the unique index for each figure of each series of places. */
export function askMercurius(territories: number, places: readonly string[][]): Questions {
  return {
    W1: { ask: (turn) => post(W1, series(turn, territories)), read: readOfIndicator },
    W2: {
      ask: (turn) => {
        const asked = products(turn);
        return post('group' in asked ? W2_GROUP : W2_TERRITORY, asked);
      },
      read: (answer) => (answer as { data: { products: Goods[] } }).data.products.map(product),
    },
    W3: { ask: (turn) => post(W3, { indicator: indicator(turn) }), read: readOfIndicator },
    W4: { ask: (turn) => post(W4, typed(searchText(turn))), read: readFound },
    W5: { ask: () => post(W1, series(0, territories)), read: readOfIndicator },
    W6: {
      ask: (turn) => {
        const { series, period } = place(turn);
        return post(W6, { after: places[series]![period]! });
      },
      read: readFigures,
    },
  };
}
