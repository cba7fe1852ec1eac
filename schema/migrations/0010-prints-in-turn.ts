import { Migration } from '@mikro-orm/migrations';

/**
 * The index of prints by series follows the order in which lists meet figures: by period, then by publisher. So a list reads
 * prints side by side too, and looks up neither figures nor prints one by one. The reading of prints tells of their figures.
 */
export class PrintsInTurn extends Migration {
  override name = '0010-prints-in-turn';

  override up(): void {
    for (const statement of [...index, view]) this.addSql(statement);
  }
}

const index = [
  `set local statement_timeout = 0`,
  `drop index print_by_series`,
  `create index print_by_series on print (indicator_id, territory_id, breakdown_id, period_end, period_days, publisher_id)
    include (id, release_id, source_id, corrects_id, status, value, unit_multiplier, states_value, has_note)`,
];

const view = `create or replace view print_reading as
  select p.id, p.observation_id, p.release_id, p.source_id, p.locator, p.status, p.value, p.unit_multiplier, p.qualifier,
    p.changes, p.has_break, p.note_vi, p.note_en, p.corrects_id, p.is_withdrawal, p.reason_vi, p.reason_en, p.is_empty,
    p.states_value, r.published_at, s.published_latest,
    case when p.corrects_id is not null or s.first_release_id = p.release_id or s.published_latest is null
      then r.published_at
      else least(r.published_at, s.published_latest::timestamp at time zone 'Asia/Ho_Chi_Minh') end as known_from,
    p.indicator_id, p.territory_id, p.breakdown_id, p.publisher_id, p.period_end, p.period_days
  from print p join release r on r.id = p.release_id join source s on s.id = p.source_id`;
