import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { attempt } from './support/attempt.js';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer();

interface Listed {
  list: {
    totalCount: number;
    nodes: { code: string; fullName?: string; validTo?: string | null }[];
    pageInfo: { endCursor: string };
  };
}

const listed = async (list: string, search: string, rest = ''): Promise<Listed['list']> => {
  const about = list === 'territories' ? 'code fullName validTo' : 'code';
  const { data, errors } = await server.ask<Listed>(
    `query ($search: String) { list: ${list}(search: $search ${rest}) { totalCount nodes { ${about} } pageInfo { endCursor } } }`,
    { search },
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.list;
};

const indicators = async (search: string, rest = ''): Promise<string[]> =>
  (await listed('indicators', search, rest)).nodes.map(({ code }) => code);

/** Units by their full names, those that have ended in brackets. */
const units = async (search: string, rest = ''): Promise<string[]> =>
  (await listed('territories', search, rest)).nodes.map(({ fullName, validTo }) => validTo ? `(${fullName!})` : fullName!); // prettier-ignore

describe('an indicator is found', () => {
  test.each([
    ['by a code, which comes before what has it among its words', 'IIP', ['IIP']],
    ['by an abbreviation', 'KNXK', ['EXPORT_TURNOVER']],
    ['by a shorter one', 'nk', ['IMPORT_TURNOVER']],
    ['by one with đ', 'đtc', ['PUBLIC_INVESTMENT_DISBURSED', 'INDUSTRIAL_CLUSTER_AREA']],
    ['by one that two share, by code', 'XNK', ['EXPORT_TURNOVER', 'IMPORT_TURNOVER']],
    ['by the beginning of one', 'GTSX', ['INDUSTRIAL_OUTPUT_VALUE']],
    ['by an abbreviation before those whose code begins so', 'GRDP', ['GRDP_REAL', 'GRDP_SHARE']],
    [
      'by an abbreviation before those of whose names it is initials',
      'BLHH',
      ['RETAIL_SALES_AND_SERVICES', 'RETAIL_SALES_GOODS', 'RETAIL_SALES_AND_SERVICES_REAL'],
    ],
    ['without diacritics', 'xuat khau', ['EXPORT_TURNOVER']],
    ['with them', 'Xuất khẩu', ['EXPORT_TURNOVER']],
    ['by beginnings of words in any order', 'nghi cum so', ['INDUSTRIAL_CLUSTERS_ESTABLISHED']],
    ['by its English name', 'consumer price', ['CPI']],
    ['by a whole name before names that have it within', 'retail sales of goods', ['RETAIL_SALES_GOODS', 'RETAIL_SALES_AND_SERVICES', 'RETAIL_SALES_AND_SERVICES_REAL']],
    ['by words of its name and an abbreviation together', 'von nsnn', ['STATE_BUDGET_INVESTMENT']],
    ['in spite of a wrong letter where nothing begins so', 'kim ngach xuat khauu', ['EXPORT_TURNOVER']],
    ['in spite of a letter left out', 'exprt', ['EXPORT_TURNOVER']],
  ])('%s: %s', async (_, search, expected) => {
    expect(await indicators(search)).toEqual(expected);
  }); // prettier-ignore

  test('not by what only resembles, where another has the words', async () => {
    expect(await indicators('doanh thu du lich')).toEqual(['TOURISM_REVENUE']);
  });

  test('not by signs alone, which are no words', async () => {
    expect(await indicators('%_')).toEqual([]);
  });

  test('and an empty search asks for all, by code', async () => {
    const all = await indicators('', 'first: 500');
    expect(await indicators(' ', 'first: 500')).toEqual(all);
    expect(all).toEqual([...all].sort());
    expect(all).toHaveLength(31);
  });

  test('by an abbreviation that staff have added, from the next request on; the search of everything knows it too', async () => {
    expect(await indicators('qwzk')).toEqual([]);
    await attempt(server.database, `update indicator set abbreviations = '{QWZK}' where code = 'CPI'`);
    expect(await indicators('qwzk')).toEqual(['CPI']);
    expect(await server.ask(`{ search(text: "QWZK") { thing { ... on Indicator { code } } matched { field text } } }`)).toEqual(
      { data: { search: [{ thing: { code: 'CPI' }, matched: [{ field: 'ABBREVIATION', text: 'QWZK' }] }] } },
    );
  }); // prettier-ignore
});

test('an indicator tells its abbreviations, none where none are known', async () => {
  expect(
    await server.ask(`{ export: indicator(code: "EXPORT_TURNOVER") { abbreviations } iip: indicator(code: "IIP") { abbreviations } }`),
  ).toEqual({ data: { export: { abbreviations: ['XK', 'KNXK', 'XNK'] }, iip: { abbreviations: [] } } });
}); // prettier-ignore

describe('a unit is found', () => {
  test.each([
    ['without diacritics', 'ninh thuan', ['(Tỉnh Ninh Thuận)']],
    ['by its name with the type', 'Tỉnh Ninh Thuận', ['(Tỉnh Ninh Thuận)']],
    ['the one that stands before the one that has ended', 'khanh hoa', ['Tỉnh Khánh Hòa', '(Tỉnh Khánh Hòa)']],
    ['by an abbreviation', 'tphcm', ['Thành phố Hồ Chí Minh', '(Thành phố Hồ Chí Minh)']],
    ['by one in two words', 'TP HCM', ['Thành phố Hồ Chí Minh', '(Thành phố Hồ Chí Minh)']],
    ['by one with a stop', 'TP.HCM', ['Thành phố Hồ Chí Minh', '(Thành phố Hồ Chí Minh)']],
    ['by a short type and its name', 'tp nha trang', ['(Thành phố Nha Trang)']],
    ['by its code', '568', ['(Thành phố Nha Trang)']],
    ['by a name that a ward bears today', 'nha trang', ['Phường Nha Trang', '(Thành phố Nha Trang)']],
    ['with đ as d', 'da nang', ['Thành phố Đà Nẵng', '(Thành phố Đà Nẵng)']],
    ['in any order of words', 'rang phan', ['(Thành phố Phan Rang-Tháp Chàm)']],
    ['in spite of a wrong letter where nothing begins so', 'ninh thuen', ['(Tỉnh Ninh Thuận)', '(Tỉnh Bình Thuận)']],
  ])('%s: %s', async (_, search, expected) => {
    expect(await units(search)).toEqual(expected);
  });

  test('HN is Hà Nội', async () => {
    expect(await units('HN')).toEqual(['Thành phố Hà Nội']);
  });

  test('among those valid on a day, of a level, in another', async () => {
    expect(await units('khanh hoa', ', on: "2024-06-06"')).toEqual(['(Tỉnh Khánh Hòa)']);
    expect(await units('ninh', ', level: PROVINCE')).toEqual(['(Tỉnh Ninh Thuận)', 'Tỉnh Quảng Ninh', 'Tỉnh Tây Ninh', '(Tỉnh Tây Ninh)']);
    expect(await units('ninh', ', parent: "58"')).toEqual(['(Huyện Ninh Sơn)', '(Huyện Ninh Hải)', '(Huyện Ninh Phước)']);
  }); // prettier-ignore

  test('not by what resembles it, where any unit at all has the words', async () => {
    expect(await units('quang ninh', ', level: DISTRICT')).toEqual([]);
  });
});

describe('what is found is paged', () => {
  const pages = async (list: string, search: string, after: string | null = null): Promise<string[]> => {
    const rest = `, first: 2${after === null ? '' : `, after: "${after}"`}`;
    const { nodes, pageInfo } = await listed(list, search, rest);
    const names = nodes.map(({ code, validTo }) => `${code} ${validTo ?? ''}`);
    return nodes.length < 2 ? names : [...names, ...(await pages(list, search, pageInfo.endCursor))];
  };

  test.each([
    ['indicators', 'gia tri'],
    ['indicators', 'sales'],
    ['territories', 'ninh'],
    ['territories', 'thuan bac nhon'],
    ['territories', 'tinh'],
  ])('in its own order, each once: %s, %s', async (list, search) => {
    const { nodes, totalCount } = await listed(list, search, ', first: 500');
    expect(await pages(list, search)).toEqual(nodes.map(({ code, validTo }) => `${code} ${validTo ?? ''}`));
    expect(totalCount).toBe(nodes.length);
  });

  test('backwards too', async () => {
    const all = await indicators('sales');
    expect(await indicators('sales', ', last: 2')).toEqual(all.slice(-2));
  });

  test('by cursors of closeness, which mean nothing in a list by code, and the other way round', async () => {
    const end = async (args: string): Promise<string> =>
      (await server.ask<Listed>(`{ list: indicators(${args}) { pageInfo { endCursor } } }`)).data.list.pageInfo.endCursor;
    const refusal = { reason: 'INVALID_CURSOR', argument: 'after' };
    const [close, coded] = [await end('search: "gia tri", first: 1'), await end('first: 1')];
    expect(await server.refusal(`{ indicators(after: "${close}") { totalCount } }`)).toMatchObject(refusal);
    expect(await server.refusal(`{ indicators(search: "gia tri", after: "${coded}") { totalCount } }`)).toMatchObject(refusal);
  }); // prettier-ignore
});

test.each(['indicators', 'territories'])('too long a search of %s is refused', async (list) => {
  expect(await server.refusal(`{ ${list}(search: "${'a'.repeat(201)}") { totalCount } }`)).toEqual({
    code: 'BAD_USER_INPUT',
    reason: 'TOO_LARGE',
    argument: 'search',
    value: 201,
  });
});

test('a search of codes and places takes no statement: they are in memory', async () => {
  const query = `{ indicators(search: "xuat") { totalCount nodes { related { relation } } } territories(search: "khanh hoa") { totalCount } }`;
  await server.ask(query);
  const sent = await statementsOf(() => server.ask(query));
  expect(sent.filter((statement) => !statement.includes('clock_timestamp'))).toEqual([]);
});

describe('the next release of an indicator', () => {
  const nextOn = async (day: string): Promise<unknown> => {
    await attempt(server.database, `update indicator set next_release_on = ${day} where code = 'IIP'`);
    return (await server.ask<{ indicator: unknown }>('{ indicator(code: "IIP") { nextRelease } }')).data.indicator;
  };
  const today = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
  const text = async (day: string): Promise<string> =>
    (await sql.raw<{ day: string }>(`select (${day})::text as day`).execute(server.database.db)).rows[0]!.day;

  test('is a day to come, or today', async () => {
    expect(await nextOn(`${today} + 30`)).toEqual({ nextRelease: await text(`${today} + 30`) });
    expect(await nextOn(today)).toEqual({ nextRelease: await text(today) });
  });

  test('is not known where the day that was expected has gone by', async () => {
    expect(await nextOn(`${today} - 1`)).toEqual({ nextRelease: null });
  });

  test('says nothing of a release that is held back', async () => {
    await nextOn('null');
    await server.figures.print({ release: 'HELD_BACK', indicator: 'IIP' });
    expect(await server.ask('{ indicator(code: "IIP") { nextRelease } }')).toEqual({
      data: { indicator: { nextRelease: null } },
    });
  });
});

describe('indicators beside another', () => {
  const RELATED = 'related { relation indicator { code } }';

  test('are told with what they are to it, and read the other way from the other side', async () => {
    expect(
      await server.ask(`{
        retail: indicator(code: "RETAIL_SALES_AND_SERVICES") { ${RELATED} }
        goods: indicator(code: "RETAIL_SALES_GOODS") { ${RELATED} }
        exports: indicator(code: "EXPORT_TURNOVER") { ${RELATED} }
        imports: indicator(code: "IMPORT_TURNOVER") { ${RELATED} }
        none: indicator(code: "CPI") { ${RELATED} }
      }`),
    ).toEqual({
      data: {
        retail: {
          related: [
            { relation: 'OTHER_MEASURE', indicator: { code: 'RETAIL_SALES_AND_SERVICES_REAL' } },
            { relation: 'HAS_PART', indicator: { code: 'ACCOMMODATION_FOOD_REVENUE' } },
            { relation: 'HAS_PART', indicator: { code: 'RETAIL_SALES_GOODS' } },
          ],
        },
        goods: { related: [{ relation: 'PART_OF', indicator: { code: 'RETAIL_SALES_AND_SERVICES' } }] },
        exports: { related: [{ relation: 'COUNTERPART', indicator: { code: 'IMPORT_TURNOVER' } }] },
        imports: { related: [{ relation: 'COUNTERPART', indicator: { code: 'EXPORT_TURNOVER' } }] },
        none: { related: [] },
      },
    });
  });

  test('are as many as asked', async () => {
    expect(
      await server.ask(`{ indicator(code: "RETAIL_SALES_AND_SERVICES") { related(first: 1) { relation } } }`),
    ).toEqual({ data: { indicator: { related: [{ relation: 'OTHER_MEASURE' }] } } });
  });

  test('are one row for two, whichever comes first', async () => {
    const turned = `insert into indicator_relation select related_id, indicator_id, relation from indicator_relation limit 1`;
    expect(await attempt(server.database, turned)).toBe('23505');
  });
});

test('an indicator tells in which form it is published', async () => {
  expect(await server.ask('{ indicator(code: "IIP") { methodology } }')).toEqual({
    data: {
      indicator: {
        methodology: 'Published as a change; in the form of an index, 110.9 means a growth of 10.9 %.',
      },
    },
  });
});
