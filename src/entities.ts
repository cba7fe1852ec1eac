import { AuditEvents } from './features/audit/audit-event.entity.js';
import { ApiKeys } from './features/keys/key.entity.js';
import { Agencies, AgencyNames } from './features/agencies/agency.entity.js';
import { BreakdownItems, Breakdowns, DimensionItems, Dimensions } from './features/dimensions/dimension.entity.js';
import { IndicatorRelations } from './features/indicators/indicator-relation.entity.js';
import { IndicatorDimensions, Indicators } from './features/indicators/indicator.entity.js';
import { Observations, SeriesRows } from './features/observations/observation.entity.js';
import { Prints } from './features/observations/print.entity.js';
import { PlanPrints, Plans, PrintPlanShares } from './features/plans/plan.entity.js';
import { Releases } from './features/releases/release.entity.js';
import { SourceCarriers, Sources } from './features/sources/source.entity.js';
import { Territories } from './features/territories/territory.entity.js';
import { ImportRuns } from './imports/import-run.entity.js';
import { Units } from './features/units/unit.entity.js';
import { EventParties, Events, EventSources, EventVenues, EventZones } from './features/events/event.entity.js';
import { ExhibitProducts, Exhibits } from './features/events/exhibit.entity.js';
import { OcopCriteria, ProductGroups } from './features/groups/group.entity.js';
import { ProducerContacts, Producers } from './features/producers/producer.entity.js';
import { ProductPhotos, ProductPrices, Products, SalesChannels } from './features/products/product.entity.js';
import { Certificates, Recognitions, Standards } from './features/products/recognition.entity.js';
import { ProjectCapitals, ProjectProgress, Projects } from './features/projects/project.entity.js';

/** The table list: what MikroORM may write. */
export const entities = [
  ApiKeys,
  AuditEvents,
  ImportRuns,
  Units,
  Territories,
  Agencies,
  AgencyNames,
  Sources,
  SourceCarriers,
  Releases,
  Dimensions,
  DimensionItems,
  Breakdowns,
  BreakdownItems,
  Indicators,
  IndicatorDimensions,
  IndicatorRelations,
  Observations,
  SeriesRows,
  Prints,
  Plans,
  PlanPrints,
  PrintPlanShares,
  OcopCriteria,
  ProductGroups,
  Producers,
  ProducerContacts,
  Products,
  ProductPrices,
  ProductPhotos,
  SalesChannels,
  Standards,
  Certificates,
  Recognitions,
  Events,
  EventVenues,
  EventParties,
  EventZones,
  EventSources,
  Exhibits,
  ExhibitProducts,
  Projects,
  ProjectCapitals,
  ProjectProgress,
];
