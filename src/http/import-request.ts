import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Delimiter } from '../imports/csv.js';
import { Refused } from '../kernel/refused.js';

const flag = z.enum(['true', 'false'], 'must be true or false').transform((word) => word === 'true').default(false); // prettier-ignore
const DELIMITERS: Readonly<Record<string, Delimiter>> = { ',': ',', ';': ';', tab: '\t' };

const Query = z.strictObject({
  release: z.string('must stand once').optional(),
  dryRun: flag,
  decimalComma: flag,
  sheet: z.string('must stand once').optional(),
  delimiter: z.enum([',', ';', 'tab'], 'must be , or ; or tab').optional(),
});

/** How a file that is sent is to be brought in. */
export interface ImportRequest {
  release: string | null;
  isDryRun: boolean;
  decimalComma: boolean;
  sheet: string | null;
  delimiter: Delimiter | null;
}

/** What a link asks of `/imports`; anything else in it is refused rather than passed over. */
export function importRequest(query: unknown): ImportRequest {
  const { data, error } = Query.safeParse(query);
  if (error) {
    const fields = error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((path) => ({
            path,
            message: `is none of ${Object.keys(Query.shape).join(', ')}.`,
            value: null,
          }))
        : [{ path: String(issue.path[0]), message: `${issue.message}.`, value: null }],
    );
    throw new Refused('INVALID', `The query of the address is wrong: ${fields[0]!.path} ${fields[0]!.message}`, fields);
  }
  return {
    release: data.release ?? null,
    isDryRun: data.dryRun,
    decimalComma: data.decimalComma,
    sheet: data.sheet ?? null,
    delimiter: data.delimiter === undefined ? null : DELIMITERS[data.delimiter]!,
  };
}

/** The body is the file itself: what a form puts around it would be read as rows. */
export function refuseForm({ 'content-type': type }: IncomingHttpHeaders): void {
  if (type?.startsWith('multipart/'))
    throw new Refused('INVALID', 'A form came: send the file itself as the body, as "curl --data-binary @FILE" does.');
}

/** By it a request that is sent again brings nothing in twice. */
export function idempotencyKeyIn({ 'idempotency-key': given }: IncomingHttpHeaders): string {
  if (typeof given === 'string' && /^[\x21-\x7e]{1,200}$/.test(given)) return given;
  const message =
    'Send an Idempotency-Key of 1 to 200 visible ASCII characters, the same when the request is sent again.';
  throw new Refused('INVALID', message, [
    { path: 'Idempotency-Key', message: 'is missing or malformed.', value: null },
  ]);
}
