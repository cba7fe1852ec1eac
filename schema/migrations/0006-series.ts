import { Migration } from '@mikro-orm/migrations';

/** Which series there are: few beside their figures, so that a list walks from series to series by the index of figures. */
export class Series extends Migration {
  override name = '0006-series';

  override up(): void {
    for (const statement of [...table, ...written]) this.addSql(statement);
  }
}

const table = [
  `create table series (
    indicator_id integer not null references indicator,
    territory_id integer not null references territory,
    breakdown_id integer not null references breakdown,
    publisher_id integer not null references agency,
    primary key (indicator_id, territory_id, breakdown_id, publisher_id)
  )`,
  `insert into series select distinct indicator_id, territory_id, breakdown_id, publisher_id from observation`,
];

// A series stays when its last figure goes: it is then an empty place in the walk, nothing that a reader sees.
const written = [
  `create function series_of_observation() returns trigger language plpgsql as $$
  begin
    insert into series select distinct n.indicator_id, n.territory_id, n.breakdown_id, n.publisher_id from written n
      order by 1, 2, 3, 4
      on conflict do nothing;
    return null;
  end $$`,
  ...['insert', 'update'].map(
    (event) => `create trigger series_${event} after ${event} on observation referencing new table as written
      for each statement execute function series_of_observation()`,
  ),
];
