import { Refused } from '../kernel/refused.js';
import { meant } from '../../seeds/csv.js';
import { CATALOGUE_KINDS } from './catalogue-kinds.js';
import type { ImportKind } from './kind.js';
import { observations } from './observations.kind.js';
import { plans } from './plans.kind.js';

/** What can be brought in by file. */
export const importKinds: readonly ImportKind[] = [observations, plans, ...CATALOGUE_KINDS];

export function importKind(name: string): ImportKind {
  const found = importKinds.find((kind) => kind.name === name);
  if (found) return found;
  const names = importKinds.map((kind) => kind.name);
  throw new Refused(
    'NOT_FOUND',
    `"${name}" is nothing that can be brought in: ${names.join(', ')}.${meant(name, names)}`,
  );
}
