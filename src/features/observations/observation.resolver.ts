import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs, pageInMemory } from '../../kernel/page.js';
import { agencyTable } from '../agencies/agency.table.js';
import { Agency } from '../agencies/agency.type.js';
import { IndicatorConnection } from '../indicators/indicator.resolver.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { Indicator } from '../indicators/indicator.type.js';
import { releaseTable } from '../releases/release.table.js';
import { Release } from '../releases/release.type.js';
import { sourceTable } from '../sources/source.table.js';
import { Source } from '../sources/source.type.js';
import { Boundary } from '../territories/boundary.type.js';
import { Territory } from '../territories/territory.type.js';
import {
  ALL,
  OF_INDICATOR,
  OF_PUBLISHER,
  OF_RELEASE,
  OF_SOURCE,
  OF_TERRITORY,
  observationPage,
} from './observation-page.query.js';
import { observationLoader } from './observation.loader.js';
import { Observation } from './observation.type.js';
import { ObservationsArgs } from './observations.args.js';
import { ofTerritoryToday } from './territory-today.js';
import { territoryIndicators } from './territory-indicators.loader.js';

const ObservationConnection = connectionOf('Observation', () => Observation, [
  {
    name: 'boundary',
    type: () => Boundary,
    description: 'How the unit of the figure stands to those of today; null unless `boundaries: TODAY` is asked.',
  },
]);

findNodesOf('Observation', async (row, context, asOf) => {
  const isRow = /^[1-9]\d{0,17}$/.test(row) && (asOf === null || asOf <= context.reading.moment);
  return isRow ? observationLoader(context, asOf).load(row) : null;
});

@Resolver()
export class ObservationResolver {
  @Query(() => ObservationConnection, { description: 'Published figures with everything that was printed of them.' })
  observations(
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Observation>> {
    return observationPage(context, ALL, 0, args);
  }
}

@Resolver(() => Indicator)
export class IndicatorObservations {
  @FieldResolver(() => ObservationConnection, { description: 'Its figures.' })
  async observations(
    @Root() indicator: Indicator,
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Observation>> {
    const row = (await context.reading.table(indicatorTable)).rowId(indicator);
    return observationPage(context, OF_INDICATOR, row, args);
  }
}

@Resolver(() => Territory)
export class TerritoryObservations {
  @FieldResolver(() => ObservationConnection, {
    description:
      'Figures published for this very unit; with `boundaries: TODAY` those of the units of today that hold its area, and of all their predecessors.',
  })
  async observations(
    @Root() territory: Territory,
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Observation>> {
    const edge = args.boundaries === 'TODAY' ? await ofTerritoryToday(context.reading) : OF_TERRITORY;
    return observationPage(context, edge, territory.row.id, args);
  }

  @FieldResolver(() => IndicatorConnection, {
    description: 'Indicators of which a figure of this very unit is published, by code.',
  })
  async indicators(
    @Root() territory: Territory,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Indicator>> {
    const list = await territoryIndicators(context).load(territory.row.id);
    return pageInMemory(list, ({ code }) => code, 'CODE', page, context.limits);
  }
}

@Resolver(() => Agency)
export class AgencyObservations {
  @FieldResolver(() => ObservationConnection, { description: 'Figures for which it answers.' })
  async observations(
    @Root() agency: Agency,
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Observation>> {
    const row = (await context.reading.table(agencyTable)).rowId(agency);
    return observationPage(context, OF_PUBLISHER, row, args);
  }
}

@Resolver(() => Source)
export class SourceObservations {
  @FieldResolver(() => ObservationConnection, { description: 'Figures of which it prints something.' })
  async observations(
    @Root() source: Source,
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Observation>> {
    const row = (await context.reading.table(sourceTable)).rowId(source);
    return observationPage(context, OF_SOURCE, row, args);
  }
}

/** No row has it. */
const NONE = 0;

@Resolver(() => Release)
export class ReleaseObservations {
  @FieldResolver(() => ObservationConnection, {
    description: 'Figures of which it brought a print; none before its moment.',
  })
  async observations(
    @Root() release: Release,
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Observation>> {
    const releases = await context.reading.table(releaseTable);
    return observationPage(context, OF_RELEASE, releases.has(release) ? releases.rowId(release) : NONE, args);
  }
}
