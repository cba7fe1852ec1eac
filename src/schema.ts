import 'reflect-metadata';
import { type GraphQLSchema, isIntrospectionType, isSpecifiedScalarType, printType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AgencyResolver } from './features/agencies/agency.resolver.js';
import * as audit from './features/audit/audit-event.resolver.js';
import { AvailabilityResolver } from './features/availability/availability.resolver.js';
import { DraftFindingsResolver } from './features/checks/draft-findings.resolver.js';
import { DimensionResolver } from './features/dimensions/dimension.resolver.js';
import { EventDetailsResolver } from './features/events/event-details.resolver.js';
import * as eventEdges from './features/events/event-edges.resolver.js';
import * as eventProducts from './features/events/event-products.resolver.js';
import { EventResolver } from './features/events/event.resolver.js';
import * as exhibits from './features/events/exhibit.resolver.js';
import { ProductGroupResolver } from './features/groups/group.resolver.js';
import { IndicatorResolver } from './features/indicators/indicator.resolver.js';
import { RelatedIndicatorsResolver } from './features/indicators/related-indicators.resolver.js';
import { CreateKeyMutation } from './features/keys/create-key.mutation.js';
import * as keys from './features/keys/key.resolver.js';
import { RevokeKeyMutation } from './features/keys/revoke-key.mutation.js';
import { NodeResolver } from './features/nodes/node.resolver.js';
import * as changes from './features/observations/change.resolver.js';
import * as observations from './features/observations/observation.resolver.js';
import { PeriodResolver } from './features/periods/period.resolver.js';
import * as plans from './features/plans/plan.resolver.js';
import { ProducerResolver } from './features/producers/producer.resolver.js';
import { ProductCountsResolver } from './features/products/product-counts.resolver.js';
import * as facets from './features/products/product-facets.resolver.js';
import { ProductFields } from './features/products/product-fields.resolver.js';
import {
  ProducerProducts,
  ProductGroupProducts,
  ProductResolver,
  TerritoryProducts,
} from './features/products/product.resolver.js';
import * as projects from './features/projects/project.resolver.js';
import { CallBackRelease } from './features/publishing/call-back-release.mutation.js';
import { ChangeRelease } from './features/publishing/change-release.mutation.js';
import { CreateRelease } from './features/publishing/create-release.mutation.js';
import { DiscardRelease } from './features/publishing/discard-release.mutation.js';
import { MoveRelease } from './features/publishing/move-release.mutation.js';
import { PublishRelease } from './features/publishing/publish-release.mutation.js';
import { ScheduleRelease } from './features/publishing/schedule-release.mutation.js';
import * as staffReleases from './features/publishing/staff-release.resolver.js';
import { WithdrawRelease } from './features/publishing/withdraw-release.mutation.js';
import { ReleaseResolver } from './features/releases/release.resolver.js';
import { SearchResolver } from './features/search/search.resolver.js';
import { SentenceResolver } from './features/sentences/sentence.resolver.js';
import { ServiceResolver } from './features/service/service.resolver.js';
import { SourceResolver } from './features/sources/source.resolver.js';
import { TableResolver } from './features/tables/table.resolver.js';
import { TerritoryResolver } from './features/territories/territory.resolver.js';
import { TerritoryPredecessorTotals } from './features/totals/predecessor-total.resolver.js';
import { UnitResolver } from './features/units/unit.resolver.js';
import { AddPrintsMutation } from './imports/add-prints.mutation.js';
import { CatalogueUpserts } from './imports/catalogue.mutation.js';
import { ClearDraftMutation } from './imports/clear-draft.mutation.js';
import { EventAndProjectUpserts } from './imports/events-and-projects.mutation.js';
import { UpsertPlansMutation } from './imports/upsert-plans.mutation.js';
import { answerAtOnce } from './kernel/translated.js';

/** The resolver list: what can be asked. */
const resolvers = [
  AgencyResolver,
  AvailabilityResolver,
  CatalogueUpserts,
  ...Object.values(changes),
  DimensionResolver,
  DraftFindingsResolver,
  EventAndProjectUpserts,
  EventDetailsResolver,
  ...Object.values(eventEdges),
  ...Object.values(eventProducts),
  EventResolver,
  ...Object.values(exhibits),
  IndicatorResolver,
  RelatedIndicatorsResolver,
  NodeResolver,
  ...Object.values(observations),
  PeriodResolver,
  ...Object.values(plans),
  ProducerResolver,
  ProductGroupResolver,
  ProducerProducts,
  ProductCountsResolver,
  ...Object.values(facets),
  ProductFields,
  ProductGroupProducts,
  ProductResolver,
  TerritoryPredecessorTotals,
  TerritoryProducts,
  ...Object.values(projects),
  ReleaseResolver,
  CreateRelease,
  ChangeRelease,
  DiscardRelease,
  ScheduleRelease,
  MoveRelease,
  CallBackRelease,
  PublishRelease,
  WithdrawRelease,
  ...Object.values(staffReleases),
  SearchResolver,
  SentenceResolver,
  ServiceResolver,
  SourceResolver,
  TableResolver,
  TerritoryResolver,
  UnitResolver,
  ...Object.values(keys),
  CreateKeyMutation,
  RevokeKeyMutation,
  AddPrintsMutation,
  UpsertPlansMutation,
  ClearDraftMutation,
  ...Object.values(audit),
] as unknown as NonEmptyArray<() => void>;

/** Not checked at every start: `schema/print.ts` checks it. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers, validate: false, skipCheck: true });
  answerAtOnce(schema);
  schema.getQueryType()!.description =
    'Everything that can be asked. What is not published yet does not exist here; a mistyped code is an error that names the nearest one.';
  schema.getMutationType()!.description =
    'What staff may change, by POST and with a key. Each field is one change, made whole or not at all, in the order written; why one was not made is a `Refusal`.';
  return schema;
}

/** The schema as text, what can be asked first. */
export function printedSchema(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const query = schema.getQueryType()!;
  return `${[query, ...types.filter((type) => type !== query)].map(printType).join('\n\n')}\n`;
}
