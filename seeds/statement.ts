import type { Period } from '../src/kernel/period.js';
import type { Wanted } from './compare.js';
import type { Row } from './csv.js';
import type { Reconciler } from './reconcile.js';
import type { References } from './reference.js';
import type { SeededTable } from './tables.js';

export interface SubjectCells {
  indicator: string;
  territory: string;
  breakdown: readonly string[];
}

interface StatementCells extends DocumentCells {
  value: string | null;
  unit_multiplier: number | null;
  qualifier: string | null;
  note_vi: string | null;
  note_en: string | null;
  corrects: string | null;
  is_withdrawal: boolean;
  reason_vi: string | null;
  reason_en: string | null;
}

interface DocumentCells {
  source: string;
  locator: string | null;
}

/** The seeding of one release: written while it is a draft, compared once it has its moment. */
export class Act {
  constructor(
    readonly into: Reconciler,
    readonly releaseId: number,
    readonly code: string,
    private readonly standing: string | null,
  ) {}

  put<T extends SeededTable>(table: T, wanted: readonly Wanted<T>[]): Promise<number[]> {
    return this.standing === null ? this.into.write(table, wanted) : this.into.check(table, wanted, this.standing);
  }
}

/** The columns that say what a figure or a plan is about. */
export function subjectOf(row: Row<SubjectCells>, period: Period, { indicators, territories, breakdowns }: References) {
  const { indicator, territory } = row.cells;
  return {
    indicator_id: indicators.get(indicator, row, 'indicator'),
    territory_id: territories.get(territory, row, 'territory'),
    breakdown_id: breakdowns(row),
    period_start: period.start,
    period_end: period.end,
  };
}

/** Prints by what they are about, their release and their document, so that later ones can name them. */
export class Printed {
  readonly #ids = new Map<string, number>();

  remember(release: string, about: number, row: Row<DocumentCells>, id: number): void {
    this.#ids.set(keyOf(release, about, row), id);
  }

  find(release: string, about: number, row: Row<DocumentCells>): number | undefined {
    return this.#ids.get(keyOf(release, about, row));
  }
}

const keyOf = (release: string, about: number, { cells }: Row<DocumentCells>): string =>
  JSON.stringify([release, about, cells.source, cells.locator]);

/** The columns that prints of figures and of plans share; `about` is what the print is of. */
export function statementOf(
  row: Row<StatementCells>,
  about: number,
  act: Act,
  printed: Printed,
  { sources }: References,
) {
  const { locator, value, unit_multiplier, qualifier, note_vi, note_en, is_withdrawal, reason_vi, reason_en } =
    row.cells;
  const source_id = sources.get(row.cells.source, row, 'source');
  return {
    release_id: act.releaseId, source_id, corrects_id: mendedBy(row, about, printed),
    locator, value, unit_multiplier, qualifier, note_vi, note_en, is_withdrawal, reason_vi, reason_en,
  }; // prettier-ignore
}

function mendedBy(row: Row<StatementCells>, about: number, printed: Printed): number | null {
  const { corrects } = row.cells;
  if (corrects === null) return null;
  const id = printed.find(corrects, about, row);
  if (id === undefined)
    throw row.wrong('corrects', `release ${corrects} has no earlier print of this in this document.`);
  return id;
}
