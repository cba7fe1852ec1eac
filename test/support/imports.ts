import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { ImportReport } from '../../src/imports/kind.js';
import { importKind } from '../../src/imports/kinds.js';
import { openFile } from '../../src/imports/open-file.js';
import { runImport } from '../../src/imports/run.js';
import { COMMAND_LINE } from '../../src/kernel/actor.js';
import type { Database } from '../../src/kernel/database.js';
import { Refused } from '../../src/kernel/refused.js';
import { newFolder } from './scratch.js';

export interface How {
  release?: string | null;
  kind?: string;
  isDryRun?: boolean;
  decimalComma?: boolean;
  sheet?: string;
  mostErrors?: number;
}

/** A folder of files for one test file. */
export function fileFolder(): (name: string, content: string | Buffer) => string {
  const folder = newFolder('import');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
}

/** What an import of a file reports. */
export async function importing({ db }: Database, path: string, how: How = {}): Promise<ImportReport> {
  const kind = importKind(how.kind ?? 'observations');
  const { sheet = null, decimalComma = false } = how;
  const incoming = await openFile(path, basename(path), kind, { delimiter: null, sheet, decimalComma });
  return runImport(db, COMMAND_LINE, {
    kind,
    incoming,
    options: {
      release: how.release === undefined ? 'NEXT' : how.release,
      mostErrors: how.mostErrors ?? 100,
      mostDifferences: 100,
      progress: () => undefined,
    },
    isDryRun: how.isDryRun ?? false,
    checksum: null,
  });
}

/** Why an import is refused. */
export async function refusalOf(work: Promise<unknown>): Promise<Pick<Refused, 'reason' | 'message' | 'fields'>> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { reason: error.reason, message: error.message, fields: error.fields };
  }
  throw new Error('It was not refused.');
}
