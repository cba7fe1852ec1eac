import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { execute, getOperationAST, type GraphQLError, parse, validate } from 'graphql';
import { readConfig } from '../src/config.js';
import { compilesFaithfully } from '../src/http/compilable.js';
import { compiledExecution } from '../src/http/executor.js';
import { Clock } from '../src/kernel/clock.js';
import { Context } from '../src/kernel/context.js';
import { type Reading, Readings } from '../src/kernel/reading.js';
import { buildApiSchema } from '../src/schema.js';
import { testServer } from './support/server.js';

type Asked = [document: string, variables: Record<string, unknown>];
type Executor = NonNullable<Awaited<ReturnType<ReturnType<typeof compiledExecution>['load']>>['executor']>;

const server = testServer();
const schema = buildApiSchema();
const folder = fileURLToPath(new URL('queries', import.meta.url));
const EXPORTS = Buffer.from('Indicator:EXPORT_TURNOVER').toString('base64url');
const EVERY_CHOICE = [true, false].flatMap((s) => [true, false].map((i) => ({ s, i })));

let readings: Readings;
let reading: Reading;
let executor: Executor;

beforeAll(async () => {
  readings = new Readings(server.database.db, new Clock(server.database.db, 1000));
  reading = await readings.now();
  executor = (await compiledExecution(schema).load({} as never)).executor!;
});

/** A context of its own for each run, all reading at the same moment. */
function context(): Context {
  const about = { version: '', licence: '', contact: null, publicUrl: '' };
  return new Context(readings, reading, 'EN', readConfig({}).limits, about);
}

/** As a client sees it, with where and why. */
const seen = ({ data, errors }: { data?: unknown; errors?: readonly object[] }): unknown =>
  JSON.parse(JSON.stringify({ data, errors: errors?.map((error) => (error as GraphQLError).toJSON()) }));

/** Asked twice: the second time the operation is compiled. */
async function isAnsweredAlike(text: string, variables: Record<string, unknown>): Promise<void> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const ask = () =>
    executor({ document, operation, context: context(), request: { variables }, source: text } as never);
  const asked = [await ask(), await ask()];
  const interpreted = await execute({ schema, document, contextValue: context(), variableValues: variables });
  expect(asked.map(seen)).toEqual([seen(interpreted), seen(interpreted)]);
}

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const given = (file: string): Record<string, unknown> => {
  const variables = file.replace('.graphql', '.variables.json');
  return existsSync(join(folder, variables)) ? (JSON.parse(read(variables)) as Record<string, unknown>) : {};
};
const documents = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

test.each(documents)('%s is compiled, and answered as it is interpreted', async (file) => {
  expect(compilesFaithfully(parse(read(file)))).toBe(true);
  await isAnsweredAlike(read(file), given(file));
});

const OBSERVED = 'observations(filter: $f, first: 1) { totalCount }';

const SHAPES: Asked[] = [
  ['{ __typename service { __typename limits { __typename } } a: __typename }', {}],
  ['{ a: unit(code: "VND") { c: code } b: unit(code: "USD") { c: code } none: unit(code: "X") { code } }', {}],
  ['{ service { version version limits { depth } limits { cost depth } } }', {}],
  ['{ __proto__: service { version } constructor: service { toString: version } }', {}],
  ['{ units(first: 1) { __proto__: nodes { code __proto__: name } } }', {}],
  [`{ node(id: "${EXPORTS}") { __typename id ... on Indicator { code unit { code __typename } } ... on Unit { symbol } } }`, {}],
  [`{ node(id: "${EXPORTS}") { ...N } } fragment N on Node { id ...I __typename } fragment I on Indicator { name observations(first: 1) { nodes { id __typename } } }`, {}],
  [`{ nodes(ids: ["${EXPORTS}", "x"]) { id __typename ... on Indicator { name(language: VI) en: name(language: EN) } } }`, {}],
  ['{ indicator(code: "`${process.exit()}`\\n\\u2028\\\\") { code } b: indicator(code: """block "quoted" \\""" `""") { code } }', {}],
  ['{ __schema { queryType { name } types { name kind fields { name args { name defaultValue } } } directives { name } } }', {}],
  ['{ __type(name: "Observation") { interfaces { name } fields(includeDeprecated: true) { name type { kind ofType { name } } } } n: __type(name: "Z") { name } }', {}],
]; // prettier-ignore

