/** How the limit is asked. Runs on Node's type stripping: only erasable syntax here. */
import { indicator, place, products, series } from './turns.ts';
import { searchText } from './vocabulary.ts';
import type { Figure, Found, Product, Questions } from './question.ts';

interface Row {
  indicator?: string;
  territory?: string;
  value: string;
  status: string;
  unitMultiplier: number;
  source: { title: string; publishedOn: string };
}

const figure = ({ indicator, territory, value, status, unitMultiplier, source }: Row): Figure => ({
  ...(indicator && territory ? { indicator, territory } : {}),
  value,
  status,
  unitMultiplier,
  ...source,
});

export interface Goods {
  name: string;
  slug: string;
  producer: { name: string; kind: string } | null;
  territory: { code: string; name: string } | null;
  events: { name: string; startsOn: string | null }[];
}

export const product = ({ name, slug, producer, territory, events }: Goods): Product => ({
  name,
  slug,
  producer: producer && [producer.name, producer.kind],
  territory: territory && [territory.code, territory.name],
  events: events.map((event) => [event.name, event.startsOn]),
});

const readW1 = (answer: unknown): Figure[] => (answer as { observations: Row[] }).observations.map(figure);
const readFigures = (answer: unknown): Figure[] => (answer as Row[]).map(figure);

function readFound(answer: unknown): Found {
  const { totalCount, nodes } = answer as {
    totalCount: number;
    nodes: { name: string; slug: string; producer: string | null }[];
  };
  return { totalCount, nodes: nodes.map(({ name, slug, producer }) => [name, slug, producer]) };
}

/** `places` are the columns of the unique index for each figure of each series of places. */
export function askLimit(territories: number, places: readonly string[][]): Questions {
  return {
    W1: {
      ask: (turn) => {
        const { indicator, territory } = series(turn, territories);
        return { path: `/w1?indicator=${indicator}&territory=${territory}` };
      },
      read: readW1,
    },
    W2: {
      ask: (turn) => {
        const asked = products(turn);
        return {
          path:
            'group' in asked
              ? `/w2/group?group=${asked.group}&criteria=BENCH`
              : `/w2/territory?territory=${asked.territory}`,
        };
      },
      read: (answer) => (answer as Goods[]).map(product),
    },
    W3: { ask: (turn) => ({ path: `/w3?indicator=${indicator(turn)}` }), read: readFigures },
    W4: { ask: (turn) => ({ path: `/w4?text=${encodeURIComponent(searchText(turn))}` }), read: readFound },
    W5: { ask: () => ({ path: '/w5' }), read: readW1 },
    W6: {
      ask: (turn) => {
        const { series, period } = place(turn);
        return { path: `/w6?after=${places[series]![period]!}` };
      },
      read: readFigures,
    },
  };
}
