import { Migration } from '@mikro-orm/migrations';
import { id } from './statements.js';

/** What was brought in by a request that may be sent again. */
export class Imports extends Migration {
  override name = '0013-imports';

  override up(): void {
    this.addSql(runs);
  }
}

const runs = `create table import_run (
    id ${id},
    key_id integer not null references api_key,
    idempotency_key text not null check (length(idempotency_key) between 1 and 200),
    request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
    report jsonb not null,
    at timestamptz not null default clock_timestamp(),
    unique (key_id, idempotency_key)
  )`;
