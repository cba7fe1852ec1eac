import { Migration } from '@mikro-orm/migrations';

/** What is asked of each new print is asked once a statement, so that a million come in within a minute. */
export class PrintsInBulk extends Migration {
  override name = '0015-prints-in-bulk';

  override up(): void {
    for (const statement of [...published, ...sources, ...figures, observation]) this.addSql(statement);
  }
}

// That nothing is put into a release with a moment, drafts_only_insert asks once a statement.
const published = [
  `drop trigger append_only on print`,
  `create trigger append_only before update or delete on print for each row execute function refuse_change_of_published()`,
];

const sources = [
  `drop trigger cited_source on print`,
  `create trigger cited_source before update on print for each row execute function refuse_undated_source()`,
  `create function refuse_undated_sources() returns trigger language plpgsql as $$
  declare undated integer;
  begin
    select s.id into undated from source s
      where s.id in (select source_id from written) and (s.publisher_id is null or s.published_latest is null)
      order by s.id limit 1;
    if found then
      raise exception 'source % is cited by a print, but its publisher or date is unknown', undated using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create trigger cited_source_insert after insert on print referencing new table as written
    for each statement execute function refuse_undated_sources()`,
];

const IDENTITY = ['indicator_id', 'territory_id', 'breakdown_id', 'publisher_id', 'period_end', 'period_days'];
const of = (alias: string): string => IDENTITY.map((column) => `${alias}.${column}`).join(', ');

/** Who brings many in tells of which figure each is; it must be so. */
const figures = [
  `drop trigger figure on print`,
  `create trigger figure before update on print for each row execute function figure_of_print()`,
  `create trigger figure_insert before insert on print for each row
    when (${IDENTITY.map((column) => `new.${column} is null`).join(' or ')}) execute function figure_of_print()`,
  `create function refuse_strange_figures() returns trigger language plpgsql as $$
  declare strange bigint;
  begin
    select n.id into strange from written n join observation o on o.id = n.observation_id
      where (${of('n')}) is distinct from (${of('o')}) limit 1;
    if found then
      raise exception 'print % says that it is of another figure than it is', strange using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create trigger figure_told after insert on print referencing new table as written
    for each statement execute function refuse_strange_figures()`,
  `do $$
  declare one text;
  begin
    foreach one in array array['refuse_undated_sources()', 'refuse_strange_figures()'] loop
      execute format('alter function %s set search_path = %I, pg_temp', one, current_schema());
    end loop;
  end $$`,
];

// The unique index of prints begins with the same column.
const observation = `drop index print_by_observation`;
