import { Refused } from '../kernel/refused.js';
import { linesOfFile } from './file-lines.js';
import { type Footer, FORMAT, type Header, isRow, type Line, parsed, type TableEnd, type TableHead } from './format.js';
import type { Contents } from './snapshot.js';
import { Sums } from './sums.js';

/** Who reads a backup, part after part. */
export interface Reader {
  header?: (header: Header) => void | Promise<void>;
  rows?: (table: TableHead, lines: string[]) => Promise<void>;
}

/** Reads a backup to its end. Whatever is not as it was written is refused; by then parts of it have been read. */
export async function readBackup(file: string, reader: Reader = {}): Promise<Contents> {
  const reading = new BackupReading(file, reader);
  for await (const lines of linesOfFile(file)) await reading.take(lines);
  return reading.whole();
}

class BackupReading {
  #header: Header | null = null;
  #table: TableHead | null = null;
  #rows = new Sums();
  readonly #all = new Sums();
  readonly #ends: TableEnd[] = [];
  #isOver = false;

  constructor(
    private readonly file: string,
    private readonly reader: Reader,
  ) {}

  async take(lines: readonly string[]): Promise<void> {
    let rows: string[] = [];
    for (const line of lines) {
      if (isRow(line)) {
        rows.push(line);
        continue;
      }
      await this.#takeRows(rows);
      rows = [];
      await this.#takeLine(line);
    }
    await this.#takeRows(rows);
  }

  whole(): Contents {
    if (!this.#header) throw this.#refused('is not a backup of Solieu.');
    if (!this.#isOver) throw this.#refused(`is cut off: it ends ${this.#place()}, before its footer.`);
    return { header: this.#header, tables: this.#ends };
  }

  async #takeRows(lines: string[]): Promise<void> {
    if (lines.length === 0) return;
    if (!this.#table) throw this.#refused(this.#header ? `is damaged ${this.#place()}.` : 'is not a backup of Solieu.');
    this.#all.add(lines);
    this.#rows.add(lines);
    await this.reader.rows?.(this.#table, lines);
  }

  async #takeLine(text: string): Promise<void> {
    const line = parsed(text);
    if (!this.#header) {
      await this.#takeHeader(line, text);
      return;
    }
    if (this.#isOver) throw this.#refused('is damaged: something follows its footer.');
    if (line?.kind === 'footer') {
      this.#takeFooter(line);
      return;
    }
    this.#takePart(line);
    this.#all.add([text]);
  }

  #takePart(line: Line | null): void {
    if (line?.kind === 'end' && line.name === this.#table?.name) {
      this.#takeEnd(line);
      return;
    }
    if (line?.kind !== 'table' || this.#table) throw this.#refused(`is damaged ${this.#place()}.`);
    this.#table = line;
    this.#rows = new Sums();
  }

  async #takeHeader(line: Line | null, text: string): Promise<void> {
    if (line?.kind !== 'solieu-backup') throw this.#refused('is not a backup of Solieu.');
    if (line.format !== FORMAT) {
      throw this.#refused(
        `is in format ${line.format}, written by Solieu ${line.program}: this one reads format ${FORMAT}.`,
      );
    }
    this.#header = line;
    this.#all.add([text]);
    await this.reader.header?.(line);
  }

  #takeEnd(end: TableEnd): void {
    if (this.#rows.rows !== end.rows || this.#rows.sha256() !== end.sha256) {
      throw this.#refused(`is damaged: the rows of ${end.name} are not those that were written.`);
    }
    this.#ends.push(end);
    this.#table = null;
  }

  #takeFooter({ tables, sha256 }: Footer): void {
    if (this.#table || this.#ends.length !== tables || this.#all.sha256() !== sha256) {
      throw this.#refused('is damaged: its sums are not those of its footer.');
    }
    this.#isOver = true;
  }

  #place(): string {
    if (this.#table) return `in table ${this.#table.name}`;
    const last = this.#ends.at(-1);
    return last ? `after table ${last.name}` : 'after its header';
  }

  #refused(what: string): Refused {
    return new Refused('INVALID', `${this.file} ${what}`);
  }
}
