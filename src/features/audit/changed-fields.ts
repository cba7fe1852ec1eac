import { compareCodes } from '../../kernel/code-table.js';

/** One field that a deed changed, its values as text. */
export interface ChangedField {
  /** Its path: `title`, `states.2`. */
  field: string;
  before: string | null;
  after: string | null;
}

/** The fields in which two states of a thing differ, by name; a state that is null has none. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort(compareCodes);
  return fields
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** What a state says at each path, as text; an empty object or list says nothing. */
function leavesOf(state: unknown, path = ''): Map<string, string> {
  if (state === null || state === undefined) return new Map();
  if (typeof state !== 'object') return new Map([[path, typeof state === 'string' ? state : JSON.stringify(state)]]);
  const below = Object.entries(state).flatMap(([name, value]) => [
    ...leavesOf(value, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(below);
}
