import { type RawBuilder, sql } from 'kysely';
import { error, fine, type Verdict } from './diagnosis.js';
import { type Look, one } from './look.js';

const PAST_TRIGGERS =
  'Rows were written past the triggers that keep this. Restore the last backup before it, or ask who maintains the database.';

const IDENTITY = ['indicator_id', 'territory_id', 'breakdown_id', 'publisher_id'];

const each = (alias: string, columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));

/** Says how many rows break a rule and names the first one; `broken` is a statement that gives their `id`. */
const none =
  (rule: string, what: string, broken: RawBuilder<unknown>, remedy = PAST_TRIGGERS): Look =>
  async ({ db }) => {
    const { count, first } = await one<{ count: number; first: string | null }>(
      db,
      sql`select count(*)::integer as count, min(id)::text as first from (${broken}) broken`,
    );
    return count === 0 ? fine(rule) : broke(count, what, first, remedy);
  };

const broke = (count: number, what: string, first: string | null, remedy: string): Verdict =>
  error(`${what} (${count}; the first: ${first}).`, remedy);

const PERIOD = ['period_end', 'period_days'];

/** What makes codes public: what the prints of a release are about. */
const mentioned = sql`
  select release_id, 'SOURCE' as kind, source_id as mentioned_id from print
  union select release_id, 'PUBLISHER', publisher_id from print
  union select release_id, 'BREAKDOWN', breakdown_id from print
  union select release_id, 'SOURCE', source_id from plan_print
  union select p.release_id, 'BREAKDOWN', l.breakdown_id from plan_print p join plan l on l.id = p.plan_id
  union select p.release_id, 'SET_BY', l.set_by_id from plan_print p join plan l on l.id = p.plan_id
    where l.set_by_id is not null`;

const mentions = sql`select release_id, kind, mentioned_id from release_mention`;

const nameOf = (rows: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select kind || ' ' || mentioned_id || ' of release ' || release_id as id from (${rows}) named`;

/** What triggers keep, and what would show that somebody went past them. */
export const integrity: Readonly<Record<string, Look>> = {
  triggers: none(
    'Every trigger is on.',
    'Triggers are switched off, so that nothing keeps published figures as they are',
    sql`select t.tgrelid::regclass || '.' || t.tgname as id from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = current_schema()::regnamespace and t.tgenabled not in ('O', 'A')`,
    'Run "alter table … enable trigger all" for each table, and look again for what was written meanwhile.',
  ),
  constraints: none(
    'Every constraint holds for every row.',
    'Constraints were never held against the rows that were there before',
    sql`select conrelid::regclass || '.' || conname as id from pg_constraint
      where connamespace = current_schema()::regnamespace and not convalidated`,
    'Run "alter table … validate constraint …" for each.',
  ),
  'data version': none(
    'Changes are counted.',
    'Changes are not counted by one row, so that readers may be given old answers',
    sql`select count(*) as id from data_change having count(*) <> 1`,
    'Have data_change hold its one row: "insert into data_change values (true, 0)".',
  ),
  'identity of prints': none(
    'Every print says of which figure it is.',
    'Prints say another figure than the one they belong to',
    sql`select p.id from print p join observation o on o.id = p.observation_id
      where (${each('p', [...IDENTITY, ...PERIOD])}) is distinct from (${each('o', [...IDENTITY, ...PERIOD])})`,
  ),
  series: none(
    'Every figure has its series.',
    'Figures belong to no series, so that lists pass them by',
    sql`select o.id from observation o where not exists (
      select from series s where (${each('s', IDENTITY)}) = (${each('o', IDENTITY)}))`,
    `Run "insert into series select distinct ${IDENTITY.join(', ')} from observation on conflict do nothing".`,
  ),
  'what releases mention': none(
    'Every release mentions what its prints are about.',
    '"release_mention" lacks what prints are about, so that what is published stays hidden',
    nameOf(sql`(${mentioned}) except ${mentions}`),
  ),
  'what releases do not mention': none(
    'No release mentions anything else.',
    '"release_mention" holds what no print is about, so that what is hidden may show',
    nameOf(sql`${mentions} except (${mentioned})`),
  ),
  'cited sources': none(
    'Every cited source has a publisher and a date.',
    'Cited sources have no publisher or no date',
    sql`select s.id from source s where (s.publisher_id is null or s.published_latest is null)
      and (exists (select from print p where p.source_id = s.id) or exists (select from plan_print p where p.source_id = s.id))`,
    'Find out who published the document and when, and write it to its row.',
  ),
};
