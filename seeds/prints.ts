import type { Period } from '../src/kernel/period.js';
import { changesOf } from './changes.js';
import type { Wanted } from './compare.js';
import type { Row } from './csv.js';
import type { Seeds } from './files.js';
import type { References } from './reference.js';
import { type Act, Printed, statementOf, type SubjectCells, subjectOf } from './statement.js';

type ShareRow = Seeds['planShares'][number];

/** Figures, and what documents stated about them. */
export class Printing {
  readonly #printed = new Printed();
  readonly #observations = new Map<string, number>();

  constructor(private readonly references: References) {}

  async seed(act: Act, rows: Seeds['prints']): Promise<void> {
    const observations = rows.map((row): Wanted<'observation'> => ({ row, columns: this.#identity(row) }));
    const about = await act.into.identify('observation', observations);
    const prints = rows.map((row, at): Wanted<'print'> => {
      this.#observations.set(JSON.stringify(observations[at]!.columns), about[at]!);
      const { status, has_break } = row.cells;
      const statement = statementOf(row, about[at]!, act, this.#printed, this.references);
      return {
        row,
        columns: { observation_id: about[at]!, ...statement, status, has_break, changes: changesOf(row.cells) },
      };
    });
    const ids = await act.put('print', prints);
    for (const [at, row] of rows.entries()) this.#printed.remember(act.code, about[at]!, row, ids[at]!);
  }

  /** The print beside which a share of plan stands. */
  printOf(row: ShareRow): number {
    const about = this.#observations.get(JSON.stringify(this.#identity(row)));
    const print = about === undefined ? undefined : this.#printed.find(row.cells.release, about, row);
    if (print === undefined)
      throw row.wrong(null, 'stands beside no print: none of this figure is in this document and release.');
    return print;
  }

  #identity(row: Row<SubjectCells & { period: Period; publisher: string }>) {
    const publisher_id = this.references.agencies.get(row.cells.publisher, row, 'publisher');
    return { ...subjectOf(row, row.cells.period, this.references), publisher_id };
  }
}
