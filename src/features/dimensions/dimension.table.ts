import { CodeTable } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import { Dimension, DimensionItem, TOTAL } from './dimension.type.js';

/** All dimensions by code, each with the items that published figures name. */
export const dimensionTable = referenceTable(async ({ db, moment }) => {
  const [dimensions, items, used] = await Promise.all([
    db.selectFrom('dimension').selectAll().execute(),
    db.selectFrom('dimension_item').selectAll().orderBy('dimension_id').orderBy('position').execute(),
    db
      .selectFrom('breakdown_item')
      .innerJoin('public_mention', (on) =>
        on
          .onRef('public_mention.mentioned_id', '=', 'breakdown_item.breakdown_id')
          .on('public_mention.kind', '=', 'BREAKDOWN'),
      )
      .where('public_mention.public_from', '<=', moment)
      .select('item_id')
      .distinct()
      .execute(),
  ]);
  const table = new CodeTable(
    'dimension',
    dimensions.map((row) => [row.id, new Dimension(row)]),
  );
  const shown = withParents(items, new Set(used.map((row) => row.item_id)));
  const made = new Map<number, DimensionItem>();
  for (const row of items) {
    if (!shown.has(row.id) && row.code !== TOTAL) continue;
    const dimension = table.row(row.dimension_id);
    const item = new DimensionItem(row, dimension);
    dimension.all.push(item);
    made.set(row.id, item);
  }
  for (const row of items) {
    const item = made.get(row.id);
    if (item) item.lies = made.get(row.parent_id ?? 0) ?? null;
  }
  return Object.assign(table, { items: made });
});

/** An item that is public makes public the items it lies in. */
function withParents(items: { id: number; parent_id: number | null }[], used: Set<number>): Set<number> {
  const parentOf = new Map(items.map((item) => [item.id, item.parent_id]));
  const shown = new Set<number>();
  for (const start of used) {
    for (let id: number | null = start; id !== null && !shown.has(id); id = parentOf.get(id) ?? null) shown.add(id);
  }
  return shown;
}
