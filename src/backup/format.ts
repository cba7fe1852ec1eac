import { z } from 'zod';

/**
 * A backup is a gzip of lines: a header, then of each table its columns, its rows and its sums, then a footer. A row is a JSON array
 * of the texts that its columns are written as, null where there is none; every other line is a JSON object with its `kind`. The same
 * for an embedded database and a server.
 */
export const FORMAT = 1;

const Header = z.object({
  kind: z.literal('solieu-backup'),
  format: z.int(),
  /** Version of the program that wrote it. */
  program: z.string(),
  takenAt: z.string(),
  /** Migrations that had run, in order. */
  migrations: z.array(z.string()),
});
export type Header = z.infer<typeof Header>;

const TableHead = z
  .object({
    kind: z.literal('table'),
    name: z.string(),
    /** Those that the database derives are left out. */
    columns: z.array(z.object({ name: z.string(), type: z.string() })).min(1),
    /** Columns by which its rows are in order: those of its primary key, none where it had lost it. Absent before it could. */
    key: z.array(z.string()).optional(),
  })
  .refine(({ columns, key }) => key?.every((name) => columns.some((column) => column.name === name)) ?? true);
export type TableHead = z.infer<typeof TableHead>;

/** Where the numbers that a column is given had come to. */
const Identity = z.object({ column: z.string(), last: z.string(), isUsed: z.boolean() });
export type Identity = z.infer<typeof Identity>;

const TableEnd = z.object({
  kind: z.literal('end'),
  name: z.string(),
  rows: z.int(),
  /** SHA-256 of its rows, each with the end of its line. */
  sha256: z.string(),
  identity: Identity.nullable(),
});
export type TableEnd = z.infer<typeof TableEnd>;

const Footer = z.object({
  kind: z.literal('footer'),
  tables: z.int(),
  rows: z.int(),
  /** SHA-256 of all lines before it, each with its end. */
  sha256: z.string(),
});
export type Footer = z.infer<typeof Footer>;

const Line = z.discriminatedUnion('kind', [Header, TableHead, TableEnd, Footer]);
export type Line = z.infer<typeof Line>;

export const isRow = (line: string): boolean => line.startsWith('[');

export const written = (line: Line): string => `${JSON.stringify(line)}\n`;

/** Null where it is no line of a backup. */
export function parsed(line: string): Line | null {
  try {
    return Line.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
