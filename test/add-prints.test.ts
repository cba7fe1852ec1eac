import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type GraphQLInputObjectType, GraphQLList } from 'graphql';
import { sql } from 'kysely';
import { buildApiSchema } from '../src/schema.js';
import { randomFrom, randomValue } from './support/random.js';
import { testServer } from './support/server.js';
import { as } from './support/staff.js';

const server = testServer();

const ADD = `mutation Add($release: String!, $prints: [PrintInput!]!) {
  addPrints(release: $release, prints: $prints) {
    ... on ImportReport { added printedAgain changed left differences { path outcome subject before after } }
    ... on Refusal { code message fields { path message value } }
  }
}`;
const CLEAR = `mutation Clear($release: String!) {
  clearDraft(release: $release) { ... on ClearedDraft { prints planPrints } ... on Refusal { code message } }
}`;

type Headers = Record<string, string>;
let editor: Headers;
beforeAll(async () => {
  editor = await as(server, 'EDITOR');
  await server.figures.release('NEXT');
});
beforeEach(() => clear());

const add = async (prints: object[], release = 'NEXT', headers = editor) =>
  (await server.ask<{ addPrints: { code?: string } }>(ADD, { release, prints }, headers)).data.addPrints;
const clear = async (release = 'NEXT', headers = editor) =>
  (await server.ask<{ clearDraft: object }>(CLEAR, { release }, headers)).data.clearDraft;

const EXPORTS = {
  indicator: 'EXPORT_TURNOVER',
  territory: '58',
  period: '2030-01',
  publisher: 'DOIT_NINH_THUAN',
  source: 'NEWS_2024_06_06',
  status: 'ESTIMATED',
  value: '50.0',
  unitMultiplier: 6,
};
const IIP = { ...EXPORTS, indicator: 'IIP', breakdown: [{ dimension: 'INDUSTRY', item: 'C' }], value: null, unitMultiplier: null, changes: [{ basis: 'SAME_PERIOD_LAST_YEAR', form: 'RANGE', low: '5', high: '5.5', qualifier: 'ABOUT' }] }; // prettier-ignore

test('prints are put into a draft, sent again they are there once, sent otherwise they are replaced', async () => {
  const sent = [await add([EXPORTS, IIP]), await add([EXPORTS, IIP]), await add([{ ...EXPORTS, value: '51' }])];
  expect(sent).toEqual([
    {
      added: 2, printedAgain: 0, changed: 0, left: 0,
      differences: [
        { path: 'prints.0', outcome: 'ADDED', subject: 'EXPORT_TURNOVER 58 2030-M01 DOIT_NINH_THUAN', before: null, after: '50.0 ×10^6 ESTIMATED' },
        { path: 'prints.1', outcome: 'ADDED', subject: 'IIP 58 INDUSTRY=C 2030-M01 DOIT_NINH_THUAN', before: null, after: 'ESTIMATED, SAME_PERIOD_LAST_YEAR RANGE 5..5.5 ABOUT' },
      ],
    },
    { added: 0, printedAgain: 0, changed: 0, left: 2, differences: [] },
    expect.objectContaining({ added: 0, changed: 1 }),
  ]);
}); // prettier-ignore

