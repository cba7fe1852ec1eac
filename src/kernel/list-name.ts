import type { Limits } from './limits.js';
import type { PageArgs } from './page.js';

/** Arguments as text, the same for all ways to write them: what is null is not asked. Names what aliases share. */
export const argumentsName = (args: object): string =>
  JSON.stringify(args, (_, value: unknown) => (value === null ? undefined : value));

/** The same for a page, which has its usual size unless told. */
export function pageName({ first, ...args }: PageArgs, { defaultPage }: Limits): string {
  const size = first ?? (typeof args.last === 'number' ? null : defaultPage);
  return argumentsName({ first: size, ...args });
}

/** What tells which page of a list is asked, and in which order: it makes no difference to how many there are. */
const PLACE: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before', 'orderBy']);

export const totalName = (args: PageArgs): string =>
  argumentsName(Object.fromEntries(Object.entries(args).filter(([name]) => !PLACE.has(name))));
