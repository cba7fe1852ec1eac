import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportKind } from '../imports/kind.js';
import { importKind, importKinds } from '../imports/kinds.js';
import { csvTemplate, xlsxTemplate } from '../imports/template.js';
import { Refused } from '../kernel/refused.js';
import type { Register } from './command.js';
import { textTable } from './text-table.js';

interface Asked {
  xlsx?: string;
  columns?: true;
}

const EXAMPLES = `
Examples:
  npx solieu template observations > figures.csv
  npx solieu template observations --xlsx figures.xlsx
  npx solieu template plans --columns`;

/** `solieu template`: an empty file to be filled and imported. */
export const template: Register = (program, shell) => {
  program
    .command('template')
    .description('print an empty CSV file for "solieu import", or write an empty workbook')
    .argument('<kind>', `what its rows are: ${importKinds.map(({ name }) => name).join(', ')}`)
    .option('--xlsx <file>', 'write a workbook, which tells on its second sheet what the columns hold')
    .option('--columns', 'tell what the columns hold')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, { xlsx, columns }: Asked) => {
      const kind = importKind(name);
      if (xlsx !== undefined) await writeNew(resolve(shell.directory, xlsx), xlsx, await xlsxTemplate(kind));
      else shell.out(columns ? columnsOf(kind) : csvTemplate(kind));
    });
};

/** What somebody has filled is not written over. */
async function writeNew(path: string, name: string, content: Buffer): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refused('CONFLICT', `${name} is there already: give another name.`);
    if (code === 'ENOENT') throw new Refused('NOT_FOUND', `There is no folder for ${name}.`);
    throw error;
  }
}

const columnsOf = ({ columns }: ImportKind): string =>
  textTable(
    ['COLUMN', 'MUST BE THERE', 'WHAT IT HOLDS', 'EXAMPLE'],
    columns.map(({ name, isRequired, description, example }) => [name, isRequired ? 'yes' : '', description, example]),
  );
