/** What is measured: each work as the API is asked and as the limit is. Runs on Node's type stripping: only erasable syntax here. */
import { COMMUNES, FAMILIES } from './fill-catalogue.ts';
import type { Ask } from './load.ts';
import { searchText } from './vocabulary.ts';

/** Who is asked, and how the question of each turn is put. */
export interface Way {
  name: string;
  ask: (turn: number) => Ask;
}

export interface Work {
  /** What must be filled for it. */
  needs: 'figures' | 'catalogue';
  ways: Way[];
}

const W1 = `query W1($indicator: String!, $territory: String!) {
  indicator(code: $indicator) {
    code
    name
    unit { code }
    observations(filter: { territories: [$territory] }, orderBy: { field: PERIOD, direction: DESC }, first: 12) {
      nodes { period { code } value status unitMultiplier citation { source { title publishedOn { date } } } }
    }
  }
}`;
const W2 = `query W2($filter: ProductFilter!) {
  products(filter: $filter, first: 20, orderBy: { field: NAME, direction: ASC }) {
    nodes { name slug producer { name kind } territory { code name } events(first: 5) { nodes { name startsOn { date } } } }
  }
}`;
const W3 = `query W3($indicator: String!) {
  observations(filter: { indicators: [$indicator] }, first: 10000) {
    nodes { period { code } value status unitMultiplier citation { source { title publishedOn { date } } } }
  }
}`;
const TABLE = `query Table($indicator: String!) { table(filter: { indicators: [$indicator] }) { size values status } }`;
const W4 = `query W4($text: String!) {
  products(filter: { search: $text }, first: 20) { totalCount nodes { name slug producer { name } } }
}`;

const indicator = (turn: number): string => `BENCH_${String((turn % 100) + 1).padStart(3, '0')}`;
const territory = (turn: number): string => `B${String((turn % 10) + 1).padStart(4, '0')}`;
const family = (turn: number): string => FAMILIES[(turn >> 1) % FAMILIES.length]!;
const commune = (turn: number): string => `C${String(((turn >> 1) % COMMUNES) + 1).padStart(3, '0')}`;
const isByGroup = (turn: number): boolean => turn % 2 === 0;

/** The works, asked of an API and of a limit by their ports. */
export function worksOf(apiPort: number, limitPort: number): Record<string, Work> {
  const api = (name: string, query: string, variables: (turn: number) => object): Way => ({
    name,
    ask: (turn) => ({ port: apiPort, path: '/graphql', body: JSON.stringify({ query, variables: variables(turn) }) }),
  });
  const limit = (path: (turn: number) => string): Way => ({
    name: 'limit',
    ask: (turn) => ({ port: limitPort, path: path(turn) }),
  });
  return {
    W1: {
      needs: 'figures',
      ways: [
        limit((turn) => `/w1?indicator=${indicator(turn)}&territory=${territory(turn)}`),
        api('Solieu', W1, (turn) => ({ indicator: indicator(turn), territory: territory(turn) })),
      ],
    },
    W2: {
      needs: 'catalogue',
      ways: [
        limit((turn) =>
          isByGroup(turn)
            ? `/w2/group?group=${family(turn)}&criteria=BENCH`
            : `/w2/territory?territory=${commune(turn)}`,
        ),
        api('Solieu', W2, (turn) => ({
          filter: isByGroup(turn) ? { groups: [`${family(turn)}@BENCH`] } : { territories: [commune(turn)] },
        })),
      ],
    },
    W3: {
      needs: 'figures',
      ways: [
        limit((turn) => `/w3?indicator=${indicator(turn)}`),
        api('Solieu', W3, (turn) => ({ indicator: indicator(turn) })),
        api('table', TABLE, (turn) => ({ indicator: indicator(turn) })),
      ],
    },
    W4: {
      needs: 'catalogue',
      ways: [
        limit((turn) => `/w4?text=${encodeURIComponent(searchText(turn))}`),
        api('Solieu', W4, (turn) => ({ text: searchText(turn) })),
      ],
    },
  };
}
