import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Catalogue, slugOf } from './support/catalogue.js';
import { testServer } from './support/server.js';

const server = testServer({}, true);

interface Names {
  products: { totalCount: number; nodes: { name: string }[] };
}

async function names(filter: string, rest = ''): Promise<string[]> {
  const { data, errors } = await server.ask<Names>(
    `{ products(filter: { keywords: ["test"], ${filter} } ${rest}) { totalCount nodes { name } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.products.totalCount).toBe(data.products.nodes.length);
  return data.products.nodes.map(({ name }) => name);
}

beforeAll(async () => {
  const catalogue = new Catalogue(server.database);
  const criteria_id = await catalogue.insert('ocop_criteria', {
    code: 'TEST', decision: '1', name_vi: 'Thử', score_parts: '{40,25,35}', star_bands: '{0,30,50,70,90}',
  }); // prettier-ignore
  await catalogue.insert('product_group', { criteria_id, code: '9', level: 'GROUP', position: 1, name_vi: 'Thử' });
  const own = { keywords: ['test'], group: '9' };
  await catalogue.product('Dưa lưới', { ...own, territory: '58', stars: 4, issuedOn: '2023', producer: 'Hợp tác xã Đồng Dài', producerKind: 'COOPERATIVE' });
  await catalogue.product('Đậu xanh', { ...own, territory: '587', stars: 3, issuedOn: '2023-09-25/2023-12-31' });
  await catalogue.product('Dâu tằm', { ...own, territory: '22888@2024-01-01', stars: 5, issuedOn: '2024-03-15' });
  await catalogue.product('Da bò khô', { ...own, territory: '56@2024-06-06', recognitions: [{ kind: 'COLLECTIVE_MARK' }] });
  await catalogue.product('Dạ hương 100% _thơm_', { ...own, territory: '56@2025-07-01', recognitions: [{ kind: 'SPECIALTY_CANDIDATE', issuedOn: '2024-01-01' }] });
  await catalogue.product('Tái chứng nhận', {
    ...own,
    producer: 'Hợp tác xã Đồng Dài',
    recognitions: [{ stars: 4, issuedOn: '2022-06-01' }, { stars: 3, issuedOn: '2024-02-01' }],
  });
}); // prettier-ignore

describe('names', () => {
  test('sort as a Vietnamese dictionary does: d before đ, letters before tones', async () => {
    expect(await names('')).toEqual(['Da bò khô', 'Dạ hương 100% _thơm_', 'Dâu tằm', 'Dưa lưới', 'Đậu xanh', 'Tái chứng nhận']);
  }); // prettier-ignore

  test('are found without diacritics, by beginnings of words, in any order of words', async () => {
    expect(await names('search: "DUA lu"')).toEqual(['Dưa lưới']);
    expect(await names('search: "xanh dau"')).toEqual(['Đậu xanh']);
    expect(await names('search: "đâu"')).toEqual(['Dâu tằm', 'Đậu xanh']);
  });

  test('signs of a search are plain text: they part words and mean nothing', async () => {
    expect(await names('search: "100% _thom_"')).toEqual(['Dạ hương 100% _thơm_']);
    expect(await names(`search: "dau & ! | ( ' : * xanh"`)).toEqual(['Đậu xanh']);
    expect(await names('search: "%"')).toEqual([]);
    expect(await names('search: "_"')).toEqual([]);
  });

  test('closeness needs something to be close to, and an empty search box is nothing', async () => {
    const of = (search: string) =>
      server.refusal(`{ products(filter: { ${search} }, orderBy: { field: CLOSENESS }) { totalCount } }`);
    const refused = { code: 'BAD_USER_INPUT', reason: 'INVALID_COMBINATION', argument: 'orderBy', value: 'CLOSENESS' };
    expect([await of(''), await of('search: ""'), await of('search: "%"')]).toEqual([refused, refused, undefined]);
  });

  test('an empty search box asks for everything', async () => {
    expect(await names('search: " "')).toEqual(await names(''));
  });

  test('a search that begins no word anywhere finds names that resemble it', async () => {
    expect(await names('search: "dua luoj"')).toEqual(['Dưa lưới']);
    expect(await names('search: "zzzzqqq"')).toEqual([]);
  });

  test('a search too long is refused by its length', async () => {
    expect(await server.refusal(`{ products(filter: { search: "${'a'.repeat(201)}" }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'TOO_LARGE',
      argument: 'filter.search',
      value: 201,
    });
  });

  test('the name that is closest to a search comes first', async () => {
    const catalogue = new Catalogue(server.database);
    for (const name of ['Mắm', 'Mắm nêm', 'Cá làm mắm', 'Mắmruốc', 'Ruốc và cá mắm'])
      await catalogue.product(name, { keywords: ['close'], slug: `close-${slugOf(name)}` });
    const { data } = await server.ask<Names>(
      '{ products(filter: { search: "mam", keywords: ["close"] }) { totalCount nodes { name } } }',
    );
    expect(data.products.nodes.map(({ name }) => name)).toEqual(['Mắm', 'Mắm nêm', 'Mắmruốc', 'Cá làm mắm', 'Ruốc và cá mắm']);
  }); // prettier-ignore
});

