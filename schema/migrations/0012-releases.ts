import { Migration } from '@mikro-orm/migrations';

/** The life of a release: what it will cover, whether it is announced, which one takes it back, what was accepted in it. */
export class ReleaseLife extends Migration {
  override name = '0012-releases';

  override up(): void {
    for (const statement of [...columns, moment, ...drafts, ...counted, correction]) this.addSql(statement);
  }
}

const columns = [
  `alter table release
    add column covers_vi text,
    add column covers_en text,
    add column is_announced boolean not null default false,
    add column created_at timestamptz,
    add column withdrawn_by_id integer references release,
    add column reason_vi text,
    add column reason_en text,
    add column accepted text[] not null default '{}',
    add constraint what_is_announced_has_a_moment check (published_at is not null or not is_announced),
    add constraint nothing_takes_back_itself check (withdrawn_by_id <> id)`,
  // Of releases made before, nobody kept when they were.
  `alter table release alter column created_at set default clock_timestamp()`,
  `create index release_withdrawn_by on release (withdrawn_by_id) where withdrawn_by_id is not null`,
];

/** A release that is out keeps its moment, and what took it back. */
const moment = `create or replace function refuse_change_of_moment() returns trigger language plpgsql as $$
  begin
    if old.published_at <= clock_timestamp() then
      if tg_op = 'DELETE' or new.published_at is distinct from old.published_at or new.id <> old.id then
        raise exception 'release % was published at %: its moment stands', old.code, old.published_at
          using errcode = 'restrict_violation';
      end if;
      if old.withdrawn_by_id is not null and new.withdrawn_by_id is distinct from old.withdrawn_by_id then
        raise exception 'release % was withdrawn: that stands', old.code using errcode = 'restrict_violation';
      end if;
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$`;

const releaseOf = (rows: string, table: string): string =>
  table === 'print_plan_share'
    ? `select p.release_id from ${rows} s join print p on p.id = s.print_id`
    : `select release_id from ${rows}`;

const EVENTS = { insert: ['written'], update: ['gone', 'written'], delete: ['gone'] };
const NAMED: Record<string, string> = { gone: 'old table as gone', written: 'new table as written' };

/**
 * Only drafts take prints, change or lose them. Who writes prints holds the key of their release until the end of their
 * transaction: a release gets its moment after all that was on its way into it, and nothing comes in behind it.
 */
const drafts = [
  `create function refuse_unless_draft(releases integer[]) returns void language plpgsql as $$
  declare held record;
  begin
    for held in select r.code, r.published_at from release r where r.id = any(releases) order by r.id for key share loop
      if held.published_at is not null then
        raise exception 'release % has its moment, %: only a draft takes prints or loses them', held.code, held.published_at
          using errcode = 'restrict_violation';
      end if;
    end loop;
  end $$`,
  ...['print', 'plan_print', 'print_plan_share'].flatMap((table) =>
    Object.entries(EVENTS).flatMap(([event, rows]) => {
      const name = `drafts_only_${table}_${event}`;
      const touched = rows.map((each) => releaseOf(each, table)).join(' union ');
      return [
        `create function ${name}() returns trigger language plpgsql as $$
        begin
          perform refuse_unless_draft(array(select distinct release_id from (${touched}) touched));
          return null;
        end $$`,
        `create trigger drafts_only_${event} after ${event} on ${table} referencing ${rows.map((each) => NAMED[each]).join(' ')}
          for each statement execute function ${name}()`,
      ];
    }),
  ),
];

/** What is announced is public before its moment, and its going is too; what is held in silence must not show in the count. */
const counted = [
  `drop trigger counted on release`,
  `create function count_change_of_release() returns trigger language plpgsql as $$
  begin
    if exists (select from (values (to_jsonb(old)), (to_jsonb(new))) as changed (release)
        where (release ->> 'published_at')::timestamptz <= clock_timestamp()
          or ((release ->> 'is_announced')::boolean and release ->> 'published_at' is not null)) then
      update data_change set count = count + 1;
    end if;
    return null;
  end $$`,
  `create trigger counted after insert or update or delete on release for each row execute function count_change_of_release()`,
];

/** By it the database sees quickly that nothing corrects a print of a plan that goes. */
const correction = `create index plan_print_by_correction on plan_print (corrects_id) where corrects_id is not null`;
