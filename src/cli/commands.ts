import type { Register, RunCommand } from './command.js';

/** One word after `solieu`. */
interface Entry {
  /** `run` is what a server that the command starts runs for others. */
  load: (run: RunCommand) => Promise<Register>;
  /** It needs an embedded directory for itself: no server that holds it may do it. */
  isAlone?: true;
}

/** All commands, each loaded only where it is asked for. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: { load: async (run) => (await import('./serve.command.js')).serving(run), isAlone: true },
  migrate: { load: async () => (await import('./migrate.command.js')).migrate, isAlone: true },
  seed: { load: async () => (await import('./seed.command.js')).seeds },
  check: { load: async () => (await import('./check.command.js')).check },
  release: { load: async () => (await import('./release.command.js')).release },
  keys: { load: async () => (await import('./keys.command.js')).keys },
  import: { load: async () => (await import('./import.command.js')).imports },
  template: { load: async () => (await import('./template.command.js')).template },
  backup: { load: async () => (await import('./backup.command.js')).backup },
  restore: { load: async () => (await import('./restore.command.js')).restore, isAlone: true },
  audit: { load: async () => (await import('./audit.command.js')).audit },
  doctor: { load: async () => (await import('./doctor.command.js')).doctor },
};

export const isAlone = (name: string | undefined): boolean => entryOf(name)?.isAlone === true;

/** Null where there is no such command. */
export const entryOf = (name: string | undefined): Entry | null =>
  name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : null;
