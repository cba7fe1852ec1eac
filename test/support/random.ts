import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Codes and dates that exist, that nearly do, and texts that mean something to other machines than ours. */
const TEXTS = [
  'EXPORT_TURNOVER', 'IIP', 'IIPP', '58', '56@2025-07-01', '56@', '@', 'VN', 'NSO', 'INDUSTRY', 'ECONOMIC_SECTOR', '_T', 'C',
  'NEWS_2024_06_06', '2024', '2024-S1', '2024-06', '2024-M13', '2024-01-01/P6M', '9999-12-31/P9999Y', '2021-01-01/P2Y', '2024-06-06',
  '2024-06-06T09:30:00+07:00', '2999-01-01', '0000-00-00', '', ' ', '\u0000', 'a\u0000b', 'E\u0302\u0323', '\u202e', '💥', '%', '_', "'",
  "'; drop table print; --", '\\', '$1', '${1}', '{}', 'null', '__proto__', 'constructor', '-1', '1e999', 'NaN', '../etc/passwd', 'x'.repeat(3000),
  'WzEsIkRFRkFVTFQiXQ', 'WzEsIkNPREUiLCJJSVAiXQ', 'T2JzZXJ2YXRpb246MQ', 'SW5kaWNhdG9yOklJUA', 'VGVycml0b3J5OjFlOQ',
]; // prettier-ignore
const NUMBERS = [1, 2, 5, 20, 500, 501, 0, -1, 2147483647, -2147483648];

const oneOf = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

/** A value that its type takes, whatever the field makes of it. */
export function randomValue(type: GraphQLInputType, random: () => number): unknown {
  if (!isNonNullType(type) && random() < 0.1) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = oneOf([0, 1, 1, 2, 3], random);
    return Array.from({ length }, () => randomValue(nullable.ofType, random));
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isNonNullType(field.type) || random() < 2 / Object.keys(nullable.getFields()).length,
    );
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type, random)]));
  }
  if (isEnumType(nullable)) return oneOf(nullable.getValues(), random).name;
  if (nullable.name === 'Int') return oneOf(NUMBERS, random);
  return nullable.name === 'Boolean' ? random() < 0.5 : oneOf(TEXTS, random);
}

/** A value as a document writes it. */
export function literalOf(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (value === null || typeof value !== 'object') {
    return isEnumType(nullable) ? String(value) : JSON.stringify(value);
  }
  if (isListType(nullable)) {
    return `[${(value as unknown[]).map((entry) => literalOf(entry, nullable.ofType)).join(', ')}]`;
  }
  if (!isInputObjectType(nullable)) throw new Error(`${String(type)} has no fields`);
  const fields = nullable.getFields();
  const entries = Object.entries(value).map(([name, entry]) => `${name}: ${literalOf(entry, fields[name]!.type)}`);
  return `{ ${entries.join(', ')} }`;
}
