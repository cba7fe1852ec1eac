import { Ctx, Query, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { dayOf } from '../../kernel/day.js';
import { Service } from './service.type.js';

@Resolver()
export class ServiceResolver {
  @Query(() => Service, { description: 'This installation: version, limits, licence, how to cite.' })
  service(@Ctx() context: Context): Service {
    const { about, limits, reading } = context;
    const now = () => context.shownMoment();
    return new Service(about, limits, { now, version: reading.version, today: dayOf(reading.moment) });
  }
}
