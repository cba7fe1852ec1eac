import { Migration } from '@mikro-orm/migrations';
import { counted, id, named, namedIndexes, partialDate, qualifier, slug } from './statements.js';

/** Trade-promotion events: when and where, as exactly as is known, who shows what, and what came of it. */
export class Events extends Migration {
  override name = '0004-events';

  override up(): void {
    for (const statement of [...events, ...exhibits, ...days, ...counted(tables)]) this.addSql(statement);
  }
}

const tables = ['event', 'event_venue', 'event_party', 'event_zone', 'event_source', 'exhibit', 'exhibit_product'];

const counts = ['booths', 'firms', 'displayed_products', 'localities', 'visitors', 'contracts']
  .map((count) => `${count} integer check (${count} >= 0),\n    ${qualifier(`${count}_qualifier`)}`)
  .join(',\n    ');

const events = [
  `create table event (
    id ${id},
    slug ${slug},
    ${named()},
    kind text not null check (kind in ('TRADE_FAIR', 'EXHIBITION', 'SUPPLY_DEMAND_CONFERENCE', 'CONFERENCE', 'FORUM',
      'PRODUCT_WEEK', 'MARKET', 'PRODUCT_DAY', 'FESTIVAL', 'CULTURE_AND_TOURISM_DAY', 'ONLINE_WEEK', 'TRADE_MISSION',
      'PRESS_CONFERENCE')),
    theme_vi text,
    theme_en text,
    parent_id integer references event,
    ${partialDate('planned_start')},
    ${partialDate('planned_end')},
    ${partialDate('actual_start')},
    ${partialDate('actual_end')},
    are_dates_inferred boolean not null default false,
    duration_days integer check (duration_days > 0),
    opening_hours_vi text,
    opening_hours_en text,
    territory_id integer references territory,
    plan_number text,
    is_entry_free boolean,
    ${counts},
    ${partialDate('registration_deadline')},
    registration_how_vi text,
    registration_how_en text,
    registration_contact text,
    is_registration_exempt boolean,
    turnover numeric check (turnover >= 0 and turnover not in ('NaN', 'Infinity')),
    turnover_multiplier smallint check (turnover_multiplier in (0, 1, 2, 3, 4, 6, 9, 12, 15)),
    turnover_unit_id integer references unit,
    ${qualifier('turnover_qualifier')},
    call_off text check (call_off in ('CANCELLED', 'POSTPONED')),
    called_off_on date,
    call_off_reason_vi text,
    call_off_reason_en text,
    note_vi text,
    note_en text,
    starts_on text,
    ends_on text,
    is_dated_by_parent boolean not null,
    are_shown_dates_inferred boolean not null,
    starts_earliest date generated always as (earliest_day(starts_on)) stored,
    starts_latest date generated always as (latest_day(starts_on)) stored,
    ends_earliest date generated always as (earliest_day(ends_on)) stored,
    ends_latest date generated always as (latest_day(ends_on)) stored,
    check (parent_id <> id),
    check (num_nulls(turnover, turnover_multiplier, turnover_unit_id) in (0, 3)),
    check ((call_off is null) = (called_off_on is null)),
    constraint a_plan_ends_after_it_starts check (earliest_day(planned_start) <= latest_day(planned_end)),
    constraint it_ends_after_it_starts check (earliest_day(actual_start) <= latest_day(actual_end))
  )`,
  ...namedIndexes('event'),
  // As features/events/event-order.ts reads it: what begins nobody knows when stands last.
  `create index event_by_start on event
    (coalesce(starts_latest, '9999-12-31'), coalesce(starts_earliest, '9999-12-31'), sort_key, id)`,
  `create index event_by_parent on event (parent_id)`,
  `create index event_by_territory on event (territory_id)`,
  `create table event_venue (
    id ${id},
    event_id integer not null references event on delete cascade,
    position integer not null,
    name_vi text not null,
    name_en text,
    unique (event_id, position)
  )`,
  `create table event_party (
    id ${id},
    event_id integer not null references event on delete cascade,
    role text not null check (role in ('HOST', 'ORGANISER', 'CO_ORGANISER')),
    position integer not null,
    name_vi text not null,
    name_en text,
    unique (event_id, role, position)
  )`,
  `create table event_zone (
    id ${id},
    event_id integer not null references event on delete cascade,
    position integer not null,
    name_vi text not null,
    name_en text,
    booths integer check (booths >= 0),
    ${qualifier('booths_qualifier')},
    unique (event_id, position),
    unique (id, event_id)
  )`,
  `create table event_source (
    id ${id},
    event_id integer not null references event on delete cascade,
    position integer not null,
    source_id integer not null references source,
    locator text,
    unique (event_id, position)
  )`,
  `create index event_source_by_source on event_source (source_id)`,
];

const exhibits = [
  `create table exhibit (
    id ${id},
    event_id integer not null references event on delete cascade,
    producer_id integer not null references producer,
    booth text,
    zone_id integer,
    source_id integer references source,
    locator text,
    foreign key (zone_id, event_id) references event_zone (id, event_id),
    unique nulls not distinct (event_id, producer_id, booth),
    unique (id, event_id)
  )`,
  `create index exhibit_by_producer on exhibit (producer_id, event_id)`,
  `create table exhibit_product (
    exhibit_id integer not null,
    product_id integer not null references product on delete cascade,
    event_id integer not null,
    primary key (exhibit_id, product_id),
    foreign key (exhibit_id, event_id) references exhibit (id, event_id) on delete cascade
  )`,
  `create index exhibit_product_by_product on exhibit_product (product_id, event_id)`,
  `create index exhibit_product_by_event on exhibit_product (event_id, product_id)`,
];

/** The dates an event is shown with: the actual ones, else the planned ones, else, where it has none at all, its parent's. */
const days = [
  `create function set_event_dates() returns trigger language plpgsql as $$
  begin
    new.is_dated_by_parent := false;
    new.are_shown_dates_inferred := new.are_dates_inferred;
    new.starts_on := coalesce(new.actual_start, new.planned_start);
    new.ends_on := coalesce(new.actual_end, new.planned_end);
    if new.starts_on is null and new.ends_on is null then
      select starts_on, ends_on, num_nonnulls(starts_on, ends_on) > 0, are_shown_dates_inferred
        into new.starts_on, new.ends_on, new.is_dated_by_parent, new.are_shown_dates_inferred
        from event where id = new.parent_id;
      new.is_dated_by_parent := coalesce(new.is_dated_by_parent, false);
      new.are_shown_dates_inferred := coalesce(new.are_shown_dates_inferred, new.are_dates_inferred);
    -- Where the other end came about, a planned one that contradicts it no longer stands.
    elsif latest_day(new.ends_on) < earliest_day(new.starts_on) then
      if new.actual_end is null then new.ends_on := null; end if;
      if new.actual_start is null then new.starts_on := null; end if;
    end if;
    return new;
  end $$`,
  `create trigger dates before insert or update on event for each row execute function set_event_dates()`,
  `create function pass_event_dates() returns trigger language plpgsql as $$
  begin
    update event set parent_id = parent_id where parent_id = new.id
      and num_nonnulls(planned_start, planned_end, actual_start, actual_end) = 0;
    return null;
  end $$`,
  `create trigger dates_of_parts after update on event for each row
    when ((old.starts_on, old.ends_on, old.are_shown_dates_inferred)
      is distinct from (new.starts_on, new.ends_on, new.are_shown_dates_inferred))
    execute function pass_event_dates()`,
];
