import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AgencyResolver } from './features/agencies/agency.resolver.js';
import { AvailabilityResolver } from './features/availability/availability.resolver.js';
import { DimensionResolver } from './features/dimensions/dimension.resolver.js';
import { IndicatorResolver } from './features/indicators/indicator.resolver.js';
import { NodeResolver } from './features/nodes/node.resolver.js';
import { ChangeResolver } from './features/observations/change.resolver.js';
import * as observations from './features/observations/observation.resolver.js';
import { PeriodResolver } from './features/periods/period.resolver.js';
import * as plans from './features/plans/plan.resolver.js';
import { ReleaseResolver } from './features/releases/release.resolver.js';
import { ServiceResolver } from './features/service/service.resolver.js';
import { SourceResolver } from './features/sources/source.resolver.js';
import { TableResolver } from './features/tables/table.resolver.js';
import { TerritoryResolver } from './features/territories/territory.resolver.js';
import { UnitResolver } from './features/units/unit.resolver.js';

/** The resolver list: what can be asked. */
const resolvers = [
  AgencyResolver,
  AvailabilityResolver,
  ChangeResolver,
  DimensionResolver,
  IndicatorResolver,
  NodeResolver,
  ...Object.values(observations),
  PeriodResolver,
  ...Object.values(plans),
  ReleaseResolver,
  ServiceResolver,
  SourceResolver,
  TableResolver,
  TerritoryResolver,
  UnitResolver,
] as unknown as NonEmptyArray<() => void>;

export const buildApiSchema = (): GraphQLSchema => buildSchemaSync({ resolvers, validate: false });