const CHOICES: Asked[] = [
  'query($s: Boolean!, $i: Boolean!) { service { version @skip(if: $s) licence @include(if: $i) both: licence @skip(if: $s) @include(if: $i) } }',
  'query($s: Boolean!, $i: Boolean!) { ... on Query @skip(if: $s) { a: service { version } } ...F @include(if: $i) } fragment F on Query { b: service { version @skip(if: $s) } }',
  'query($s: Boolean!, $i: Boolean!) { service @skip(if: $s) { version } service @include(if: $i) { licence } }',
  'query($s: Boolean!, $i: Boolean!) { units(first: 1) { ...A @skip(if: $s) ...B @include(if: $i) } } fragment A on UnitConnection { nodes { code } } fragment B on UnitConnection { nodes { name code @skip(if: $s) } }',
  `query($s: Boolean!, $i: Boolean!) { __typename @skip(if: $s) node(id: "${EXPORTS}") @include(if: $i) { __typename @skip(if: $s) id } }`,
  'query($s: Boolean = true, $i: Boolean = false) { service { version @skip(if: $s) licence @include(if: $i) } }',
].flatMap((text) => EVERY_CHOICE.map((choice): Asked => [text, choice])); // prettier-ignore

const VARIABLES: Asked[] = [
  ['query($s: Boolean = true) { service { version @skip(if: $s) licence } }', {}],
  ['query($s: Boolean = false) { service { version @skip(if: $s) } }', { s: null }],
  ['query($n: Int = 2) { units(first: $n) { nodes { code } } }', {}],
  ['query($n: Int = 2) { units(first: $n) { nodes { code } } }', { n: null }],
  ['query($n: Int = 3) { territory(code: "VN") { children(first: $n) { code } } }', { n: null }],
  ['query($n: Int) { territory(code: "VN") { children(first: $n) { code } } }', {}],
  ['query($b: ComparisonBasis = PREVIOUS_PERIOD) { observations(first: 1) { nodes { change(basis: $b) { basis } } } }', {}],
  ['query($b: ComparisonBasis = PREVIOUS_PERIOD) { observations(first: 1) { nodes { change(basis: $b) { basis } } } }', { b: null }],
  ['query($o: ObservationOrder) { observations(orderBy: $o, first: 2) { nodes { id } } }', { o: { field: 'PERIOD' } }],
  ['query($d: OrderDirection = DESC) { observations(orderBy: { field: PERIOD, direction: $d }, first: 2) { nodes { id } } }', {}],
  [`query($f: ObservationFilter = { indicators: ["IIP"], statuses: [FINAL] }) { ${OBSERVED} }`, {}],
  [`query($f: ObservationFilter) { ${OBSERVED} }`, { f: { indicators: 'EXPORT_TURNOVER', statuses: 'FINAL' } }],
  ['query($c: [String!]) { territories(codes: $c) { totalCount } }', { c: '56' }],
  ['query($c: String! = "58") { territories(codes: [$c]) { totalCount } }', {}],
  ['query($p: [String!], $l: Int) { observations(filter: { periods: $p, latest: $l }, first: 1) { totalCount } }', { p: null }],
  ['query($m: [TableMeasure!]! = [PLAN]) { table(measures: $m, filter: { periods: ["2024"] }) { cells } }', {}],
  ['query($id: ID!) { node(id: $id) { id } }', { id: 5 }],
]; // prettier-ignore

const REFUSED: Asked[] = [
  ...['x', 1.5, 2 ** 40, true, [1, 2]].map((n): Asked => ['query($n: Int) { units(first: $n) { nodes { code } } }', { n }]),
  ...[{}, { c: null }, { c: 5 }].map((given): Asked => ['query($c: String!) { unit(code: $c) { code } }', given]),
  ...[5.5, true, {}].map((id): Asked => ['query($id: ID!) { node(id: $id) { id } }', { id }]),
  ...[{ no: 1 }, { no: 1, statuses: ['A', 'B'] }, { statuses: 'A' }, { indicators: [null] }, [1], { includeDescendants: 1 }].map(
    (f): Asked => [`query($f: ObservationFilter) { ${OBSERVED} }`, { f }],
  ),
  ...[{}, { field: 'PERIOD', direction: null }].map((o): Asked => ['query($o: ObservationOrder) { observations(orderBy: $o) { totalCount } }', { o }]),
  ...['garbage', 5].map((a): Asked => ['query($a: Moment) { observations(asOf: $a) { totalCount } }', { a }]),
  ['{ a: observations(asOf: "2999-01-01") { totalCount } service { version } }', {}],
  ['{ period(code: "zzz") { code } service { version } }', {}],
  ['{ units(first: 2) { nodes { code } } indicators(first: 2) { nodes { observations(first: 0) { totalCount } } } }', {}],
  ['{ indicator(code: "EXPORT_TURNOVER") { code observations(first: 0) { totalCount } } service { version } }', {}],
  [`{ nodes(ids: ["${EXPORTS}", "x"]) { id ... on Indicator { observations(first: 0) { totalCount } } } service { version } }`, {}],
  ['{ observations(first: 2) { nodes { id plan(setBy: "NOPE") { value } } } }', {}],
]; // prettier-ignore

test.each([...SHAPES, ...CHOICES, ...VARIABLES, ...REFUSED])(
  '%s with %j is answered compiled as it is interpreted',
  isAnsweredAlike,
);
