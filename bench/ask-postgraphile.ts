/** How PostGraphile is asked: tables, keys and functions as it shows them. Runs on Node's type stripping: only erasable syntax here. */
import { post } from './ask-solieu.ts';
import { indicator, place, products, series } from './turns.ts';
import { searchText } from './vocabulary.ts';
import { type Figure, type Found, type Product, type Questions, typed } from './question.ts';

const FIGURE = 'periodStart periodEnd value status unitMultiplier sourceBySourceId { title publishedOn }';
const PRODUCT = `nodes {
  nameVi slug producerByProducerId { nameVi kind } territoryByTerritoryId { code name }
  benchPeerProductEventsByProductId(first: 5, orderBy: [STARTS_LATEST_ASC, STARTS_EARLIEST_ASC, SORT_KEY_ASC, EVENT_ID_ASC]) {
    nodes { nameVi startsOn }
  }
}`;

const W1 = `query W1($indicator: String!, $territory: String!) {
  indicatorByCode(code: $indicator) { code nameVi unitByUnitId { code } }
  figures: benchPeerLatestFigures(indicator: $indicator, territory: $territory, first: 12) { nodes { ${FIGURE} } }
}`;
const W2_GROUP = `query W2($group: String!) {
  products: benchPeerProductsOfGroup(code: $group, criteria: "BENCH", first: 20) { ${PRODUCT} }
}`;
const W2_TERRITORY = `query W2($territory: String!) {
  products: benchPeerProductsOfTerritory(code: $territory, first: 20) { ${PRODUCT} }
}`;
const W3 = `query W3($indicator: String!) {
  indicatorByCode(code: $indicator) {
    figures: benchPeerFiguresByIndicatorId(
      first: 10000, condition: { breakdownId: 0 }, orderBy: [TERRITORY_ID_ASC, PERIOD_END_ASC, PERIOD_DAYS_ASC]
    ) { nodes { ${FIGURE} } }
  }
}`;
const W4 = `query W4($text: String!, $words: String!) {
  products: benchPeerSearchProducts(typed: $text, words: $words, first: 20) {
    totalCount nodes { nameVi slug producerByProducerId { nameVi } }
  }
}`;
const W6 = `query W6($indicator: Int!, $territory: Int!, $breakdown: Int!, $end: Date!, $days: Int!, $publisher: Int!) {
  figures: benchPeerFiguresAfter(
    indicator: $indicator, territory: $territory, breakdown: $breakdown, periodEnd: $end, periodDays: $days,
    publisher: $publisher, first: 20
  ) { nodes { indicatorByIndicatorId { code } territoryByTerritoryId { code } ${FIGURE} } }
}`;

interface Node {
  indicatorByIndicatorId?: { code: string };
  territoryByTerritoryId?: { code: string };
  value: string;
  status: string;
  unitMultiplier: number;
  sourceBySourceId: { title: string; publishedOn: string };
}

const figure = (node: Node): Figure => ({
  ...(node.indicatorByIndicatorId && node.territoryByTerritoryId
    ? { indicator: node.indicatorByIndicatorId.code, territory: node.territoryByTerritoryId.code }
    : {}),
  value: node.value,
  status: node.status,
  unitMultiplier: node.unitMultiplier,
  title: node.sourceBySourceId.title,
  publishedOn: node.sourceBySourceId.publishedOn,
});

interface Goods {
  nameVi: string;
  slug: string;
  producerByProducerId: { nameVi: string; kind: string } | null;
  territoryByTerritoryId: { code: string; name: string } | null;
  benchPeerProductEventsByProductId: { nodes: { nameVi: string; startsOn: string | null }[] };
}

const product = (node: Goods): Product => ({
  name: node.nameVi,
  slug: node.slug,
  producer: node.producerByProducerId && [node.producerByProducerId.nameVi, node.producerByProducerId.kind],
  territory: node.territoryByTerritoryId && [node.territoryByTerritoryId.code, node.territoryByTerritoryId.name],
  events: node.benchPeerProductEventsByProductId.nodes.map((event) => [event.nameVi, event.startsOn]),
});

const readFigures = (answer: unknown): Figure[] =>
  (answer as { data: { figures: { nodes: Node[] } } }).data.figures.nodes.map(figure);

function readFound(answer: unknown): Found {
  const { totalCount, nodes } = (answer as { data: { products: { totalCount: number; nodes: Goods[] } } }).data
    .products;
  return {
    totalCount,
    nodes: nodes.map((node) => [node.nameVi, node.slug, node.producerByProducerId?.nameVi ?? null]),
  };
}

/** `places` are the columns of the unique index for each figure of each series of places. */
export function askPostgraphile(territories: number, places: readonly string[][]): Questions {
  return {
    W1: { ask: (turn) => post(W1, series(turn, territories)), read: readFigures },
    W2: {
      ask: (turn) => {
        const asked = products(turn);
        return post('group' in asked ? W2_GROUP : W2_TERRITORY, asked);
      },
      read: (answer) => (answer as { data: { products: { nodes: Goods[] } } }).data.products.nodes.map(product),
    },
    W3: {
      ask: (turn) => post(W3, { indicator: indicator(turn) }),
      read: (answer) => readFigures({ data: (answer as { data: { indicatorByCode: unknown } }).data.indicatorByCode }),
    },
    W4: { ask: (turn) => post(W4, typed(searchText(turn))), read: readFound },
    W5: { ask: () => post(W1, series(0, territories)), read: readFigures },
    W6: {
      ask: (turn) => {
        const at = place(turn);
        const [indicator, territory, breakdown, end, days, publisher] = places[at.series]![at.period]!.split(',');
        const numbers = { indicator, territory, breakdown, days, publisher };
        return post(W6, {
          ...Object.fromEntries(Object.entries(numbers).map(([name, id]) => [name, Number(id)])),
          end,
        });
      },
      read: readFigures,
    },
  };
}
