import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { UncertainDate } from '../kernel/uncertain-date.js';
import { source } from '../../seeds/rows.js';
import { date, field, flag } from './fields.js';
import type { Change, Noun, Objection } from './noun.js';

export const SOURCES: Noun = {
  name: 'sources',
  description: 'Documents.',
  table: 'source',
  shape: source,
  identity: [['code']],
  guard: citedDocuments,
  fields: {
    code: field('Its code.', 'NEWS_2024_06_06'),
    title: field('Its title; empty where not known.'),
    publisher: field('Code of the agency answerable for it; figures need one.', 'DOIT_NINH_THUAN', {
      refers: 'agency',
    }),
    published_on: {
      ...date('When it was published; figures need it.', '2024-06-06'),
      keep: (published: UncertainDate | null) => ({
        published_on: published?.date ?? null,
        published_precision: published?.precision ?? null,
        published_earliest: published?.earliest ?? null,
        published_latest: published?.latest ?? null,
      }),
    },
    published_inferred: flag('Whether that date was inferred.'),
    address: field('Where it is on the web.', 'https://example.vn/tin-2024-06-06'),
    checksum: field('Checksum of the file.'),
    carriers: field(
      'Codes of the agencies that carried it, the first first; in a file joined by `;`.',
      'BAO_NINH_THUAN',
      {
        takes: [String],
        link: { table: 'source_carrier', owner: 'source_id', item: 'agency_id', refers: 'agency', isOrdered: true },
      },
    ),
  },
};

const STANDING = ['publisher', 'published_on'] as const;

/** What prints cite stays dated, and once they are out its publisher and date stand: what was known when depends on them. */
async function citedDocuments(db: Kysely<Tables>, changes: readonly Change[]): Promise<Objection[]> {
  const told = changes.filter(({ changed }) => STANDING.some((column) => changed.includes(column)));
  if (told.length === 0) return [];
  const ids = told.map(({ id }) => id);
  const { rows } = await sql<{ id: number; is_public: boolean }>`
    select m.mentioned_id as id, coalesce(bool_or(r.published_at <= clock_timestamp()), false) as is_public
    from release_mention m join release r on r.id = m.release_id
    where m.kind = 'SOURCE' and m.mentioned_id = any(${ids}::int[]) group by 1`.execute(db);
  const cited = new Map(rows.map((row) => [row.id, row.is_public]));
  return told.flatMap((change) => {
    const isPublic = cited.get(change.id);
    const column = STANDING.find((one) => change.changed.includes(one))!;
    if (isPublic === true)
      return [{ line: change.line, column, what: 'stands: published figures cite this document.' }];
    const emptied = isPublic === false && STANDING.find((one) => isEmptied(change, one));
    return emptied ? [{ line: change.line, column: emptied, what: 'is empty, but figures cite this document.' }] : [];
  });
}

const isEmptied = ({ changed, columns }: Change, column: (typeof STANDING)[number]): boolean =>
  changed.includes(column) && columns[column === 'publisher' ? 'publisher_id' : column] === null;
