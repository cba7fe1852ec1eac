import { z } from 'zod';
import type { Limits } from './kernel/limits.js';

/** A whole number between two bounds, as an environment variable writes it. */
const whole = (usual: number, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)
    .prefault(String(usual));

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const address = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address like ${example}` });

const Environment = z.object({
  PORT: whole(4000, 0, 65535),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,255}$/, 'must be a host name or an IP address')
    .default('localhost'),
  PUBLIC_URL: address(/^https?$/, 'https://data.example.vn').optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/database').optional(),
  DATABASE_POOL: whole(8, 1, 200),
  WORKERS: whole(1, 1, 64),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
  CLOCK_MAX_AGE_MS: whole(500, 0, 1000),
  CONTACT: z.string().max(500, 'must be at most 500 characters').optional(),
  DATA_LICENCE: z.string().max(500, 'must be at most 500 characters').default('CC BY 4.0'),
  ANSWER_CACHE_BYTES: whole(64 * 1024 * 1024, 0, 64 * 1024 * 1024 * 1024),
  IMPORT_BYTES: whole(512 * 1024 * 1024, 1024, 64 * 1024 * 1024 * 1024),
  MAX_BODY_BYTES: whole(256 * 1024, 1024, 10 * 1024 * 1024),
  MAX_QUERY_CHARACTERS: whole(16 * 1024, 100, 1_000_000),
  MAX_TOKENS: whole(1500, 100, 100_000),
  MAX_DEPTH: whole(12, 5, 100),
  MAX_COST: whole(5000, 100, 10_000_000),
  DEFAULT_PAGE: whole(20, 1, 100_000),
  MAX_PAGE: whole(500, 1, 100_000),
  MAX_TABLE_CELLS: whole(100_000, 100, 10_000_000),
  MAX_LIST_ENTRIES: whole(500, 1, 50_000),
  MAX_WAIT_MS: whole(1500, 100, 60_000),
});

export interface Config {
  port: number;
  host: string;
  /** Where readers reach the server, without a slash at the end; null: the address it listens on. */
  publicUrl: string | null;
  dataDirectory: string;
  databaseUrl: string | null;
  databasePool: number;
  /** Processes that serve: more than one only on a PostgreSQL server. */
  workers: number;
  logLevel: (typeof LEVELS)[number];
  clockMaxAgeMs: number;
  /** Memory for answers that are kept; 0 keeps none. */
  answerCacheBytes: number;
  /** The largest file that may be sent to `/imports`. */
  importBytes: number;
  contact: string | null;
  dataLicence: string;
  /** How long a heavy request may wait for its turn before it is told to come again. */
  maxWaitMs: number;
  limits: Limits;
}

/** One or more environment variables are wrong: a line for each. */
export class WrongConfig extends Error {}

/** Reads the configuration from environment variables; an empty one counts as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) throw new WrongConfig(read.error.issues.map((issue) => complaint(issue, given)).join('\n'));
  const values = read.data;
  if (values.DEFAULT_PAGE > values.MAX_PAGE) {
    throw new WrongConfig(
      `DEFAULT_PAGE: "${values.DEFAULT_PAGE}" must not exceed MAX_PAGE, which is ${values.MAX_PAGE}`,
    );
  }
  if (values.WORKERS > 1 && !values.DATABASE_URL) {
    throw new WrongConfig(
      `WORKERS: "${values.WORKERS}" needs DATABASE_URL: one process alone can hold the embedded database`,
    );
  }
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataDirectory: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    databasePool: values.DATABASE_POOL,
    workers: values.WORKERS,
    logLevel: values.LOG_LEVEL,
    clockMaxAgeMs: values.CLOCK_MAX_AGE_MS,
    answerCacheBytes: values.ANSWER_CACHE_BYTES,
    importBytes: values.IMPORT_BYTES,
    contact: values.CONTACT ?? null,
    dataLicence: values.DATA_LICENCE,
    maxWaitMs: values.MAX_WAIT_MS,
    limits: limitsOf(values),
  };
}

const limitsOf = (values: z.infer<typeof Environment>): Limits => ({
  bodyBytes: values.MAX_BODY_BYTES,
  queryCharacters: values.MAX_QUERY_CHARACTERS,
  tokens: values.MAX_TOKENS,
  depth: values.MAX_DEPTH,
  cost: values.MAX_COST,
  defaultPage: values.DEFAULT_PAGE,
  maxPage: values.MAX_PAGE,
  tableCells: values.MAX_TABLE_CELLS,
  listEntries: values.MAX_LIST_ENTRIES,
});

/** A password in an address is not repeated. */
function complaint(issue: { path: PropertyKey[]; message: string }, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = name === 'DATABASE_URL' ? '' : `"${given[name] ?? ''}" `;
  return `${name}: ${value}${issue.message}`;
}
