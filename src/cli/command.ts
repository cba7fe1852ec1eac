import type { Command } from 'commander';
import type { Config } from '../config.js';
import type { Actor } from '../kernel/actor.js';
import type { Database } from '../kernel/database.js';

/** What a command works on. */
export interface Session {
  config: Config;
  database: Database;
  actor: Actor;
}

/** Where a command is run: in this process, or in the server that holds the directory, for a process that asks it to. */
export interface Shell {
  /** The database, opened on first use: migrated and with its seeds, unless it is asked for as it was found. */
  open: (state?: 'UP_TO_DATE' | 'AS_FOUND') => Promise<Session>;
  /** Folder that relative paths are taken from. */
  directory: string;
  /** Tells lines of what was asked for; the end of the last line may be left off. */
  out: (text: string) => void;
  /** The same for what is to be told beside it. Text that begins with a carriage return is progress, and stays on its line. */
  err: (text: string) => void;
  /** Whether somebody watches: progress is shown only then. */
  isTerminal: boolean;
  /** Aborts when the caller is gone. */
  signal: AbortSignal;
}

/** Adds a command to the program. It throws `Refused` for what the caller can mend; the exit code is then 1. */
export type Register = (program: Command, shell: Shell) => void;

/** Runs what stands behind `solieu` on the command line, to its exit code. */
export type RunCommand = (argv: readonly string[], shell: Shell) => Promise<number>;

/** Text with the end of its last line; progress stays as it is. */
export const lined = (text: string): string =>
  text === '' || text.endsWith('\n') || text.startsWith('\r') ? text : `${text}\n`;
