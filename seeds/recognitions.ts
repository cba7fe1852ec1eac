import { starsOfScore } from '../src/features/products/certifiers.js';
import { Codes } from './codes.js';
import { sourceId } from './columns.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';
import type { References } from './reference.js';
import { endsBefore } from './rules-catalogue.js';

type RecognitionRow = Seeds['recognitions'][number];
type Criteria = Seeds['ocopCriteria'][number]['cells'];
type Claim = Pick<RecognitionRow['cells'], 'kind' | 'stars' | 'score' | 'issued_on'>;
type Version = Pick<Criteria, 'code' | 'valid_from' | 'star_bands'>;

/** Standards, and what was certified by them. */
export async function seedCertificates(
  into: Reconciler,
  seeds: Seeds,
  references: References,
  { producers, products }: { producers: Codes; products: Codes },
): Promise<void> {
  const named = seeds.standards.map((row): Wanted<'standard'> => ({ row, columns: row.cells }));
  const standards = Codes.of('standard', seeds.standards, await into.write('standard', named));
  const wanted = seeds.certificates.map((row): Wanted<'certificate'> => {
    const { product, producer, standard, source: _, ...columns } = row.cells;
    const product_id = products.getIfAny(product, row, 'product');
    const producer_id = producers.getIfAny(producer, row, 'producer');
    const standard_id = standards.get(standard, row, 'standard');
    return { row, columns: { product_id, producer_id, standard_id, source_id: sourceId(row, references), ...columns } };
  });
  await into.write('certificate', wanted);
}

/** What was recognised, by versions of the criteria where they are known. */
export async function seedRecognitions(
  into: Reconciler,
  seeds: Seeds,
  references: References,
  { criteria, products }: { criteria: Codes; products: Codes },
): Promise<void> {
  const versions = new Map(seeds.ocopCriteria.map(({ cells }) => [cells.code, cells]));
  const wanted = seeds.recognitions.map((row): Wanted<'recognition'> => {
    const { product, criteria: version, source: _, ...columns } = row.cells;
    const product_id = products.get(product, row, 'product');
    const criteria_id = criteria.getIfAny(version, row, 'criteria');
    if (version !== null) refuseOtherCriteria(row, versions.get(version)!);
    return { row, columns: { product_id, criteria_id, source_id: sourceId(row, references), ...columns } };
  });
  await into.write('recognition', wanted);
}

function refuseOtherCriteria(row: RecognitionRow, criteria: Criteria): void {
  const found = contradiction(row.cells, criteria);
  if (found) throw row.wrong(...found);
}

/** The column in which a recognition is not by the version of the criteria that it names, and why. */
export function contradiction(
  { kind, stars, score, issued_on: issued }: Claim,
  { code, valid_from: from, star_bands: bands }: Version,
): [column: string, what: string] | null {
  if (endsBefore(from, issued)) return ['criteria', `${code} holds from ${from} on, after issued_on.`];
  const claimed = kind === 'OCOP_POTENTIAL_FIVE_STAR' ? 5 : stars;
  if (score === null || claimed === null) return null;
  const earned = starsOfScore(Number(score), bands);
  return earned === claimed
    ? null
    : ['score', `${score} is the score of ${earned} stars by ${code}, not of ${claimed}.`];
}
