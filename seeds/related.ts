import type { Codes } from './codes.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';

/** Indicators to be looked at beside others; two of them are related by one line, whichever comes first. */
export async function seedRelated(
  into: Reconciler,
  { relatedIndicators: rows }: Seeds,
  indicators: Codes,
): Promise<void> {
  const lines = new Map<string, number>();
  const wanted = rows.map((row): Wanted<'indicator_relation'> => {
    const { indicator, relation, related } = row.cells;
    if (indicator === related) throw row.wrong('related', `"${related}" is the indicator itself.`);
    const turned = lines.get(`${related} ${indicator}`);
    if (turned !== undefined) throw row.wrong('related', `these two are related by line ${turned} already.`);
    lines.set(`${indicator} ${related}`, row.line);
    const indicator_id = indicators.get(indicator, row, 'indicator');
    return { row, columns: { indicator_id, related_id: indicators.get(related, row, 'related'), relation } };
  });
  await into.write('indicator_relation', wanted);
}
