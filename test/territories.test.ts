import { describe, expect, test } from '@jest/globals';
import { attempt } from './support/attempt.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

/** The units that `territories(…)` lists: code and first day. */
const units = async (args: string): Promise<string[]> => {
  const { data, errors }: Answer<{ territories: { nodes: { code: string; validFrom: string | null }[] } }> =
    await server.ask(`{ territories(${args}) { nodes { code validFrom } } }`);
  if (errors) throw new Error(errors[0]!.message);
  return data.territories.nodes.map(({ code, validFrom }) => (validFrom ? `${code} since ${validFrom}` : code));
};

describe('a code and a day name one unit', () => {
  test.each([
    ['56', '2025-06-30', { validFrom: null, validTo: '2025-07-01' }],
    ['56', '2025-07-01', { validFrom: '2025-07-01', validTo: null }],
    ['58', '2025-06-30', { validFrom: '1992-04-01', validTo: '2025-07-01' }],
    ['58', '1992-04-01', { validFrom: '1992-04-01', validTo: '2025-07-01' }],
    ['58', '1992-03-31', null],
    ['58', '2025-07-01', null],
    ['VN', '1900-01-01', { validFrom: null, validTo: null }],
    ['XX', '2024-01-01', null],
  ])('%s on %s', async (code, on, territory) => {
    expect(
      await server.ask(`query ($code: String!, $on: Day) { territory(code: $code, on: $on) { validFrom validTo } }`, {
        code,
        on,
      }),
    ).toEqual({ data: { territory } });
  });

  test('and without a day it is today', async () => {
    expect(
      await server.ask(`{ now: territory(code: "56") { validFrom } gone: territory(code: "58") { code } }`),
    ).toEqual({ data: { now: { validFrom: '2025-07-01' }, gone: null } });
  });

  test('with an id that says neither and stays when a first day is learned', async () => {
    const id = `{ territory(code: "571", on: "2024-01-01") { id validFrom } }`;
    const before: Answer<{ territory: { id: string } }> = await server.ask(id);
    await attempt(server.database, `update territory set valid_from = '1979-01-01' where code = '571'`);
    expect(await server.ask(id)).toEqual({
      data: { territory: { id: before.data.territory.id, validFrom: '1979-01-01' } },
    });
  });
});

describe('the merger of 2025-07-01', () => {
  test('ended one code and kept the other with a new extent', async () => {
    expect(
      await server.ask(`{
        ninhThuan: territory(code: "58", on: "2025-06-30") { successors { code validFrom } predecessors { code } }
        old: territory(code: "56", on: "2025-06-30") { successors { code validFrom } predecessors { code } }
        new: territory(code: "56", on: "2025-07-01") { predecessors { code name validTo } successors { code } }
      }`),
    ).toEqual({
      data: {
        ninhThuan: { successors: [{ code: '56', validFrom: '2025-07-01' }], predecessors: [] },
        old: { successors: [{ code: '56', validFrom: '2025-07-01' }], predecessors: [] },
        new: {
          predecessors: [
            { code: '56', name: 'Khánh Hòa', validTo: '2025-07-01' },
            { code: '58', name: 'Ninh Thuận', validTo: '2025-07-01' },
          ],
          successors: [],
        },
      },
    });
  });

  test('gave codes of communes to other places', async () => {
    expect(
      await server.ask(`{
        before: territory(code: "22852", on: "2025-06-30") { fullName parent { fullName parent { fullName } } }
        after: territory(code: "22852", on: "2025-07-01") { fullName parent { fullName parent { fullName } } predecessors { name } }
      }`),
    ).toEqual({
      data: {
        before: {
          fullName: 'Xã Phương Hải',
          parent: { fullName: 'Huyện Ninh Hải', parent: { fullName: 'Tỉnh Ninh Thuận' } },
        },
        after: {
          fullName: 'Xã Ninh Hải',
          parent: { fullName: 'Tỉnh Khánh Hòa', parent: { fullName: 'Việt Nam' } },
          predecessors: [{ name: 'Phương Hải' }],
        },
      },
    });
  });

  test('keeps the codes of successors that are not among our units', async () => {
    expect(
      await server.ask(`{
        nhonHai: territory(code: "22867", on: "2024-01-01") { successors { code } unlistedSuccessorCodes }
        quangSon: territory(code: "22819", on: "2024-01-01") { successors { code name } unlistedSuccessorCodes }
      }`),
    ).toEqual({
      data: {
        nhonHai: { successors: [], unlistedSuccessorCodes: ['22846'] },
        quangSon: { successors: [{ code: '22810', name: 'Ninh Sơn' }], unlistedSuccessorCodes: [] },
      },
    });
  });
});

