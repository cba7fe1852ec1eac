import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { compareCodes } from '../../kernel/code-table.js';
import { Context } from '../../kernel/context.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { ObservationFilter } from '../observations/observation-filter.type.js';
import { scopeOf } from '../observations/observation-scope.js';
import { sourceTable } from '../sources/source.table.js';
import { countedFigures, countedSources } from './availability.query.js';
import { foundIn } from './availability.js';
import { Availability, type Found } from './availability.type.js';

@ArgsType()
class AvailabilityArgs {
  @Field(() => ObservationFilter, { nullable: true, description: 'Which figures; without it, all.' })
  filter?: ObservationFilter | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'As the figures could be known at this moment, or at the end of this day; without it, now.',
  })
  asOf?: string | null;
}

@Resolver()
export class AvailabilityResolver {
  @Query(() => Availability, { description: 'Which codes exist under a filter: what a reader can ask next.' })
  availability(
    @Args(() => AvailabilityArgs) { filter, asOf }: AvailabilityArgs,
    @Ctx() context: Context,
  ): Promise<Availability> {
    return context.read(async (reading) => {
      const scope = await scopeOf(reading, context.limits, filter ?? {}, reading.asOf(asOf), 'EVERYTHING');
      const sources: Found['sources'] = async () => {
        const table = await reading.table(sourceTable);
        const rows = await countedSources(reading, scope);
        return rows
          .map((row) => ({ source: table.row(row.source_id), count: Number(row.count) }))
          .sort((a, b) => compareCodes(a.source.code, b.source.code));
      };
      return new Availability({ ...(await foundIn(reading, await countedFigures(reading, scope))), sources });
    });
  }
}
