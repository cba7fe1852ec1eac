/** What somebody may do: each role may do all that those before it may. */
export const ROLES = ['READER', 'EDITOR', 'PUBLISHER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Actor {
  role: Role;
  /** As the audit trail tells it. */
  name: string;
  /** Row of the key they showed; null without one. */
  keyId: number | null;
}

/** Whoever shows no key. */
export const ANONYMOUS: Actor = { role: 'READER', name: 'anonymous', keyId: null };

/** Whoever may run commands on the machine may do all. */
export const COMMAND_LINE: Actor = { role: 'ADMIN', name: 'command line', keyId: null };

export const may = ({ role }: Actor, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