describe('validity', () => {
  test('a star of which only the year is known is certain from its last day to 36 months after its first', async () => {
    const on = (day: string) => names(`stars: [4], validOn: "${day}", territories: ["58"]`);
    expect([await on('2023-12-30'), await on('2023-12-31'), await on('2026-01-01'), await on('2026-01-02')]).toEqual([
      [],
      ['Dưa lưới'],
      ['Dưa lưới'],
      [],
    ]);
  });

  test('possible takes the certain ones too, and what its dates leave open', async () => {
    const filter = 'minStars: 3, validOn: "2026-09-30", territories: ["58"]';
    expect([await names(filter), await names(`${filter}, validity: POSSIBLE`)]).toEqual([
      ['Dâu tằm'],
      ['Dâu tằm', 'Dưa lưới', 'Đậu xanh'],
    ]);
  });

  test('what is only possible stands apart from what is certain', async () => {
    expect(await names('minStars: 3, validOn: "2026-09-30", territories: ["58"], validity: ONLY_POSSIBLE')).toEqual(['Dưa lưới', 'Đậu xanh']);
  }); // prettier-ignore

  test('what was in force at one fair and is no more at the next is listed, so surely as asked', async () => {
    const between = (validity: string) =>
      names(`minStars: 3, validOn: "2024-01-01", noMoreOn: "2026-09-30", territories: ["58"], validity: ${validity}`);
    expect([await between('CERTAIN'), await between('POSSIBLE')]).toEqual([['Dưa lưới', 'Đậu xanh'], []]);
    const fewer = 'minStars: 4, validOn: "2023-12-31", noMoreOn: "2024-06-06", producers: ["hop-tac-xa-dong-dai"]';
    expect(await names(fewer)).toEqual(['Tái chứng nhận']);
  });

  test('a later day needs an earlier one', async () => {
    const of = (filter: string) => server.refusal(`{ products(filter: { ${filter} }) { totalCount } }`);
    expect([await of('noMoreOn: "2024-01-01"'), await of('validOn: "2024-01-01", noMoreOn: "2024-01-01"')]).toEqual([
      { code: 'BAD_USER_INPUT', reason: 'INVALID_COMBINATION', argument: 'filter.noMoreOn', value: '2024-01-01' },
      { code: 'BAD_USER_INPUT', reason: 'INVALID_RANGE', argument: 'filter.noMoreOn', value: '2024-01-01' },
    ]);
  });

  test('what is not dated is neither certain nor possible, only on record', async () => {
    const filter = 'recognitionKinds: [COLLECTIVE_MARK]';
    const of = (validity: string) => names(`${filter}, validity: ${validity}`);
    expect([await of('CERTAIN'), await of('POSSIBLE'), await of('ON_RECORD')]).toEqual([[], [], ['Da bò khô']]);
  });

  test('a day alone restricts to what is recognised on it, and a candidate is not', async () => {
    expect(await names('validOn: "2024-06-06", territories: ["56@2025-07-01"]')).toEqual(['Dâu tằm', 'Dưa lưới', 'Đậu xanh']);
  }); // prettier-ignore

  test('of two certificates in force the newer counts', async () => {
    const of = (filter: string) => names(`${filter}, producers: ["hop-tac-xa-dong-dai"]`);
    expect([
      await of('minStars: 4, validOn: "2023-12-31"'),
      await of('minStars: 4, validOn: "2024-06-06"'),
      await of('stars: [3], validOn: "2024-06-06"'),
    ]).toEqual([['Dưa lưới', 'Tái chứng nhận'], ['Dưa lưới'], ['Tái chứng nhận']]);
  });

  test('the filter and the fields of a product say the same', async () => {
    interface Answer {
      products: { nodes: { slug: string; stars: number | null; possible: number | null; validity: string | null }[] };
    }
    for (const day of ['2022-12-01', '2023-10-01', '2023-12-31', '2024-02-10', '2025-06-01', '2026-02-01', '2026-10-01', '2027-04-01']) {
      const all = await server.ask<Answer>(
        `{ products(first: 300) { nodes { slug stars(on: "${day}") possible: stars(on: "${day}", validity: POSSIBLE) validity(on: "${day}") } } }`,
      );
      const by = async (filter: string): Promise<string[]> => {
        const { data } = await server.ask<Answer>(`{ products(first: 300, filter: { validOn: "${day}", ${filter} }) { nodes { slug } } }`);
        return data.products.nodes.map(({ slug }) => slug).sort();
      };
      const nodes = all.data.products.nodes;
      const where = (holds: (node: (typeof nodes)[number]) => boolean): string[] => nodes.filter(holds).map(({ slug }) => slug).sort();
      expect([day, await by('minStars: 4'), await by('minStars: 4, validity: POSSIBLE'), await by(''), await by('validity: POSSIBLE')]).toEqual([
        day,
        where(({ stars }) => (stars ?? 0) >= 4),
        where(({ possible }) => (possible ?? 0) >= 4),
        where(({ validity }) => validity === 'CERTAIN'),
        where(({ validity }) => validity !== null),
      ]);
    }
  }); // prettier-ignore
});

