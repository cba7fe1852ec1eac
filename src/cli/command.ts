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
  /** The database, opened on first use and migrated. */
  open: () => Promise<Session>;
  /** Folder that relative paths are taken from. */
  directory: string;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Whether somebody watches: progress is shown only then. */
  isTerminal: boolean;
  /** Aborts when the caller is gone. */
  signal: AbortSignal;
}

/** Adds a command to the program. It throws `Refused` for what the caller can mend; the exit code is then 1. */
export type Register = (program: Command, shell: Shell) => void;