describe('a name', () => {
  test.each([
    ['VN', 'Việt Nam', 'Việt Nam', 'COUNTRY', 'COUNTRY'],
    ['01', 'Hà Nội', 'Thành phố Hà Nội', 'CENTRALLY_RUN_CITY', 'PROVINCE'],
    ['58', 'Ninh Thuận', 'Tỉnh Ninh Thuận', 'PROVINCE', 'PROVINCE'],
    ['582', 'Phan Rang-Tháp Chàm', 'Thành phố Phan Rang-Tháp Chàm', 'PROVINCIAL_CITY', 'DISTRICT'],
    ['572', 'Ninh Hòa', 'Thị xã Ninh Hòa', 'TOWN', 'DISTRICT'],
    ['584', 'Bác Ái', 'Huyện Bác Ái', 'DISTRICT', 'DISTRICT'],
    ['22774', 'Thành Hải', 'Xã Thành Hải', 'COMMUNE', 'COMMUNE'],
  ])('is without the type, the full name with it: %s', async (code, name, fullName, type, level) => {
    expect(await server.ask(`{ territory(code: "${code}", on: "2024-01-01") { name fullName type level } }`)).toEqual({
      data: { territory: { name, fullName, type, level } },
    });
  });

  test('of a ward', async () => {
    expect(await server.ask(`{ territory(code: "22366") { fullName type level } }`)).toEqual({
      data: { territory: { fullName: 'Phường Nha Trang', type: 'WARD', level: 'COMMUNE' } },
    });
  });
});

describe('a list of units', () => {
  test('goes by code, then by first day, the unknown one first', async () => {
    expect(await units('codes: ["58", "56", "19", "VN"]')).toEqual([
      '19',
      '19 since 2025-07-01',
      '56',
      '56 since 2025-07-01',
      '58 since 1992-04-01',
      'VN',
    ]);
  });

  test('takes units valid on a day, of a level, directly in another', async () => {
    expect(await units('on: "2025-07-01", codes: ["56", "58"]')).toEqual(['56 since 2025-07-01']);
    expect(await units('codes: ["56@2025-06-30", "58@2025-07-01"]')).toEqual(['56']);
    expect(await units('parent: "585"')).toEqual(['22819']);
    expect(await units('parent: "56@2025-07-01", level: COMMUNE, first: 2')).toEqual([
      '22366 since 2025-07-01',
      '22420 since 2025-07-01',
    ]);
    expect(await units('parent: "58", level: COMMUNE')).toEqual([]);
  });

  test('pages, with a total', async () => {
    const page = `territories(level: DISTRICT, parent: "58", first: 3`;
    const { data }: Answer<{ territories: { pageInfo: { endCursor: string } } }> = await server.ask(
      `{ ${page}) { pageInfo { endCursor } } }`,
    );
    expect(
      await server.ask(`{ ${page}, after: "${data.territories.pageInfo.endCursor}") { totalCount nodes { name } } }`),
    ).toEqual({
      data: {
        territories: { totalCount: 7, nodes: [{ name: 'Ninh Hải' }, { name: 'Ninh Phước' }, { name: 'Thuận Bắc' }] },
      },
    });
  });

  test.each([
    ['codes: ["5X"]', 'codes', '5X', '56'],
    ['parent: "VM"', 'parent', 'VM', 'VN'],
  ])('asked by an unknown code is an error that names it: %s', async (args, argument, value, nearest) => {
    expect(await server.refusal(`{ territories(${args}) { totalCount nodes { code } } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'UNKNOWN_CODE',
      argument,
      value,
      nearest,
    });
  });

  test('inside a unit is as long as asked', async () => {
    expect(await server.ask(`{ territory(code: "586", on: "2024-01-01") { children(first: 2) { code } } }`)).toEqual({
      data: { territory: { children: [{ code: '22852' }, { code: '22867' }] } },
    });
  });
});

test('a list of units is read page by page to its end, each unit once, though some codes begin with others', async () => {
  const query = `query ($after: String) {
    territories(first: 5, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }
  }`;
  interface Listed {
    territories: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }
  const read = async (after: string | null): Promise<string[]> => {
    const { totalCount, nodes, pageInfo } = (await server.ask<Listed>(query, { after })).data.territories;
    const ids = nodes.map(({ id }) => id);
    seen += ids.length;
    return pageInfo.hasNextPage && seen <= totalCount ? [...ids, ...(await read(pageInfo.endCursor))] : ids;
  };
  let seen = 0;
  const paged = await read(null);
  const { data } = await server.ask<Listed>('{ territories(first: 500) { nodes { id } } }');
  expect(paged).toEqual(data.territories.nodes.map(({ id }) => id));
});

describe('the indicators of a unit', () => {
  test('are those of which a figure of this very unit is published', async () => {
    await server.figures.print({ release: 'HELD', indicator: 'HELD', territory: '56@2024-06-06' });
    expect(
      await server.ask(`{
        old: territory(code: "56", on: "2024-06-06") { indicators(first: 3) { totalCount nodes { code } } }
        new: territory(code: "56") { indicators(first: 3) { totalCount nodes { code } } }
        none: territory(code: "01") { indicators { totalCount nodes { code } } }
      }`),
    ).toEqual({
      data: {
        old: {
          indicators: {
            totalCount: 6,
            nodes: [{ code: 'EXPORT_TURNOVER' }, { code: 'IIP' }, { code: 'IMPORT_TURNOVER' }],
          },
        },
        new: {
          indicators: {
            totalCount: 7,
            nodes: [{ code: 'EXPORT_TURNOVER' }, { code: 'GRDP_REAL' }, { code: 'IIP' }],
          },
        },
        none: { indicators: { totalCount: 0, nodes: [] } },
      },
    });
  });
});