describe('places', () => {
  test('a bare code names the unit that bears it on the day, with all that lies in it', async () => {
    const on = (day: string) => names(`territories: ["56"], validOn: "${day}", validity: ON_RECORD`);
    expect([await on('2024-06-06'), (await on('2025-07-02')).length]).toEqual([['Da bò khô'], 4]);
  });

  test('else the last that bore it', async () => {
    expect(await names('territories: ["58"]')).toEqual(['Dâu tằm', 'Dưa lưới', 'Đậu xanh']);
  });

  test('a unit holds the products of its whole area, also of what it took over', async () => {
    const { data } = await server.ask(
      '{ territory(code: "56") { products(filter: { keywords: ["test"] }) { totalCount } } }',
    );
    expect(data).toEqual({ territory: { products: { totalCount: 5 } } });
  });
});

test('a mistyped producer, group or standard is an error that names the nearest', async () => {
  const of = (filter: string) => server.refusal(`{ products(filter: { ${filter} }) { totalCount } }`);
  expect([await of('producers: ["hop-tac-xa-dong-dao"]'), await of('minStars: 6'), await of('stars: [0]')]).toEqual([
    { code: 'BAD_USER_INPUT', reason: 'UNKNOWN_CODE', argument: 'filter.producers', value: 'hop-tac-xa-dong-dao', nearest: 'hop-tac-xa-dong-dai' },
    { code: 'BAD_USER_INPUT', reason: 'INVALID_RANGE', argument: 'filter.minStars', value: 6 },
    { code: 'BAD_USER_INPUT', reason: 'INVALID_RANGE', argument: 'filter.stars', value: 0 },
  ]);
}); // prettier-ignore

test('a facet counts with all other parts of the filter on, and each count is what the filter gives', async () => {
  interface Answer {
    products: {
      facets: Record<
        'stars' | 'territories' | 'producerKinds' | 'recognitionKinds',
        { value: string; label: string; count: number }[]
      >;
    };
  }
  const filter = 'keywords: ["test"], validOn: "2024-06-06"';
  const { data } = await server.ask<Answer>(`{ products(filter: { ${filter}, stars: [4] }) {
    facets { stars { value label count } territories { value label count } producerKinds { value label count } recognitionKinds { value label count } } } }`);
  expect(data.products.facets).toEqual({
    stars: [
      { value: '5', label: '5 stars', count: 1 },
      { value: '4', label: '4 stars', count: 1 },
      { value: '3', label: '3 stars', count: 2 },
    ],
    territories: [
      { value: '56@2025-07-01', label: 'Tỉnh Khánh Hòa', count: 1 },
      { value: '58', label: 'Tỉnh Ninh Thuận', count: 1 },
      { value: 'VN', label: 'Việt Nam', count: 1 },
    ],
    producerKinds: [{ value: 'COOPERATIVE', label: 'Cooperative', count: 1 }],
    recognitionKinds: [{ value: 'OCOP', label: 'OCOP', count: 1 }],
  });
  for (const { value, count } of data.products.facets.territories)
    expect((await names(`stars: [4], validOn: "2024-06-06", territories: ["${value}"]`)).length).toBe(count);
});

