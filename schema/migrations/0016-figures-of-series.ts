import { Migration } from '@mikro-orm/migrations';

/** A figure is of a series, and a series of what it names: one reference is looked up for each new figure instead of four. */
export class FiguresOfSeries extends Migration {
  override name = '0016-figures-of-series';

  override up(): void {
    for (const statement of [...reference, ...asked]) this.addSql(statement);
  }
}

const SERIES = ['indicator_id', 'territory_id', 'breakdown_id', 'publisher_id'];
const FIGURE = [...SERIES, 'period_end', 'period_days'];
const of = (alias: string): string => FIGURE.map((column) => `${alias}.${column}`).join(', ');

// The statement that puts figures in makes their series when it ends: until the end of the transaction they may lack.
const reference = [
  ...SERIES.map((column) => `alter table observation drop constraint observation_${column}_fkey`),
  `alter table observation add constraint observation_of_series foreign key (${SERIES.join(', ')})
    references series deferrable initially deferred`,
];

const redefined = (name: string, body: string): string[] => [
  `create or replace function ${name}() returns trigger language plpgsql as $$ ${body} $$`,
  `do $$ begin execute format('alter function ${name}() set search_path = %I, pg_temp', current_schema()); end $$`,
];

// What a statement puts in is joined to what is there one by one, or not at all: the planner does not know how few they are.
const asked = [
  ...redefined(
    'refuse_strange_figures',
    `declare strange bigint;
    begin
      select n.id into strange from written n
        cross join lateral (select * from observation o where o.id = n.observation_id offset 0) o
        where (${of('n')}) is distinct from (${of('o')}) limit 1;
      if found then
        raise exception 'print % says that it is of another figure than it is', strange using errcode = 'check_violation';
      end if;
      return null;
    end`,
  ),
  ...redefined(
    'refuse_undated_sources',
    `declare undated integer;
    begin
      select s.id into undated from (select distinct source_id from written) cited join source s on s.id = cited.source_id
        where s.publisher_id is null or s.published_latest is null order by s.id limit 1;
      if found then
        raise exception 'source % is cited by a print, but its publisher or date is unknown', undated
          using errcode = 'check_violation';
      end if;
      return null;
    end`,
  ),
  ...redefined(
    'mention_of_print',
    `begin
      insert into release_mention (release_id, kind, mentioned_id)
        with named as materialized (select distinct release_id, source_id, publisher_id, breakdown_id from written)
        select release_id, 'SOURCE', source_id from named
        union select release_id, 'PUBLISHER', publisher_id from named
        union select release_id, 'BREAKDOWN', breakdown_id from named
        on conflict do nothing;
      return null;
    end`,
  ),
];
