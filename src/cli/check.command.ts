import { draftNamed } from '../features/checks/draft.query.js';
import type { Finding } from '../features/checks/finding.js';
import { findings } from '../features/checks/findings.query.js';
import { Refused } from '../kernel/refused.js';
import type { Register, Session } from './command.js';

/** How many findings of each check are told. */
const MOST_OF_EACH = 1000;

export const check: Register = (program, shell) => {
  program
    .command('check')
    .description('Runs the data checks over a release that is not out yet. Ends with 1 where there are errors.')
    .argument('<release>', 'code of the release')
    .option('--json', 'tells the findings as JSON')
    .action(async (release: string, { json }: { json?: true }) => {
      const found = await findingsOf(await shell.open(), release);
      shell.out(json ? `${JSON.stringify(found, null, 2)}\n` : told(release, found));
      const errors = found.filter(({ severity }) => severity === 'ERROR').length;
      if (errors > 0)
        throw new Refused('CHECKS_FAILED', `${release} cannot be published: ${counted(errors, 'error')}.`);
    });
};

async function findingsOf({ database: { db } }: Session, code: string): Promise<Finding[]> {
  const draft = await draftNamed(db, code);
  if (draft === null) throw new Refused('NOT_FOUND', `There is no release "${code}" that is not out yet.`);
  return findings(db, draft, MOST_OF_EACH);
}

/** The findings as lines, below a heading for each severity. */
function told(release: string, found: readonly Finding[]): string {
  if (found.length === 0) return `${release}: nothing found.\n`;
  const groups = Object.entries(Object.groupBy(found, ({ severity }) => severity));
  return groups
    .map(([severity, group]) => `${counted(group.length, severity.toLowerCase())}\n${group.map(lineOf).join('')}`)
    .join('\n');
}

const lineOf = ({ check: name, subject, message }: Finding): string => `  ${name}  ${subject}\n    ${message}\n`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
