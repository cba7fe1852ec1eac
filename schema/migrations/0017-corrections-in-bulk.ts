import { Migration } from '@mikro-orm/migrations';

/** What a correction must fulfil is asked once a statement, as it is of every new print: a withdrawal takes back a million at once. */
export class CorrectionsInBulk extends Migration {
  override name = '0017-corrections-in-bulk';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

// `offset 0`: what is there is looked up for each row of the statement, and never read as a whole.
const OF_THE_SAME = 'p.observation_id = n.observation_id and p.source_id = n.source_id and p.id <> n.id offset 0';

const statements = [
  `create function refuse_stray_corrections() returns trigger language plpgsql as $$
    begin
      if exists (select from written n where n.is_withdrawal and n.corrects_id is null
          and exists (select from print p where ${OF_THE_SAME})) then
        raise exception 'a withdrawal that cites the document of a print names that print' using errcode = 'check_violation';
      end if;
      if exists (select from written n where n.corrects_id is not null
          and not exists (select from print p where p.id = n.corrects_id and ${OF_THE_SAME})) then
        raise exception 'a correction cites the document of the print it mends, and is about the same'
          using errcode = 'check_violation';
      end if;
      return null;
    end $$`,
  `do $$ begin
    execute format('alter function refuse_stray_corrections() set search_path = %I, pg_temp', current_schema());
  end $$`,
  `drop trigger mends on print`,
  `create trigger mends before update on print for each row
    when (new.corrects_id is not null or new.is_withdrawal) execute function refuse_stray_correction('observation_id')`,
  `create trigger mends_insert after insert on print referencing new table as written
    for each statement execute function refuse_stray_corrections()`,
];
