import { Migration } from '@mikro-orm/migrations';

/**
 * Functions of ours find what they name whatever the search path is: pg_dump restores under an empty one, and so works whoever
 * makes an index anew.
 */
export class StandingFunctions extends Migration {
  override name = '0014-standing-functions';

  override up(): void {
    for (const statement of [partialDate, ofPrints, others]) this.addSql(statement);
  }
}

// A body of this kind is bound when it is made, and is still written out where it is called.
const partialDate = `create or replace function is_partial_date(d text) returns boolean language sql immutable parallel safe
  return d is null or (d !~ '/.*/' and earliest_day(d) <= latest_day(d)) is true`;

// Run for every print: a path of their own would take them half as long again.
const ofPrints = `do $$
  declare one record;
  begin
    for one in select p.oid from pg_proc p where p.pronamespace = current_schema()::regnamespace
        and p.proname in ('refuse_change_of_published', 'refuse_undated_source', 'figure_of_print') loop
      execute regexp_replace(pg_get_functiondef(one.oid), '\\mfrom (release|source|observation)\\M',
        format('from %I.\\1', current_schema()), 'g');
    end loop;
  end $$`;

const others = `do $$
  declare one record;
  begin
    for one in select p.oid::regprocedure as signature from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = current_schema()::regnamespace and p.prorettype = 'trigger'::regtype and l.lanname = 'plpgsql'
          and p.proname not in ('refuse_change_of_published', 'refuse_undated_source', 'figure_of_print') loop
      execute format('alter function %s set search_path = %I, pg_temp', one.signature, current_schema());
    end loop;
  end $$`;
