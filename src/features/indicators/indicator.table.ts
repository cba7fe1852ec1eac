import { CodeTable } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import { dimensionTable } from '../dimensions/dimension.table.js';
import { unitTable } from '../units/unit.table.js';
import { Indicator } from './indicator.type.js';

/** All indicators, by code. */
export const indicatorTable = referenceTable(async (reading) => {
  const [units, dimensions, rows, links] = await Promise.all([
    reading.table(unitTable),
    reading.table(dimensionTable),
    reading.db.selectFrom('indicator').selectAll().execute(),
    reading.db.selectFrom('indicator_dimension').selectAll().orderBy('indicator_id').orderBy('position').execute(),
  ]);
  const linksOf = Map.groupBy(links, (link) => link.indicator_id);
  return new CodeTable(
    'indicator',
    rows.map((row) => {
      const by = (linksOf.get(row.id) ?? []).map((link) => dimensions.row(link.dimension_id));
      return [row.id, new Indicator(row, units.row(row.unit_id), by)];
    }),
  );
});
