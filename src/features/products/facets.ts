import { addDays, type Day } from '../../kernel/day.js';
import type { Language } from '../../kernel/language.js';
import type { GroupTable } from '../groups/group.table.js';
import type { ProductGroup } from '../groups/group.type.js';
import type { ProducerKind } from '../producers/producer.entity.js';
import type { TerritoryTable } from '../territories/territory.table.js';
import type { Territory } from '../territories/territory.type.js';
import type { FacetCounts, FacetValue } from './facet.type.js';
import type { RecognitionKind } from './recognition.entity.js';

type Labels<K extends string> = Record<K, Record<Language, string>>;

export const PRODUCER_KIND_LABELS: Labels<ProducerKind> = {
  COOPERATIVE: { VI: 'Hợp tác xã', EN: 'Cooperative' },
  COOPERATIVE_GROUP: { VI: 'Tổ hợp tác', EN: 'Cooperative group' },
  ENTERPRISE: { VI: 'Doanh nghiệp', EN: 'Enterprise' },
  FARM: { VI: 'Trang trại', EN: 'Farm' },
  HOUSEHOLD: { VI: 'Hộ sản xuất', EN: 'Household' },
  ESTABLISHMENT: { VI: 'Cơ sở sản xuất', EN: 'Establishment' },
};

export const RECOGNITION_KIND_LABELS: Labels<RecognitionKind> = {
  OCOP: { VI: 'OCOP', EN: 'OCOP' },
  OCOP_POTENTIAL_FIVE_STAR: { VI: 'OCOP tiềm năng 5 sao', EN: 'OCOP, potential five stars' },
  GEOGRAPHICAL_INDICATION: { VI: 'Chỉ dẫn địa lý', EN: 'Geographical indication' },
  COLLECTIVE_MARK: { VI: 'Nhãn hiệu tập thể', EN: 'Collective mark' },
  CERTIFICATION_MARK: { VI: 'Nhãn hiệu chứng nhận', EN: 'Certification mark' },
  SPECIALTY: { VI: 'Sản phẩm đặc thù', EN: 'Specialty' },
  SPECIALTY_CANDIDATE: { VI: 'Tiềm năng đặc thù', EN: 'Specialty candidate' },
  OCOP_CANDIDATE: { VI: 'Tham gia OCOP', EN: 'OCOP candidate' },
};

export const starLabel = (stars: string, language: Language): string => {
  if (language === 'VI') return `${stars} sao`;
  return stars === '1' ? '1 star' : `${stars} stars`;
};

/** The most products first, then by value. */
export const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Adds up counts of rows over everything that each row counts for. */
function addUp<T>(counts: FacetCounts, all: (row: number) => T[]): Map<T, number> {
  const sums = new Map<T, number>();
  for (const [row, count] of counts) for (const one of all(Number(row))) sums.set(one, (sums.get(one) ?? 0) + count);
  return sums;
}

/** Counts of groups, families and sets; versions of the criteria that share a code are one value, as in the filter. */
export function groupValues(counts: FacetCounts, table: GroupTable, language: Language): FacetValue[] {
  const lineage = (group: ProductGroup | null): ProductGroup[] => (group ? [group, ...lineage(group.parent)] : []);
  const sums = addUp(counts, (row) => lineage(table.row(row)).map(({ code }) => code));
  return [...sums].map(([value, count]) => ({ value, count, label: table.named(value, 'groups')[0]!.name(language) }));
}

/** Counts of the units in which products lie, and of those that hold them or took them over: what the filter would give. */
export function territoryValues(counts: FacetCounts, table: TerritoryTable, day: Day): FacetValue[] {
  const sums = addUp(counts, (row) => [...holders(table.row(row), new Set())]);
  return [...sums].map(([unit, count]) => ({ value: nameOn(unit, table, day), label: unit.fullName, count }));
}

/** The units whose area takes in a unit. */
export function holders(unit: Territory, found: Set<Territory>): Set<Territory> {
  if (found.has(unit)) return found;
  found.add(unit);
  for (const holder of [...(unit.parent ? [unit.parent] : []), ...unit.links.successors]) holders(holder, found);
  return found;
}

/** What the filter takes for a unit on a day: its code alone where that means it. */
function nameOn(unit: Territory, table: TerritoryTable, day: Day): string {
  if (table.meant(unit.code, day) === unit) return unit.code;
  return `${unit.code}@${unit.validTo === null ? unit.validFrom! : addDays(unit.validTo, -1)}`;
}