test('pages of a search follow each other without a gap, forwards and backwards', async () => {
  const page = async (args: string) => {
    const { data } = await server.ask<{
      products: { nodes: { name: string }[]; pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean } };
    }>(`{ products(filter: { keywords: ["test"], search: "d" }, ${args}) { nodes { name } pageInfo { endCursor startCursor hasNextPage } } }`);
    return data.products;
  };
  const whole = (await page('first: 100')).nodes.map(({ name }) => name);
  const found: string[] = [];
  for (let after = '', more = true; more;) {
    const { nodes, pageInfo } = await page(`first: 2${after}`);
    found.push(...nodes.map(({ name }) => name));
    after = `, after: "${pageInfo.endCursor}"`;
    more = pageInfo.hasNextPage;
  }
  expect(found).toEqual(whole);
  expect((await page('last: 2')).nodes.map(({ name }) => name)).toEqual(whole.slice(-2));
}); // prettier-ignore

test('an order by stars puts the most first when descending', async () => {
  expect(await names('validOn: "2024-06-06", producers: ["hop-tac-xa-dong-dai"]', ', orderBy: { field: STARS, direction: DESC }')).toEqual([
    'Dưa lưới',
    'Tái chứng nhận',
  ]);
}); // prettier-ignore

test('valid products are counted by place and stars, ended units under their successor', async () => {
  const counts = (day: string) =>
    server.ask(`{ productCounts(by: [TERRITORY, STARS], validOn: "${day}", filter: { territories: ["58"], groups: ["9"] }) {
      total rows { territory { fullName validFrom } stars count } } }`);
  const { data } = await counts('2025-07-02');
  expect(data).toEqual({
    productCounts: {
      total: 3,
      rows: [
        { territory: { fullName: 'Tỉnh Khánh Hòa', validFrom: '2025-07-01' }, stars: 3, count: 1 },
        { territory: { fullName: 'Tỉnh Khánh Hòa', validFrom: '2025-07-01' }, stars: 4, count: 1 },
        { territory: { fullName: 'Tỉnh Khánh Hòa', validFrom: '2025-07-01' }, stars: 5, count: 1 },
      ],
    },
  });
});

test('a product, its producer and its group are found again by their ids', async () => {
  const { data } = await server.ask<{ product: { id: string; producer: { id: string } } }>(
    '{ product(slug: "dua-luoi") { id producer { id } } }',
  );
  const again = await server.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { slug } ... on Producer { slug } } }`,
    { ids: [data.product.id, data.product.producer.id] },
  );
  expect(again.data).toEqual({ nodes: [{ slug: 'dua-luoi' }, { slug: 'hop-tac-xa-dong-dai' }] });
});

test('a mistyped version of the criteria is an error that names the nearest', async () => {
  expect(await server.refusal('{ productGroups(criteria: "QD148_2024") { totalCount } }')).toEqual({
    code: 'BAD_USER_INPUT',
    reason: 'UNKNOWN_CODE',
    argument: 'criteria',
    value: 'QD148_2024',
    nearest: 'QD148_2023',
  });
});

test('an unknown slug is null, whatever it is made of', async () => {
  const { data } = await server.ask('{ a: product(slug: "nothing") { id } b: product(slug: "\'; drop table product; --") { id } c: producer(slug: "x\\u0000") { id } }'); // prettier-ignore
  expect(data).toEqual({ a: null, b: null, c: null });
});

test('related products share the producer or the goods: first those that share both', async () => {
  const { data } = await server.ask('{ product(slug: "dua-luoi") { related(first: 2) { name } } }');
  expect(data).toEqual({ product: { related: [{ name: 'Tái chứng nhận' }, { name: 'Da bò khô' }] } });
});

test('what is kept of a product goes with the next change: a reader sees it at once', async () => {
  const catalogue = new Catalogue(server.database);
  const slug = await catalogue.product('Muối cũ', { keywords: ['kept'], producer: 'Diêm dân cũ' });
  const ask = () => server.ask('{ products(filter: { keywords: ["kept"] }) { nodes { name producer { name } } } }');
  const before = await ask();
  await sql`update product set name_vi = 'Muối mới' where slug = ${slug}`.execute(server.database.db);
  await sql`update producer set name_vi = 'Diêm dân mới' where name_vi = 'Diêm dân cũ'`.execute(server.database.db);
  const after = await ask();
  await sql`delete from product where slug = ${slug}`.execute(server.database.db);
  expect([before.data, after.data, (await ask()).data]).toEqual([
    { products: { nodes: [{ name: 'Muối cũ', producer: { name: 'Diêm dân cũ' } }] } },
    { products: { nodes: [{ name: 'Muối mới', producer: { name: 'Diêm dân mới' } }] } },
    { products: { nodes: [] } },
  ]);
});
