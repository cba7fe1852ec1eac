import { Arg, Query, Resolver } from 'type-graphql';
import { BadInput } from '../../kernel/bad-input.js';
import { isDay } from '../../kernel/day.js';
import { findNodesOf } from '../../kernel/node.js';
import { parsePeriod } from '../../kernel/period.js';
import { Period } from './period.type.js';

findNodesOf('Period', async (key) => {
  const [start, end] = key.split('.');
  return isDay(start ?? '') && isDay(end ?? '') && start! <= end! ? new Period({ start: start!, end: end! }) : null;
});

@Resolver()
export class PeriodResolver {
  @Query(() => Period, {
    nullable: true,
    description: 'A period by any of its codes; a fact of the calendar, whether or not a figure is about it.',
  })
  period(
    @Arg('code', () => String, { description: 'E.g. `2024-S1`, `2024-06`, `2024-01-01/P6M`.' }) code: string,
  ): Period {
    try {
      return new Period(parsePeriod(code));
    } catch (error) {
      throw error instanceof BadInput ? error.at('code') : error;
    }
  }
}