test('every wrong field is named as it was sent', async () => {
  const changes = (...all: object[]) => ({ ...IIP, changes: all });
  const year = { basis: 'SAME_PERIOD_LAST_YEAR', form: 'PERCENT', value: '1' };
  const prints = [
    EXPORTS,
    { ...EXPORTS, indicator: 'EXPORT_TURNOVR', period: '2030-01' },
    { ...EXPORTS, unitMultiplier: 5, hasBreak: true, noteVi: ' x' },
    { ...EXPORTS, status: 'MISSING' },
    { ...EXPORTS, corrects: 'INITIAL_LOAD' },
    changes({ ...year, basis: 'BASE_PERIOD' }, { ...year, value: null }),
    changes(year, { ...year, value: '2' }),
    { ...IIP, breakdown: [{ dimension: 'INDUSTRY', item: 'C;B' }] },
    { ...EXPORTS, locator: 'p. 1 ' },
  ];
  const refusal = await add(prints);
  expect(refusal).toEqual({
    code: 'INVALID',
    message: 'prints: 9 errors, so nothing was brought in.',
    fields: [
      ['prints.1.indicator', /^there is no indicator "EXPORT_TURNOVR"\. Did you mean "EXPORT_TURNOVER"\?$/, 'EXPORT_TURNOVR'],
      ['prints.2.unitMultiplier', /power of ten/, '5'],
      ['prints.2.noteVi', /blanks/, ' x'],
      ['prints.3.status', /says that there is no figure/, 'MISSING'],
      ['prints.4.reasonVi', /says why/, null],
      ['prints.5.changes.1', /RANGE has low and high/, null],
      ['prints.6.changes.0', /twice/, null],
      ['prints.7.breakdown', /letters, digits/, 'C;B'],
      ['prints.8.locator', /blanks/, 'p. 1 '],
    ].map(([path, message, value]) => ({ path, message: expect.stringMatching(message as RegExp), value })),
  });
}); // prettier-ignore

test('to whoever is no editor a draft does not exist', async () => {
  const told = [
    await add([EXPORTS], 'NEXT', {}),
    await add([EXPORTS], 'NONE'),
    await clear('NEXT', {}),
    await clear('NONE'),
  ];
  expect(told).toMatchObject(
    ['NEXT', 'NONE', 'NEXT', 'NONE'].map((code) => ({ code: 'NOT_FOUND', message: `There is no release "${code}".` })),
  );
});

test('what is published or scheduled is neither filled nor cleared', async () => {
  await server.figures.release('HELD');
  await server.figures.lift('HELD', "clock_timestamp() + interval '1 day'");
  const told = [
    await add([EXPORTS], 'HELD'),
    await clear('HELD'),
    await add([EXPORTS], 'INITIAL_LOAD'),
    await clear('INITIAL_LOAD'),
  ];
  expect(told).toMatchObject(Array.from({ length: 4 }, () => ({ code: 'CONFLICT' })));
});

test('none, and more than five hundred, are refused', async () => {
  const prints = Array.from({ length: 501 }, () => EXPORTS);
  expect([await add([]), await add(prints)]).toMatchObject([{ code: 'INVALID' }, { code: 'TOO_LARGE' }]);
});

test('a draft is cleared of figures and plans, which the audit trail tells', async () => {
  await add([EXPORTS, IIP]);
  const cleared = [await clear(), await clear()];
  const { rows } =
    await sql`select before from audit_event where action = 'release.clear' order by id desc limit 1`.execute(
      server.database.db,
    );
  expect([cleared, rows]).toEqual([
    [
      { prints: 2, planPrints: 0 },
      { prints: 0, planPrints: 0 },
    ],
    [{ before: { prints: 2, planPrints: 0 } }],
  ]);
});

test('a correction of a print that is out is put into a draft', async () => {
  const mended = {
    ...EXPORTS, indicator: 'INDUSTRIAL_OUTPUT_VALUE', period: '2024-S1', value: '3300.64', unitMultiplier: 9,
    corrects: 'INITIAL_LOAD', reasonVi: 'Chép sai',
  }; // prettier-ignore
  expect(await add([mended])).toMatchObject({ printedAgain: 1 });
});

const UPSERT = `mutation Upsert($release: String!, $input: [PlanInput!]!) {
  upsertPlans(release: $release, input: $input) {
    ... on ImportReport { added printedAgain changed left differences { path outcome subject before after } }
    ... on Refusal { code message fields { path message value } }
  }
}`;
const upsertPlans = async (input: object[], headers = editor) =>
  (await server.ask<{ upsertPlans: object }>(UPSERT, { release: 'NEXT', input }, headers)).data.upsertPlans;
const GROWTH = {
  indicator: 'IIP', territory: '58', period: '2031', source: 'NEWS_2024_06_06', target: 'GROWTH', setBy: 'DOIT_NINH_THUAN',
  breakdown: [{ dimension: 'INDUSTRY', item: 'C' }], low: '15', high: '16.0',
}; // prettier-ignore
const LEVEL = { ...GROWTH, indicator: 'EXPORT_TURNOVER', setBy: null, target: 'LEVEL', breakdown: null, low: null, high: null, value: '120', unitMultiplier: 6 }; // prettier-ignore

