import { type RawBuilder, sql } from 'kysely';
import { NEWEST } from '../observations/readable.js';

/** Plan `l` is for the very period of observation `o`. */
const OWN_PERIOD = sql`(l.period_start, l.period_end) = (o.period_start, o.period_end)`;

/** Plan `l` is for the calendar year that the period of observation `o` lies in. */
const ITS_YEAR = sql`(l.period_start = date_trunc('year', o.period_end)::date and l.period_start <= o.period_start
  and l.period_end = (date_trunc('year', o.period_end) + interval '1 year - 1 day')::date)`;

/**
 * `join`s to observation `o` the plans `l` it is measured against, who set them, and the share of plan that stands.
 * `seen` are the two conditions of every read on a print `p`.
 */
export const plansOf = (seen: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  join plan l on (l.indicator_id, l.territory_id, l.breakdown_id) = (o.indicator_id, o.territory_id, o.breakdown_id)
  left join agency setter on setter.id = l.set_by_id
  left join lateral (
    select s.percent, s.qualifier, p.id::text as stated_by from print_reading p
    left join print_plan_share s on s.print_id = p.id and s.plan_id = l.id
    where p.observation_id = o.id and (s.plan_id is not null or p.is_empty) and ${seen}
    order by ${NEWEST} limit 1) share on true`;

/** Which of them count: those for its own period or its year, and any of which a print states a share. */
export const IS_MEASURED_AGAINST = sql`(${OWN_PERIOD} or ${ITS_YEAR} or share.percent is not null)`;

/**
 * The plan that `Observation.plan` prefers first: own period before year, LEVEL before GROWTH, set by the publisher,
 * the provincial council or committee, the centre, another agency, whoever it was.
 */
export const PREFERENCE = sql`(${OWN_PERIOD}) desc, (l.target = 'LEVEL') desc,
  case when l.set_by_id = o.publisher_id then 0
    when setter.kind in ('PEOPLES_COUNCIL', 'PEOPLES_COMMITTEE') then 1
    when setter.kind = 'CENTRAL_GOVERNMENT' then 2
    when setter.id is not null then 3
    else 4 end,
  setter.code collate "C", l.period_end, l.period_start desc, l.id`;
