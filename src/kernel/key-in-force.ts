import { sql } from 'kysely';

/** Whether a row of `api_key` works now, by the clock of the database. */
export const IS_IN_FORCE = sql<boolean>`(revoked_at is null and (expires_at is null or expires_at > clock_timestamp()))`;
