import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { groupTable } from '../groups/group.table.js';
import { Citation } from '../sources/citation.type.js';
import { sourceTable } from '../sources/source.table.js';
import { Recognition } from './recognition.type.js';

/** Recognitions of products by row: the newest first, those without a date last. */
export const recognitionsOf = (context: Context) =>
  context.loader<number, Recognition[]>('recognitions', (products) =>
    context.read(async (reading) => {
      const [groups, sources] = await Promise.all([reading.table(groupTable), reading.table(sourceTable)]);
      const rows = await reading.db
        .selectFrom('recognition')
        .selectAll()
        .where(sql<boolean>`product_id = any(${products}::integer[])`)
        .orderBy('certain_from' as never, (order) => order.desc().nullsLast())
        .orderBy('kind')
        .orderBy('id')
        .execute();
      const lists = Map.groupBy(rows, (row) => row.product_id);
      return products.map((product) =>
        (lists.get(product) ?? []).map((row) => {
          const version = row.criteria_id === null ? null : groups.version(row.criteria_id);
          return new Recognition(row, version, new Citation(sources.row(row.source_id), row.locator));
        }),
      );
    }),
  );
