import { join } from 'node:path';

/** Files of an embedded database in their directory: its own, and those that a restore leaves beside them. */
export const embeddedFiles = (directory: string) => ({
  files: join(directory, 'pg'),
  partial: join(directory, 'pg.partial'),
  /** Whole, and not yet in their place: a start puts them there. */
  restored: join(directory, 'pg.restored'),
  /** What was there before. */
  kept: join(directory, 'pg.before-restore'),
});
