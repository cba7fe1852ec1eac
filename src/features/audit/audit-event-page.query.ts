import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import type { Limits } from '../../kernel/limits.js';
import { parseAsOf, startOfDay } from '../../kernel/moment.js';
import { type Page, pageOfRows } from '../../kernel/page.js';
import type { Tables } from '../../kernel/tables.js';
import { AuditEvent, type AuditEventRow } from './audit-event.type.js';
import type { AuditEventsArgs, AuditFilter } from './audit-events.args.js';

const LONGEST = 200;
const TEXTS = ['kind', 'code', 'actor', 'action'] as const;

const ORDER: Order<AuditEvent> = {
  name: 'NEWEST',
  keys: [{ sql: sql`id`, cast: 'integer', descends: true, of: ({ row }) => Number(row.id) }],
};

/** Deeds, the newest first. */
export async function auditEventPage(
  db: Kysely<Tables>,
  limits: Limits,
  { filter, ...page }: AuditEventsArgs,
): Promise<Page<AuditEvent>> {
  const window = keysetWindow(ORDER, page, limits);
  const where = conditions(filter ?? {});
  const { rows } = await sql<AuditEventRow>`
    select * from audit_event where ${where} ${keysetPage(ORDER, window)}`.execute(db);
  const events = rows.map((row) => new AuditEvent(row));
  return pageOfRows(events, window, cursorIn(ORDER), () => countEvents(db, where));
}

async function countEvents(db: Kysely<Tables>, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from audit_event where ${where}`.execute(db);
  return Number(rows[0]!.count);
}

function conditions(filter: AuditFilter): RawBuilder<unknown> {
  const { from, to } = filter;
  if (from && to && from > to) {
    const message = `filter.from is ${from}, after filter.to, which is ${to}.`;
    throw new BadInput('INVALID_RANGE', message, { argument: 'filter.from', value: from });
  }
  const texts = TEXTS.flatMap((field) => {
    const text = checkedText(`filter.${field}`, filter[field]);
    return text === null ? [] : [sql`${sql.ref(field)} = ${text}`];
  });
  const since = from ? [sql`at >= ${startOfDay(from)}::timestamptz`] : [];
  const until = to ? [sql`at <= ${parseAsOf(to)}::timestamptz`] : [];
  return sql.join([sql`true`, ...texts, ...since, ...until], sql` and `);
}

function checkedText(argument: string, text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  if (text.length <= LONGEST && !/\p{Cc}|\p{Cs}/u.test(text)) return text;
  const value = text.slice(0, 100);
  const message = `${argument} is no such text: at most ${LONGEST} characters, none of them a control character.`;
  throw new BadInput('INVALID_TEXT', message, { argument, value });
}
