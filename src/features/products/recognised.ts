import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import { checkedList } from '../../kernel/checked-list.js';
import type { Limits } from '../../kernel/limits.js';
import type { Reading } from '../../kernel/reading.js';
import { type Days, inForce, starred } from './in-force.js';
import type { ProductFilter } from './product-filter.type.js';
import type { Certainty } from './validity.js';
import { CANDIDATES } from './recognition.type.js';
import { standardTable } from './standard.table.js';

/** Parts of a filter that are about what is in force, checked. */
export interface Recognised {
  minStars: number | null;
  stars: readonly number[] | null;
  kinds: readonly string[] | null;
  /** Row ids of standards. */
  standards: number[] | null;
  /** Whether anything at all has to be in force. */
  anything: boolean;
}

export async function recognisedOf(
  reading: Reading,
  limits: Limits,
  filter: Partial<ProductFilter>,
  anything: boolean,
): Promise<Recognised> {
  const codes = checkedList('filter.certificates', filter.certificates, limits);
  const stars = checkedList('filter.stars', filter.stars, limits);
  if (typeof filter.minStars === 'number') checkStars('filter.minStars', filter.minStars);
  for (const one of stars ?? []) checkStars('filter.stars', one);
  return {
    minStars: filter.minStars ?? null,
    stars,
    kinds: checkedList('filter.recognitionKinds', filter.recognitionKinds, limits),
    standards: codes && (await reading.table(standardTable)).rowIds(codes, 'filter.certificates'),
    anything,
  };
}

function checkStars(argument: string, stars: number): void {
  if (stars >= 1 && stars <= 5) return;
  throw new BadInput('INVALID_RANGE', `${argument}: ${stars} is no number of stars: 1 to 5.`, {
    argument,
    value: stars,
  });
}

export type RecognisedPart = 'stars' | 'recognitionKinds' | 'others';

/** Conditions on a product `p`: what is asked is in force on the days, so surely as asked. */
export function inForceAsAsked(
  { minStars, stars, kinds, standards, anything }: Recognised,
  days: Days,
  certainty: Certainty | 'ON_RECORD',
): [RecognisedPart, RawBuilder<boolean>][] {
  const recognition = (condition: RawBuilder<boolean>): RawBuilder<boolean> =>
    sql<boolean>`exists (select from recognition r where r.product_id = p.id and ${condition})`;
  const on = (alias: string): RawBuilder<boolean> => inForce(alias, days, certainty);
  const parts: [RecognisedPart, RawBuilder<boolean> | null][] = [
    ['stars', minStars && recognition(sql`r.stars >= ${minStars}::integer and ${starred(days, certainty)}`)],
    ['stars', stars && recognition(sql`r.stars = any(${stars}::integer[]) and ${starred(days, certainty)}`)],
    ['recognitionKinds', kinds && recognition(sql`r.kind = any(${kinds}::text[]) and ${on('r')}`)],
    ['others', anything ? recognition(sql`r.kind <> all(${CANDIDATES}::text[]) and ${on('r')}`) : null],
    [
      'others',
      standards &&
        sql<boolean>`exists (select from certificate c where (c.product_id = p.id or c.producer_id = p.producer_id)
          and c.standard_id = any(${standards}::integer[]) and ${on('c')})`,
    ],
  ] as [RecognisedPart, RawBuilder<boolean> | null][];
  return parts.flatMap(([part, condition]) => (condition ? [[part, condition] as const] : [])) as never;
}

/** That not all of some conditions hold. */
export const notAll = (conditions: readonly (readonly [unknown, RawBuilder<boolean>])[]): RawBuilder<boolean> =>
  sql<boolean>`not (${sql.join(
    conditions.map(([, condition]) => condition),
    sql` and `,
  )})`;
