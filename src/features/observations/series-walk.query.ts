import { type CodeTable, compareCodes } from '../../kernel/code-table.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import type { Agency } from '../agencies/agency.type.js';
import { observationsOf } from './observation-rows.js';
import type { ObservationScope } from './observation-scope.js';
import type { Observation } from './observation.type.js';
import { type SeriesBundle, seriesTable } from './series.table.js';
import type { Bound, Walk } from './series-walk.js';
import { oneSeries, seriesInTurn, type WalkShape } from './series-walk.statement.js';

type Walks = ReadonlyMap<number, Walk>;
type Lists = Map<number, Observation[]>;

/** How many series the first statement may visit, more where many figures may not count; each further one takes more. */
const SERIES = 50;
const SERIES_WHERE_SPARSE = 2000;
const GROWTH = 8;

/** As many prints may be read whatever is asked: a short list is not read twice for one figure of many prints. */
const FEWEST_PRINTS = 12;
/** So many times more are read again where prints were too many for the figures asked. */
const PRINTS_GROWTH = 4;

const isSparse = ({ asOf, from, to, kinds }: ObservationScope): boolean =>
  [asOf, from, to, kinds].some((asked) => asked !== null);

/**
 * At least the first `most` figures of each walk that has so many, by parent, those of one period in no order. Only what is
 * needed is read, so a page in the middle of millions costs what the first one costs.
 */
export async function walked(reading: Reading, scope: ObservationScope, walks: Walks, most: number): Promise<Lists> {
  const lists: Lists = new Map([...walks.keys()].map((parent) => [parent, []]));
  let [first, next] = [0, Math.max(most, isSparse(scope) ? SERIES_WHERE_SPARSE : SERIES)];
  let open = [...walks].filter(([, { series }]) => series.length > 0);
  while (open.length > 0) {
    const steps = open.map(([parent, walk]) => ({ parent, walk, first, series: walk.series.slice(first, next) }));
    await walkOn(reading, scope, steps, lists, most);
    open = open.filter(([parent, { series }]) => series.length > next && lists.get(parent)!.length < most);
    [first, next] = [next, next * GROWTH];
  }
  return lists;
}

/** Adds the figures of each step to the list of its parent, until that has so many or the step is done. */
async function walkOn(reading: Reading, scope: ObservationScope, steps: Step[], lists: Lists, most: number) {
  const all = await reading.table(seriesTable);
  let open = steps;
  let limit = Math.max(Math.ceil(most * all.printsOfFigure) + mostOfOnePeriod(steps), FEWEST_PRINTS);
  while (open.length > 0) {
    const found = await read(reading, scope, open, limit);
    const isOpen = ({ parent }: Step): boolean => {
      const [list, figures] = [lists.get(parent)!, found.get(parent) ?? []];
      const prints = figures.reduce((sum, figure) => sum + figure.printCount, 0);
      const whole = prints < limit ? figures : withoutLastPeriod(figures);
      if (prints === limit) all.met(prints, figures.length);
      if (prints === limit && list.length + whole.length < most) return true;
      list.push(...whole);
      return false;
    };
    open = open.filter(isOpen);
    limit *= PRINTS_GROWTH;
  }
}

/** Prints of the last period may be left to read, where as many were read as were asked for. */
function withoutLastPeriod(figures: Observation[]): Observation[] {
  const { indicator, territory, breakdown, period } = figures.at(-1)!.parts;
  const isElsewhere = ({ parts }: Observation): boolean =>
    parts.period.start !== period.start ||
    parts.period.end !== period.end ||
    parts.indicator !== indicator ||
    parts.territory !== territory ||
    parts.breakdown !== breakdown;
  return figures.slice(0, figures.findLastIndex(isElsewhere) + 1);
}

/** So many are read more than asked, since of the last period not all may have been read. */
const mostOfOnePeriod = (steps: readonly Step[]): number =>
  steps.reduce((most, { series }) => series.reduce((more, { publishers }) => Math.max(more, publishers), most), 1);

/** Some series of a walk, and how many of it come before. */
interface Step {
  parent: number;
  walk: Walk;
  first: number;
  series: readonly SeriesBundle[];
}

const isBegun = ({ walk, first }: Step): boolean => walk.from !== null && first === 0;
const isEnded = ({ walk, first, series }: Step): boolean =>
  walk.to !== null && first + series.length === walk.series.length;

/** The row of no breakdown. */
const TOTAL = 0;

/** Figures of steps, by parent: of each as many as `limit` prints tell of. */
async function read(reading: Reading, scope: ObservationScope, steps: Step[], limit: number): Promise<Lists> {
  const [begun, ended] = [steps.find(isBegun), steps.find(isEnded)];
  const all = steps.flatMap(({ series }) => series);
  const { asOf, from, to, kinds } = scope;
  const { downwards } = steps[0]!.walk;
  const shape: WalkShape = {
    limit,
    downwards,
    onlyTotals: all.every(({ breakdown }) => breakdown === TOTAL),
    begins: begun !== undefined,
    finishes: ended !== undefined,
    asOf: asOf !== null,
    from: from !== null,
    to: to !== null,
    kinds: kinds?.toSorted() ?? null,
  };
  const agencies = await reading.table(agencyTable);
  const values = { moment: reading.moment, asOf, from, to, ...boundsOf(agencies, begun, ended) };
  const rows =
    all.length === 1
      ? await oneSeries(reading.db, shape, { ...values, ...all[0]!, parent: steps[0]!.parent })
      : await seriesInTurn(
          reading.db,
          { ...shape, isOfOneParent: steps.length === 1 },
          { ...values, ...turns(steps, all) },
        );
  return observationsOf(reading, rows, asOf);
}

/** As PostgreSQL writes a list: the driver takes its time over every item. */
const listed = (rows: readonly number[]): string => `{${rows.join(',')}}`;

function turns(steps: readonly Step[], all: readonly SeriesBundle[]) {
  const stops = steps.map((step, at) => steps.slice(0, at + 1).reduce((sum, { series }) => sum + series.length, 0));
  const starts = steps.map(({ series }, at) => stops[at]! - series.length + 1);
  return {
    indicators: listed(all.map(({ indicator }) => indicator)),
    territories: listed(all.map(({ territory }) => territory)),
    breakdowns: listed(all.map(({ breakdown }) => breakdown)),
    parents: listed(steps.map(({ parent }) => parent)),
    starts: listed(starts),
    stops: listed(stops),
    begins: listed(steps.map((step, at) => (isBegun(step) ? starts[at]! : 0))),
    finishes: listed(steps.map((step, at) => (isEnded(step) ? stops[at]! : 0))),
  };
}

const NOWHERE = { end: null, days: null, passed: null };

/** Walks of one list share their cursors. */
function boundsOf(agencies: CodeTable<Agency>, begun: Step | undefined, ended: Step | undefined) {
  const placeOf = ({ end, days, publisher }: Bound, isFirst: boolean, { publishersDownwards }: Walk) => {
    const sign = publishersDownwards === isFirst ? -1 : 1;
    const passed = agencies.list.filter(({ code }) => sign * compareCodes(code, publisher) <= 0);
    return { end, days, passed: passed.map((agency) => agencies.rowId(agency)) };
  };
  const begin = begun ? placeOf(begun.walk.from!, true, begun.walk) : NOWHERE;
  const finish = ended ? placeOf(ended.walk.to!, false, ended.walk) : NOWHERE;
  return {
    beginEnd: begin.end,
    beginDays: begin.days,
    beginPassed: begin.passed,
    finishEnd: finish.end,
    finishDays: finish.days,
    finishPassed: finish.passed,
  };
}
