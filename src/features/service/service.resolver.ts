import { Ctx, Query, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { dayOf } from '../../kernel/day.js';
import { Service } from './service.type.js';

@Resolver()
export class ServiceResolver {
  @Query(() => Service, { description: 'This installation: version, limits, licence, how to cite.' })
  service(@Ctx() { about, limits, reading: { moment, version } }: Context): Service {
    return new Service(about, limits, { moment, version, today: dayOf(moment) });
  }
}
