import type { PlanTarget } from '../src/features/plans/plan.entity.js';
import type { Period } from '../src/kernel/period.js';
import type { Wanted } from './compare.js';
import type { Row } from './csv.js';
import type { Seeds } from './files.js';
import type { Printing } from './prints.js';
import type { References } from './reference.js';
import { type Act, Printed, statementOf, type SubjectCells, subjectOf } from './statement.js';

/** What a plan is beside its subject. */
interface Aim {
  period: Period;
  setBy: string | null;
  target: PlanTarget;
}

/** Plans, what documents stated of them, and the shares of them that stand beside figures. */
export class PlanPrinting {
  readonly #printed = new Printed();
  readonly #plans = new Map<string, number>();

  constructor(private readonly references: References) {}

  async seed(act: Act, rows: Seeds['plans']): Promise<void> {
    const plans = rows.map((row): Wanted<'plan'> => {
      const { period, set_by: setBy, target } = row.cells;
      return { row, columns: this.#identity(row, { period, setBy, target }, 'set_by') };
    });
    const about = await act.into.identify('plan', plans);
    const prints = rows.map((row, at): Wanted<'plan_print'> => {
      this.#plans.set(JSON.stringify(plans[at]!.columns), about[at]!);
      const { low, high } = row.cells;
      const statement = statementOf(row, about[at]!, act, this.#printed, this.references);
      return { row, columns: { plan_id: about[at]!, ...statement, low, high } };
    });
    const ids = await act.put('plan_print', prints);
    for (const [at, row] of rows.entries()) this.#printed.remember(act.code, about[at]!, row, ids[at]!);
  }

  async seedShares(act: Act, rows: Seeds['planShares'], prints: Printing): Promise<void> {
    const shares = rows.map((row): Wanted<'print_plan_share'> => {
      const { percent, qualifier } = row.cells;
      return { row, columns: { print_id: prints.printOf(row), plan_id: this.#planOf(row), percent, qualifier } };
    });
    await act.put('print_plan_share', shares);
  }

  #planOf(row: Seeds['planShares'][number]): number {
    const { plan_period: period, plan_set_by: setBy, plan_target: target } = row.cells;
    const id = this.#plans.get(JSON.stringify(this.#identity(row, { period, setBy, target }, 'plan_set_by')));
    if (id !== undefined) return id;
    throw row.wrong(
      'plan_period',
      'is of no plan: plans.csv has none of this period, setter and target for this figure.',
    );
  }

  #identity(row: Row<SubjectCells>, { period, setBy, target }: Aim, setter: string) {
    const set_by_id = this.references.agencies.getIfAny(setBy, row, setter);
    return { ...subjectOf(row, period, this.references), set_by_id, target };
  }
}
