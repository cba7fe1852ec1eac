import type { TerritoryLevel, TerritoryType } from '../src/features/territories/territory.entity.js';
import { type BreakdownId, seedBreakdowns, seedDimensions } from './breakdowns.js';
import { Codes, TerritoryCodes } from './codes.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';
import { seedRelated } from './related.js';
import { seedSources } from './sources.js';

/** The level of each type of unit. */
export const LEVELS: Record<TerritoryType, TerritoryLevel> = {
  COUNTRY: 'COUNTRY',
  PROVINCE: 'PROVINCE',
  CENTRALLY_RUN_CITY: 'PROVINCE',
  DISTRICT: 'DISTRICT',
  PROVINCIAL_CITY: 'DISTRICT',
  TOWN: 'DISTRICT',
  COMMUNE: 'COMMUNE',
  WARD: 'COMMUNE',
  TOWNSHIP: 'COMMUNE',
  SPECIAL_ZONE: 'COMMUNE',
};

/** What figures and the catalogue name: the ids of everything that has a code. */
export interface References {
  units: Codes;
  territories: TerritoryCodes;
  agencies: Codes;
  indicators: Codes;
  sources: Codes;
  breakdowns: BreakdownId;
}

export async function seedReferences(into: Reconciler, seeds: Seeds): Promise<References> {
  const units = Codes.of(
    'unit',
    seeds.units,
    await into.write(
      'unit',
      seeds.units.map((row) => ({ row, columns: row.cells })),
    ),
  );
  const territories = await seedTerritories(into, seeds);
  const agencies = await seedAgencies(into, seeds, territories);
  const { dimensions, items } = await seedDimensions(into, seeds);
  const indicators = await seedIndicators(into, seeds, units, dimensions);
  await seedRelated(into, seeds, indicators);
  const breakdowns = await seedBreakdowns(into, seeds, items);
  const sources = await seedSources(into, seeds, agencies);
  return { units, territories, agencies, indicators, breakdowns, sources };
}

async function seedTerritories(into: Reconciler, { territories: rows }: Seeds): Promise<TerritoryCodes> {
  const wanted = rows.map((row): Wanted<'territory'> => {
    const { parent: _, ...columns } = row.cells;
    return { row, columns: { ...columns, level: LEVELS[columns.type] } };
  });
  const codes = new TerritoryCodes(rows, await into.write('territory', wanted));
  // A unit may lie in one that is told of further down.
  const placed = wanted.map(({ row, columns }, at) => {
    const parent = codes.getIfAny(rows[at]!.cells.parent, row, 'parent');
    return { row, columns: { ...columns, parent_id: parent } };
  });
  await into.write('territory', placed);
  return codes;
}

async function seedAgencies(into: Reconciler, seeds: Seeds, territories: TerritoryCodes): Promise<Codes> {
  const wanted = seeds.agencies.map((row): Wanted<'agency'> => {
    const { code, kind, territory } = row.cells;
    return { row, columns: { code, kind, territory_id: territories.getIfAny(territory, row, 'territory') } };
  });
  const agencies = Codes.of('agency', seeds.agencies, await into.write('agency', wanted));
  const names = seeds.agencyNames.map((row): Wanted<'agency_name'> => {
    const { agency, ...columns } = row.cells;
    return { row, columns: { agency_id: agencies.get(agency, row, 'agency'), ...columns } };
  });
  await into.write('agency_name', names);
  return agencies;
}

async function seedIndicators(into: Reconciler, seeds: Seeds, units: Codes, dimensions: Codes): Promise<Codes> {
  const wanted = seeds.indicators.map((row): Wanted<'indicator'> => {
    const { unit, dimensions: _, ...columns } = row.cells;
    return { row, columns: { ...columns, unit_id: units.get(unit, row, 'unit') } };
  });
  const ids = await into.write('indicator', wanted);
  const links = seeds.indicators.flatMap((row, at) =>
    row.cells.dimensions.map((dimension, place): Wanted<'indicator_dimension'> => {
      const dimension_id = dimensions.get(dimension, row, 'dimensions');
      return { row, columns: { indicator_id: ids[at]!, dimension_id, position: place + 1 } };
    }),
  );
  await into.write('indicator_dimension', links);
  return Codes.of('indicator', seeds.indicators, ids);
}
