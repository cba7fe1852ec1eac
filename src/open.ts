import { migrations } from '../schema/migrations/list.js';
import type { Config } from './config.js';
import { bringUpToDate, makeWhereMissing, openEmbedded } from './embedded.js';
import { entities } from './entities.js';
import { type Database, openDatabase } from './kernel/database.js';

/** Opens the database that the configuration names, migrated and with its seeds. An embedded one is this process's alone. */
export async function openUpToDate(config: Config): Promise<Database> {
  if (!config.databaseUrl) return openEmbedded(config.dataDirectory);
  const database = await openAsFound(config);
  await bringUpToDate(database);
  return database;
}

/** The same, whatever is in it; an embedded one is made where there is none. */
export async function openAsFound({ databaseUrl, databasePool, dataDirectory }: Config): Promise<Database> {
  if (databaseUrl) return openDatabase({ url: databaseUrl, poolSize: databasePool, entities, migrations });
  return openDatabase({ directory: await makeWhereMissing(dataDirectory), entities, migrations });
}
