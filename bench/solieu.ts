/** How the API under test is started: as built. Runs on Node's type stripping: only erasable syntax here. */

export const SOLIEU = 'dist/server/main.js';

/** Limits that let the works through. Answers are not kept: what is measured is their making. */
export const SOLIEU_SETTINGS = {
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  MAX_PAGE: '10000',
  MAX_COST: '1000000',
  MAX_WAIT_MS: '60000',
  MAX_TABLE_CELLS: '1000000',
  ANSWER_CACHE_BYTES: '0',
};
