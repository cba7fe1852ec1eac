import { SeedError } from '../../seeds/csv.js';
import { WrongConfig } from '../config.js';
import { BadInput } from '../kernel/bad-input.js';
import { DirectoryHeld } from '../kernel/directory-lock.js';
import { Refused, type WrongField } from '../kernel/refused.js';

/** What is said of a failure on a terminal: what the caller can mend in all its lines, anything else in one. */
export function complaintOf(error: unknown): string {
  if (error instanceof Refused) return [error.message, ...fieldsOf(error).map(lineOf)].join('\n');
  if (isToldWhole(error)) return error.message;
  return `It failed: ${reasonOf(error)}`;
}

/** Those of which its message does not tell already. */
const fieldsOf = ({ message, fields }: Refused): readonly WrongField[] =>
  fields.length === 1 && message.includes(fields[0]!.message) ? [] : fields;

/** The first line of an error; its code where it has no message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  const [first = ''] = message.trim().split('\n');
  return first || code || error.name;
}

const lineOf = ({ path, message, value }: WrongField): string =>
  `  ${path}: ${message}${value === null ? '' : ` (${value})`}`;

const isToldWhole = (error: unknown): error is Error =>
  [BadInput, DirectoryHeld, SeedError, WrongConfig].some((kind) => error instanceof kind);
