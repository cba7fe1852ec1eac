import { checkedList } from '../../kernel/checked-list.js';
import type { CodeTable } from '../../kernel/code-table.js';
import type { Limits } from '../../kernel/limits.js';
import { unknownCode } from '../../kernel/nearest.js';
import type { BreakdownChoice } from './breakdown.table.js';
import { type Dimension, TOTAL } from './dimension.type.js';

/** One entry as a client typed it: items of a dimension, or all of them but the total. */
export interface AskedBreakdown {
  dimension: string;
  items?: readonly string[] | null;
}

/** Joins entries of one dimension; an unknown dimension or item is an error that names it. */
export function breakdownChoice(
  dimensions: CodeTable<Dimension>,
  asked: readonly AskedBreakdown[],
  limits: Limits,
  argument: string,
): BreakdownChoice {
  const choice = new Map<string, Set<string>>();
  for (const [index, { dimension: code, items }] of asked.entries()) {
    const place = `${argument}[${index}]`;
    const dimension = dimensions.find(code);
    if (!dimension) throw dimensions.unknown(code, `${place}.dimension`);
    const known = dimension.all.map((item) => item.code);
    const codes = checkedList(`${place}.items`, items, limits) ?? known.filter((item) => item !== TOTAL);
    const wrong = codes.find((item) => item !== TOTAL && !known.includes(item));
    if (wrong !== undefined) throw unknownCode(`${place}.items`, `item of ${code}`, wrong, known);
    choice.set(code, new Set([...(choice.get(code) ?? []), ...codes]));
  }
  return choice;
}
