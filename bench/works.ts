/** What is measured: the works, and each way in which one is done. Runs on Node's type stripping: only erasable syntax here. */
import { askLimit } from './ask-limit.ts';
import { askMercurius } from './ask-mercurius.ts';
import { askPostgraphile } from './ask-postgraphile.ts';
import { askByGet, askSolieu, askTable } from './ask-solieu.ts';
import { territoriesOf, territoryCode } from './fill.ts';
import type { Places } from './places.ts';
import { type Figure, type Program, PROGRAMS, type Question, type Questions, type WorkName } from './question.ts';

export interface Way {
  name: string;
  program: Program;
  /** The API in a process that keeps its answers. */
  isKept?: boolean;
  question: Question;
  /** What its answer comes down to, where it says less than the limit's. */
  expected?: (limit: unknown) => unknown;
}

/** Rows that W3 asks; the table has as many cells. */
const ROWS_OF_PLACES = 50;

/** The ways of each work over a database of so many observations. */
export function waysOf(observations: number, { keys, cursors }: Places): Record<WorkName, Way[]> {
  const territories = territoriesOf(observations);
  const asked: Record<Program, Questions> = {
    limit: askLimit(territories, keys),
    Solieu: askSolieu(territories, cursors),
    PostGraphile: askPostgraphile(territories, keys),
    Mercurius: askMercurius(territories, keys),
  };
  const plain = (work: WorkName): Way[] =>
    PROGRAMS.map((program) => ({ name: program, program, question: asked[program][work] }));
  const codes = Array.from({ length: Math.min(ROWS_OF_PLACES, territories) }, (_, nth) => territoryCode(nth));
  const table: Way = {
    name: 'Solieu `table`',
    program: 'Solieu',
    question: askTable(codes),
    expected: (figures) => (figures as Figure[]).map(({ value }) => value),
  };
  const kept = (name: string, question: Question): Way => ({ name, program: 'Solieu', isKept: true, question });
  return {
    W1: plain('W1'),
    W2: plain('W2'),
    W3: [...plain('W3'), table],
    W4: plain('W4'),
    W5: [
      ...plain('W5').filter(({ program }) => program !== 'Solieu'),
      kept('Solieu kept', asked.Solieu.W5),
      kept('Solieu kept, GET', askByGet(territories)),
    ],
    W6: plain('W6'),
  };
}
