import { compareCodes } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import { indicatorTable } from './indicator.table.js';
import { IndicatorRelationEnum, RelatedIndicator, seenFromOther } from './related-indicator.type.js';

const ORDER = Object.keys(IndicatorRelationEnum);

/** Indicators related to each, by its code: by relation, then by code. */
export const relatedIndicators = referenceTable(async (reading) => {
  const [indicators, rows] = await Promise.all([
    reading.table(indicatorTable),
    reading.db.selectFrom('indicator_relation').selectAll().execute(),
  ]);
  const related = rows.flatMap((row): [string, RelatedIndicator][] => {
    const [one, other] = [indicators.row(row.indicator_id), indicators.row(row.related_id)];
    return [
      [one.code, new RelatedIndicator(row.relation, other)],
      [other.code, new RelatedIndicator(seenFromOther(row.relation), one)],
    ];
  });
  related.sort(
    ([, a], [, b]) =>
      ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation) || compareCodes(a.indicator.code, b.indicator.code),
  );
  const byCode = Map.groupBy(related, ([code]) => code);
  return new Map([...byCode].map(([code, list]) => [code, list.map(([, one]) => one)]));
});
