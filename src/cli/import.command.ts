import { basename, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { checksumOf } from '../imports/checksum.js';
import type { Delimiter } from '../imports/csv.js';
import type { ImportReport } from '../imports/kind.js';
import { importKind, importKinds } from '../imports/kinds.js';
import { openFile } from '../imports/open-file.js';
import { runImport } from '../imports/run.js';
import type { Register, Shell } from './command.js';
import { textTable } from './text-table.js';

interface Asked {
  release?: string;
  dryRun?: true;
  decimalComma?: true;
  sheet?: string;
  delimiter?: keyof typeof DELIMITERS;
  mostErrors: number;
  json?: true;
}

const DELIMITERS = { ',': ',', ';': ';', tab: '\t' } as const satisfies Record<string, Delimiter>;
const MOST_ERRORS = 10_000;
const MOST_DIFFERENCES = 1000;

const EXAMPLES = `
Examples:
  npx solieu import observations figures.csv --release 2024-06 --dry-run
  npx solieu import observations figures.xlsx --release 2024-06 --sheet "Biểu 1"
  npx solieu import plans plans.csv --release 2024-06 --decimal-comma
  npx solieu import products products.csv --dry-run

A file comes in whole or not at all, and the same file twice adds nothing. It is CSV in UTF-8, with commas or semicolons, or a
workbook (XLSX) without formulas; its first row names the columns, as "solieu template KIND" writes them. Of observations and plans each
row is one print in the draft that --release names; a print of the draft is replaced by a row about the same figure in the same document
and place. All else belongs to no release: what has its slug or code already is changed, a column that is left out stays as it is.`;

/** `solieu import`: rows of a file come in, whole or not at all. */
export const imports: Register = (program, shell) => {
  program
    .command('import')
    .description('bring in the rows of a file, whole or not at all')
    .argument('<kind>', `what its rows are: ${importKinds.map(({ name }) => name).join(', ')}`)
    .argument('<file>', 'CSV or XLSX')
    .option('--release <code>', 'the draft that figures and plans go into')
    .option('--dry-run', 'tell what would be added, printed again or changed, and keep nothing')
    .option('--decimal-comma', 'numbers are written 1.234,5')
    .option('--sheet <name>', 'of a workbook; without it the first')
    .addOption(
      new Option('--delimiter <character>', 'of a CSV file; without it the header tells').choices(
        Object.keys(DELIMITERS),
      ),
    )
    .option('--most-errors <number>', 'how many wrong cells are told', numberIn, 100)
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((kind: string, file: string, asked: Asked) => bringIn(kind, file, asked, shell));
};

function numberIn(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_ERRORS) return Number(text);
  throw new InvalidArgumentError(`A whole number from 1 to ${MOST_ERRORS}.`);
}

async function bringIn(name: string, file: string, asked: Asked, shell: Shell): Promise<void> {
  const kind = importKind(name);
  const path = resolve(shell.directory, file);
  const { sheet = null, decimalComma = false } = asked;
  const delimiter = asked.delimiter === undefined ? null : DELIMITERS[asked.delimiter];
  const incoming = await openFile(path, basename(path), kind, { delimiter, sheet, decimalComma });
  const [checksum, { database, actor }] = await Promise.all([checksumOf(path), shell.open()]);
  const options = {
    release: asked.release ?? null,
    mostErrors: asked.mostErrors,
    mostDifferences: MOST_DIFFERENCES,
    progress: (rows: number): void => progress(rows, shell),
  };
  const isDryRun = asked.dryRun ?? false;
  const report = await runImport(database.db, actor, { kind, incoming, options, isDryRun, checksum }).finally(() => {
    if (shell.isTerminal) shell.err(CLEARED);
  });
  shell.out(
    asked.json ? `${JSON.stringify({ isDryRun, ...report }, null, 2)}\n` : told(report, incoming.name, isDryRun),
  );
}

const CLEARED = `\r${' '.repeat(40)}\r`;

/** Nobody waits for an import whose caller is gone. */
function progress(rows: number, { isTerminal, signal, err }: Shell): void {
  signal.throwIfAborted();
  if (isTerminal) err(`\r${rows.toLocaleString('en')} rows read`);
}

function told({ differences, ...counts }: ImportReport, name: string, isDryRun: boolean): string {
  const changed = counts.added + counts.printedAgain + counts.changed;
  const summary = `${name}: ${counts.added} added, ${counts.printedAgain} printed again, ${counts.changed} changed, ${counts.left} there already.\n`;
  if (!isDryRun) return summary;
  const rows = differences.map(({ outcome, subject, before, after, path }) => [
    outcome.toLowerCase().replace('_', ' '),
    subject,
    before ?? '-',
    after ?? '-',
    path,
  ]);
  const table = rows.length === 0 ? '' : textTable(['OUTCOME', 'ABOUT', 'BEFORE', 'AFTER', 'ROW'], rows);
  const more = changed > rows.length ? `and ${changed - rows.length} more\n` : '';
  return `${table}${more}${summary}This was a dry run: nothing was kept.\n`;
}
