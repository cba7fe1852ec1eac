import { Agencies, AgencyNames } from './features/agencies/agency.entity.js';
import { BreakdownItems, Breakdowns, DimensionItems, Dimensions } from './features/dimensions/dimension.entity.js';
import { IndicatorDimensions, Indicators } from './features/indicators/indicator.entity.js';
import { Observations } from './features/observations/observation.entity.js';
import { Prints } from './features/observations/print.entity.js';
import { PlanPrints, Plans, PrintPlanShares } from './features/plans/plan.entity.js';
import { Releases } from './features/releases/release.entity.js';
import { SourceCarriers, Sources } from './features/sources/source.entity.js';
import { Territories } from './features/territories/territory.entity.js';
import { Units } from './features/units/unit.entity.js';

/** The table list: what MikroORM may write. */
export const entities = [
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
  Observations,
  Prints,
  Plans,
  PlanPrints,
  PrintPlanShares,
];
