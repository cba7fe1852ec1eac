import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import type { Page } from '../../kernel/page.js';
import { observationLoader } from '../observations/observation.loader.js';
import { territoryTable } from '../territories/territory.table.js';
import { Territory } from '../territories/territory.type.js';
import { predecessorTotalPage } from './predecessor-total-page.query.js';
import { PredecessorTotal } from './predecessor-total.type.js';
import { PredecessorTotalsArgs } from './predecessor-totals.args.js';

const PredecessorTotalConnection = connectionOf('PredecessorTotal', () => PredecessorTotal);

findNodesOf('PredecessorTotal', async (key, context, asOf) => {
  if (!/^[1-9]\d{0,8}(\.[1-9]\d{0,17})+$/.test(key) || (asOf !== null && asOf > context.reading.moment)) return null;
  const [row, ...figures] = key.split('.') as [string, ...string[]];
  const unit = (await context.reading.table(territoryTable)).visible(Number(row));
  const read = await Promise.all(figures.map((figure) => observationLoader(context, asOf).load(figure)));
  const parts = read.filter((part) => part !== null);
  return unit && parts.length === figures.length ? PredecessorTotal.of(unit, parts) : null;
});

@Resolver(() => Territory)
export class TerritoryPredecessorTotals {
  @FieldResolver(() => PredecessorTotalConnection, {
    description:
      'Flows of its area before it existed, summed over its predecessors where every part is there, by (indicator, breakdown, period, kind of publisher). Figures of publishers of different kinds are never added: each kind makes its own total. A predecessor with two values for one period by publishers of one kind has none to add, for nothing chooses between them. Empty where `hasAllPredecessors` is false or a predecessor was split; which parts there are, `observations(boundaries: TODAY)` tells.',
  })
  predecessorTotals(
    @Root() territory: Territory,
    @Args(() => PredecessorTotalsArgs) args: PredecessorTotalsArgs,
    @Ctx() context: Context,
  ): Promise<Page<PredecessorTotal>> {
    return predecessorTotalPage(context, territory.row.id, args);
  }
}
