import type { AnyEntity, EntityClass, EntitySchema, MikroORM } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { keepPlans } from './kept-plans.js';
import { tellClient } from './own-client.js';
import type { Tables } from './tables.js';

export interface DatabaseOptions {
  /** `postgres://…`: a PostgreSQL server. Without it, an embedded PostgreSQL keeps its files in `directory`. */
  url?: string | undefined;
  directory?: string | undefined;
  poolSize?: number;
  entities: readonly (EntitySchema | EntityClass<AnyEntity>)[];
  migrations: readonly (new (...args: never[]) => Migration)[];
}

/**
 * What every connection to a server is asked for. Our statements end in milliseconds, so that to compile one, or to part it among
 * workers, costs more than it gains; and their tables lie in memory or on disks without a head, where a page by an index costs
 * little more than the next.
 */
const SETTINGS = Object.entries({
  statement_timeout: 5000,
  lock_timeout: 2000,
  timezone: 'UTC',
  datestyle: 'ISO',
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  random_page_cost: 1.1,
})
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

export type SqlOrm = MikroORM<AbstractSqlDriver, SqlEntityManager>;

/** The one connection to PostgreSQL, embedded or served: MikroORM to write, plain rows through Kysely to read. */
export class Database {
  readonly db: Kysely<Tables>;

  constructor(
    readonly orm: SqlOrm,
    readonly isEmbedded: boolean,
  ) {
    this.db = orm.em.fork().getKysely<Tables>();
  }

  async migrate(): Promise<void> {
    const migrator = new Migrator(this.orm.em);
    if (this.isEmbedded) {
      await migrator.up();
      return;
    }
    // Two servers may start at once: one migrates, the other waits for it. The lock is the session's own.
    await this.db.connection().execute(async (lock) => {
      const { sql } = await import('kysely');
      await sql`set lock_timeout = 0`.execute(lock);
      await sql`select pg_advisory_lock(hashtext('solieu migrations'))`.execute(lock);
      await migrator.up().finally(() => sql`select pg_advisory_unlock_all()`.execute(lock));
    });
  }

  close(): Promise<void> {
    return this.orm.close(true);
  }
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const shared = {
    entities: [...options.entities],
    extensions: [Migrator],
    migrations: {
      migrationsList: options.migrations.map((migration) => ({ name: migration.name, class: migration as never })),
      snapshot: false,
      silent: true,
      tableName: 'migration',
    },
    discovery: { warnWhenNoEntities: false },
    allowGlobalContext: false,
  };
  if (options.url) {
    const { MikroORM: Orm } = await import('@mikro-orm/postgresql');
    const orm = await Orm.init({
      ...shared,
      clientUrl: options.url,
      pool: { min: 0, max: options.poolSize ?? 8 },
      driverOptions: {
        options: SETTINGS,
        application_name: 'solieu',
        connectionTimeoutMillis: 2000,
        onPoolCreated: (pool: Pool) => pool.on('connect', keepPlans).on('connect', tellClient),
      },
    });
    return new Database(orm, false);
  }
  const { MikroORM: Orm } = await import('@mikro-orm/pglite');
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm');
  const orm = await Orm.init({
    ...shared,
    dbName: options.directory ?? 'memory://',
    driverOptions: { extensions: { pg_trgm } },
  });
  return new Database(orm, true);
}
