import { Figures } from './0001-figures.js';

/** In order, append-only: a migration that has run anywhere is never edited. */
export const migrations = [Figures];
