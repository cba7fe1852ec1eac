import { rm } from 'node:fs/promises';
import { prepare, PREPARED } from './embedded.js';

await rm(PREPARED, { recursive: true, force: true });
await prepare(PREPARED);
