import { type Role } from './actor.js';
import { describedEnum } from './described-enum.js';

export const RoleEnum = describedEnum<Role>(
  'Role',
  'What somebody may do: each role may do all that those before it may.',
  {
    READER: 'Reads what is published. Whoever shows no key is a reader.',
    EDITOR: 'Drafts: brings figures, products and events in, and has them checked.',
    PUBLISHER: 'Schedules, publishes, calls back and withdraws releases.',
    ADMIN: 'Makes and revokes keys, and reads the audit trail.',
  },
);
