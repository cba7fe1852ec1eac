import type { Qualifier } from '../../kernel/printed-change.js';

/** Words before an inexact number, with the space after them. */
export const QUALIFIERS: Record<Qualifier, string> = { NEARLY: 'nearly ', OVER: 'more than ', ABOUT: 'about ' };

export const before = (qualifier: Qualifier | null): string => (qualifier === null ? '' : QUALIFIERS[qualifier]);
