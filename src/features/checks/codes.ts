import { type RawBuilder, sql } from 'kysely';
import { check } from './check.js';
import { figureOf, ownPrints } from './standing.js';

interface Unknown {
  what: 'TERRITORY' | 'DIMENSION' | 'TOTAL';
  valid_from: string | null;
  valid_to: string | null;
  dimension: string | null;
}

/** A figure may be of a unit that came after its period or went before its document, but not of one that fits neither. */
const ofUnits = (releaseId: number): RawBuilder<unknown> => sql`
  select distinct ${figureOf('o')}, 'TERRITORY' as what, t.valid_from::text, t.valid_to::text, null as dimension
  from ${ownPrints(releaseId)} join territory t on t.id = o.territory_id join source s on s.id = o.source_id
  where (t.valid_to <= o.period_start or t.valid_from > o.period_end)
    and (t.valid_to <= s.published_earliest or t.valid_from > s.published_latest)`;

const ofBreakdowns = (releaseId: number): RawBuilder<unknown> => sql`
  select distinct ${figureOf('o')}, case item.code when '_T' then 'TOTAL' else 'DIMENSION' end, null, null, d.code
  from ${ownPrints(releaseId)} join breakdown_item bi on bi.breakdown_id = o.breakdown_id
  join dimension_item item on item.id = bi.item_id join dimension d on d.id = bi.dimension_id
  where item.code = '_T' or not exists (
    select from indicator_dimension has where has.indicator_id = o.indicator_id and has.dimension_id = bi.dimension_id)`;

export const unknownCodes = check<Unknown>({
  name: 'UNKNOWN_CODE',
  severity: 'ERROR',
  statement: (releaseId) => sql`${ofUnits(releaseId)} union all ${ofBreakdowns(releaseId)}`,
  message: messageOf,
});

function messageOf({ what, valid_from, valid_to, dimension }: Unknown): string {
  if (what === 'DIMENSION') return `The indicator is not broken down by ${dimension}.`;
  if (what === 'TOTAL') return `The total of ${dimension} is written without a breakdown, not as its item _T.`;
  const [from, to] = [valid_from && `from ${valid_from}`, valid_to && `until ${valid_to}, that day excluded`];
  const inForce = [from, to].filter((word) => word !== null).join(' ');
  return `The unit is in force ${inForce}: at no time of the period, nor when the document appeared.`;
}
