import { rm, writeFile } from 'node:fs/promises';
import { prepare, PREPARED } from './embedded.js';
import { databaseParts, EXPECTED_PARTS } from './kernel/database-parts.js';

await rm(PREPARED, { recursive: true, force: true });
await prepare(PREPARED, async ({ db }) => writeFile(EXPECTED_PARTS, JSON.stringify(await databaseParts(db))));