test('plans are put into a draft, sent again they are there once, sent otherwise they are replaced', async () => {
  const sent = [
    await upsertPlans([GROWTH, LEVEL]),
    await upsertPlans([GROWTH, LEVEL]),
    await upsertPlans([{ ...LEVEL, value: '125' }]),
    await clear(),
  ];
  expect(sent).toEqual([
    {
      added: 2, printedAgain: 0, changed: 0, left: 0,
      differences: [
        { path: 'input.0', outcome: 'ADDED', subject: 'IIP 58 INDUSTRY=C 2031 DOIT_NINH_THUAN GROWTH', before: null, after: '15..16.0' },
        { path: 'input.1', outcome: 'ADDED', subject: 'EXPORT_TURNOVER 58 2031 LEVEL', before: null, after: '120 ×10^6' },
      ],
    },
    { added: 0, printedAgain: 0, changed: 0, left: 2, differences: [] },
    {
      added: 0, printedAgain: 0, changed: 1, left: 0,
      differences: [
        { path: 'input.0', outcome: 'CHANGED', subject: 'EXPORT_TURNOVER 58 2031 LEVEL', before: '120 ×10^6', after: '125 ×10^6' },
      ],
    },
    { prints: 0, planPrints: 2 },
  ]);
}); // prettier-ignore

test('every wrong field of a plan is named as it was sent, and readers find no draft', async () => {
  const told = [
    await upsertPlans([
      { ...GROWTH, indicator: 'IPI' },
      { ...LEVEL, unitMultiplier: null },
      { ...GROWTH, setBy: 'NOBODY' },
      { ...GROWTH, high: '14' },
      { ...GROWTH, breakdown: [{ dimension: 'INDUSTRY', item: 'C;B' }] },
    ]),
    await upsertPlans([GROWTH], {}),
    await upsertPlans([]),
  ];
  const paths = ['input.0.indicator', 'input.1.unitMultiplier', 'input.2.setBy', 'input.3.high', 'input.4.breakdown'];
  expect(told).toMatchObject([
    { code: 'INVALID', fields: paths.map((path) => ({ path })) },
    { code: 'NOT_FOUND', message: 'There is no release "NEXT".' },
    { code: 'INVALID', message: 'There are no plans: send one at least.' },
  ]);
});

test('nothing of a draft that was filled is seen by anybody', async () => {
  await add([EXPORTS]);
  const query = '{ observations(filter: { periods: ["2030-M01"] }) { totalCount } }';
  expect([await server.ask(query), await server.ask(query, {}, editor)]).toEqual(
    Array.from({ length: 2 }, () => ({ data: { observations: { totalCount: 0 } } })),
  );
});

test('prints of any input are put in or refused, without failing', async () => {
  const type = buildApiSchema().getType('PrintInput') as GraphQLInputObjectType;
  const texts = Object.values(type.getFields()).filter((field) => String(field.type).startsWith('String'));
  const random = randomFrom(11);
  const codes = new Set<unknown>();
  for (let round = 0; round < 60; round += 1) {
    const chosen = texts.filter(() => random() < 0.3).map((field) => [field.name, randomValue(field.type, random)]);
    const prints = round % 2 === 0 ? randomValue(new GraphQLList(type), random) : [{ ...EXPORTS, ...Object.fromEntries(chosen) }];
    const { data, errors } = await server.ask<{ addPrints: { code?: string } }>(ADD, { release: 'NEXT', prints }, editor);
    codes.add(errors ? errors[0]!.extensions['code'] : data.addPrints.code);
  }
  codes.add((await add([EXPORTS], 'A\u0000')).code);
  codes.add((await add([{ ...EXPORTS, noteVi: 'a\u0000b', locator: '\ud800' }])).code);
  expect(codes).toEqual(new Set([undefined, 'BAD_USER_INPUT', 'NOT_FOUND', 'INVALID']));
}); // prettier-ignore
