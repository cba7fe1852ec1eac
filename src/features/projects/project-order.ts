import { sql } from 'kysely';
import type { Order, OrderKey } from '../../kernel/keyset.js';
import type { Search } from '../../kernel/search.js';
import type { Project, ProjectRow } from './project.type.js';
import type { ProjectOrder } from './projects.args.js';

type Key = OrderKey<Project>;

const NAME: Key = { sql: sql`j.sort_key`, cast: 'text', of: ({ row }) => row.sort_key };
/** Every order ends in it, so that each place in a list is one project's own. */
const TIES: readonly Key[] = [NAME, { sql: sql`j.id`, cast: 'integer', of: ({ row }) => row.id }];

/** Orders by what may be unknown: the unknown last, whichever way the rest runs. */
const unknownLast = (column: keyof ProjectRow, known: Key): readonly Key[] => [
  {
    sql: sql`(${sql.ref(`j.${column}`)} is null)::integer`,
    cast: 'integer',
    of: ({ row }) => (row[column] === null ? 1 : 0),
  },
  known,
];

const number = (column: 'area_hectares' | 'capacity_megawatts'): readonly Key[] =>
  unknownLast(column, {
    sql: sql`coalesce(${sql.ref(`j.${column}`)}, 0)`,
    cast: 'numeric',
    of: ({ row }) => row[column] ?? '0',
  });

const LEADING: Record<ProjectOrder['field'], readonly Key[]> = {
  NAME: [NAME],
  AREA: number('area_hectares'),
  CAPACITY: number('capacity_megawatts'),
  STAGE_DATE: unknownLast('stage_on', {
    sql: sql`coalesce(latest_day(j.stage_on), '1000-01-01')`,
    cast: 'date',
    of: ({ stageOn }) => stageOn?.latest ?? '1000-01-01',
  }),
};

/** The order asked; without one the closest first where something is searched, else by name. */
export function projectOrder(asked: ProjectOrder | null | undefined, search: Search | null): Order<Project> {
  if (asked) {
    const leading = LEADING[asked.field];
    const last = leading.length - 1;
    const directed = leading.map((key, at) => (at === last ? { ...key, descends: asked.direction === 'DESC' } : key));
    return {
      name: `${asked.field} ${asked.direction}`,
      keys: [...directed, ...TIES.filter((key) => !leading.includes(key))],
    };
  }
  if (!search) return { name: 'DEFAULT', keys: TIES };
  const closest: Key = { sql: sql`j.rank`, cast: 'integer', of: (_, rank) => rank };
  return { name: 'CLOSENESS', keys: [closest, ...TIES] };
}
