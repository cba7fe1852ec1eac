import { InvalidArgumentError } from 'commander';
import { auditEventPage } from '../features/audit/audit-event-page.query.js';
import type { AuditEvent } from '../features/audit/audit-event.type.js';
import { BadInput } from '../kernel/bad-input.js';
import { type Day, parseDay } from '../kernel/day.js';
import type { Register } from './command.js';

interface Asked {
  kind?: string;
  code?: string;
  actor?: string;
  action?: string;
  from?: Day;
  to?: Day;
  limit: number;
  json?: boolean;
}

const MOST = 10_000;

const EXAMPLES = `
Examples:
  $ solieu audit
  $ solieu audit --kind release --code 2024-06 --json
  $ solieu audit --actor "Nguyễn Lan" --from 2024-06-01 --limit 100

Days are those of Asia/Ho_Chi_Minh, moments are printed in UTC. Of a field that a deed changed it
tells what it was before and after.`;

/** `solieu audit`: who did what to which thing, and when. */
export const audit: Register = (program, shell) => {
  program
    .command('audit')
    .description('print the audit trail, the newest first: who did what to which thing, and when')
    .option('--kind <kind>', 'only of this kind of thing, e.g. release')
    .option('--code <code>', 'only of the thing of this code or slug')
    .option('--actor <name>', 'only by this one: the name of a key, or "command line"')
    .option('--action <action>', 'only of this sort, e.g. release.publish')
    .option('--from <day>', 'only on this day or later', dayIn)
    .option('--to <day>', 'only on this day or before', dayIn)
    .option('--limit <number>', `how many, at most ${MOST}`, numberIn, 20)
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ limit, json, ...filter }: Asked) => {
      const { database, config } = await shell.open();
      const limits = { ...config.limits, maxPage: MOST };
      const { nodes, pageInfo } = await auditEventPage(database.db, limits, { filter, first: limit });
      shell.out(json ? `${JSON.stringify(nodes.map(shown), null, 2)}\n` : nodes.map(linesOf).join(''));
      if (!json && nodes.length === 0) shell.err('Nothing of that was done.\n');
      if (!json && pageInfo.hasNextPage) shell.err(`There is more than ${limit}: see --limit.\n`);
    });
};

function dayIn(text: string): Day {
  try {
    return parseDay(text);
  } catch (error) {
    throw error instanceof BadInput ? new InvalidArgumentError(error.message) : error;
  }
}

function numberIn(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST) return Number(text);
  throw new InvalidArgumentError(`A whole number from 1 to ${MOST}.`);
}

const shown = (event: AuditEvent) => ({
  at: event.at,
  actor: event.actor,
  action: event.action,
  kind: event.kind,
  code: event.code,
  changes: event.changes(Infinity),
});

function linesOf(event: AuditEvent): string {
  const changes = event
    .changes(Infinity)
    .map(({ field, before, after }) => `    ${field}: ${before ?? '-'} → ${after ?? '-'}\n`);
  return `${event.at}  ${event.actor}  ${event.action}  ${event.kind} ${event.code}\n${changes.join('')}`;
}
