import { readRows } from './csv.js';
import * as shape from './rows.js';

/** All files of the seeds, their cells checked one by one. */
export async function readSeeds(folder: string) {
  const [units, territories, agencies, agencyNames, dimensions, dimensionItems, indicators] = await Promise.all([
    readRows(folder, 'units.csv', shape.unit),
    readRows(folder, 'territories.csv', shape.territory),
    readRows(folder, 'agencies.csv', shape.agency),
    readRows(folder, 'agency_names.csv', shape.agencyName),
    readRows(folder, 'dimensions.csv', shape.dimension),
    readRows(folder, 'dimension_items.csv', shape.dimensionItem),
    readRows(folder, 'indicators.csv', shape.indicator),
  ]);
  const [releases, sources, prints, plans, planShares] = await Promise.all([
    readRows(folder, 'releases.csv', shape.release),
    readRows(folder, 'sources.csv', shape.source),
    readRows(folder, 'prints.csv', shape.print),
    readRows(folder, 'plans.csv', shape.plan),
    readRows(folder, 'plan_shares.csv', shape.planShare),
  ]);
  return {
    units,
    territories,
    agencies,
    agencyNames,
    dimensions,
    dimensionItems,
    indicators,
    releases,
    sources,
    prints,
    plans,
    planShares,
  };
}

export type Seeds = Awaited<ReturnType<typeof readSeeds>>;
