import { addDays } from '../../kernel/day.js';
import type { Reading } from '../../kernel/reading.js';
import { type Dated, inPrintOrder } from '../observations/known-from.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { valueStanding } from '../observations/standing.js';
import { Period } from '../periods/period.type.js';
import { releaseTable } from '../releases/release.table.js';
import { sourceTable } from '../sources/source.table.js';
import type { TableSeries } from './table-series.js';
import { EMPTIED, EPOCH, MOST_DAYS, type SeriesPrints, seriesPrints } from './table-series.query.js';

/** Most figures have one print; where the prints are many more, they are read another way. */
const PRINTS_A_FIGURE = 2;

/** The values that stand in a scope that `isToldByPrints`, by series; null where it has too many prints for so many figures. */
export async function toldSeries(
  reading: Reading,
  scope: ObservationScope,
  most: number,
): Promise<TableSeries[] | null> {
  const limit = PRINTS_A_FIGURE * most + 1;
  const read = await seriesPrints(reading, scope, limit);
  const [sources, releases] = await Promise.all([reading.table(sourceTable), reading.table(releaseTable)]);
  const dated = (source: string, release: string) => ({
    source: sources.row(Number(source)),
    release: releases.row(Number(release)),
  });
  const columnsOf = columnReader();
  const columns = read.map(columnsOf);
  if (columns.reduce((sum, { periods }) => sum + periods.length, 0) >= limit) return null;
  return read.map((prints, at) => told(prints, columns[at]!, dated));
}

/** What prints of a series say. Columns that are alike are one, so that a table of many places reads its periods once. */
interface Columns {
  periods: readonly Period[];
  statuses: readonly ObservationStatus[];
  values: readonly string[];
  powers: readonly (number | null)[];
}

function columnReader(): (prints: SeriesPrints) => Columns {
  const periodOf = once(toPeriod);
  const periods = once((text) => text.split(',').map(periodOf));
  const statuses = once((text) => text.split(',') as ObservationStatus[]);
  const powers = once((text) => text.split(',').map((power) => (power === '' ? null : Number(power))));
  return (prints) => ({
    periods: periods(prints.periods),
    statuses: statuses(prints.statuses),
    values: prints.values.split(','),
    powers: powers(prints.powers),
  });
}

/** A reading of texts that reads each only once. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const made = read(text);
    known.set(text, made);
    return made;
  };
}

function toPeriod(text: string): Period {
  const packed = Number(text);
  const toEnd = Math.floor(packed / MOST_DAYS);
  const end = addDays(EPOCH, toEnd);
  return Period.of(addDays(end, 1 - (packed - toEnd * MOST_DAYS)), end);
}

type DatedBy = (source: string, release: string) => Omit<Dated, 'correctsId'>;

function told(prints: SeriesPrints, { periods, statuses, values, powers }: Columns, dated: DatedBy): TableSeries {
  const { indicator_id, territory_id, breakdown_id, publisher_id } = prints;
  const isRevised = new Set(periods).size < periods.length;
  const standing = isRevised ? standingOf(prints, { periods, statuses, values, powers }, dated) : null;
  const standingIn = <T>(column: readonly T[]): readonly T[] => standing?.map((at) => column[at]!) ?? column;
  const shown = values.map((value) => (value === '' || value === EMPTIED ? null : value));
  return {
    indicator_id,
    territory_id,
    breakdown_id,
    publisher_id,
    periods: standingIn(periods),
    statuses: standingIn(statuses),
    columns: [{ values: standingIn(shown), powers: standingIn(powers) }],
    notes: prints.notes === null ? [] : notesOf(prints.notes, standingIn(prints.ids.split(','))),
  };
}

const notesOf = (notes: NonNullable<SeriesPrints['notes']>, ids: readonly string[]): TableSeries['notes'] =>
  notes.map(([id, vi, en]) => ({ at: ids.indexOf(id), vi, en })).filter(({ at }) => at >= 0);

/** Of the prints of each figure, the one that its value comes from, else the newest. */
function standingOf(prints: SeriesPrints, { periods, statuses, values }: Columns, dated: DatedBy): number[] {
  const [ids, sources, releases] = [prints.ids, prints.sources, prints.releases].map((column) => column.split(','));
  const corrections = new Set(prints.corrections?.split(','));
  const printAt = (at: number) => {
    const [printId, value] = [ids![at]!, values[at]!];
    return {
      at,
      printId,
      correctsId: corrections.has(printId) ? printId : null,
      ...dated(sources![at]!, releases![at]!),
      row: {
        value: value === '' || value === EMPTIED ? null : value,
        status: statuses[at]!,
        changes: {},
        isWithdrawal: value === EMPTIED,
      },
    };
  };
  return Array.from(Map.groupBy(periods.keys(), (at) => periods[at]!).values(), (mine) => {
    if (mine.length === 1) return mine[0]!;
    const ordered = inPrintOrder(mine.map(printAt));
    return (valueStanding(ordered) ?? ordered.at(-1)!).at;
  });
}
