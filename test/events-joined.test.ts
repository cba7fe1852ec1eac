import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { attempt } from './support/attempt.js';
import { EventFactories } from './support/event-factories.js';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' }, false);
const make = new EventFactories(() => server.database);

const data = async (query: string): Promise<unknown> => {
  const answer = await server.ask(query);
  return answer.errors ?? answer.data;
};

const slugs = (...names: string[]) => names.map((slug) => ({ slug }));

const SPRING = 'hoi-cho-xuan';
const AUTUMN = 'hoi-cho-thu';

beforeAll(async () => {
  await make.event({
    name: 'Hội chợ xuân',
    territory: '58',
    from: '2024-03-01',
    to: '2024-03-05',
    zones: [['Khu OCOP', 40]],
  });
  await make.event({ name: 'Hội chợ thu', from: '2024-09', kind: 'EXHIBITION' });
  for (const producer of ['Đồi Nho', 'Dâu Xanh', 'Ẩn Danh']) await make.producer(producer);
  await make.product('Rượu vang', 'doi-nho');
  await make.product('Mật nho', 'doi-nho');
  await make.product('Dâu sấy', 'dau-xanh');
  await make.exhibit({ event: SPRING, producer: 'doi-nho', products: ['ruou-vang'], booth: 'B2', zone: 'Khu OCOP' });
  await make.exhibit({ event: SPRING, producer: 'doi-nho', products: ['ruou-vang', 'mat-nho'], booth: 'B1' });
  await make.exhibit({ event: SPRING, producer: 'dau-xanh', products: ['dau-say'] });
  await make.exhibit({ event: AUTUMN, producer: 'doi-nho', products: ['ruou-vang'] });
  await make.exhibit({ event: AUTUMN, producer: 'an-danh' });
});

describe('an exhibit', () => {
  test('is who shows what where, by name of the producer as a Vietnamese dictionary sorts, then by booth', async () => {
    expect(
      await data(`{ event(slug: "${SPRING}") { exhibits { totalCount nodes {
        producer { slug } booth zone { name booths { value } } event { slug } products { totalCount nodes { slug } } citation { locator } } } } }`),
    ).toEqual({
      event: {
        exhibits: {
          totalCount: 3,
          nodes: [
            exhibit('dau-xanh', null, ['dau-say']),
            exhibit('doi-nho', 'B1', ['mat-nho', 'ruou-vang']),
            { ...exhibit('doi-nho', 'B2', ['ruou-vang']), zone: { name: 'Khu OCOP', booths: { value: 40 } } },
          ],
        },
      },
    });
  });

  const exhibit = (producer: string, booth: string | null, products: string[]) => ({
    producer: { slug: producer },
    booth,
    zone: null,
    event: { slug: SPRING },
    products: { totalCount: products.length, nodes: slugs(...products) },
    citation: null,
  });

  test('of which the products are not known shows none', async () => {
    expect(await data(`{ event(slug: "${AUTUMN}") { exhibits(first: 1) { nodes { producer { slug } products { totalCount } } } } }`)).toEqual({
      event: { exhibits: { nodes: [{ producer: { slug: 'an-danh' }, products: { totalCount: 0 } }] } },
    });
  }); // prettier-ignore

  test('is found again by its id', async () => {
    const found = (await data(`{ event(slug: "${SPRING}") { exhibits(last: 1) { nodes { id booth } } } }`)) as {
      event: { exhibits: { nodes: { id: string }[] } };
    };
    const [{ id }] = found.event.exhibits.nodes as [{ id: string }];
    expect(await data(`{ node(id: "${id}") { id ... on Exhibit { booth } } }`)).toEqual({ node: { id, booth: 'B2' } });
  });
});

describe('events are joined', () => {
  test('to products: each once, however often it is shown', async () => {
    expect(
      await data(`{ product(slug: "ruou-vang") { events { totalCount nodes { slug } } }
        event(slug: "${SPRING}") { products { totalCount nodes { slug } } } }`),
    ).toEqual({
      product: { events: { totalCount: 2, nodes: slugs(SPRING, AUTUMN) } },
      event: { products: { totalCount: 3, nodes: slugs('dau-say', 'mat-nho', 'ruou-vang') } },
    });
  });

  test('to producers, with a filter as the whole list has it', async () => {
    expect(
      await data(`{ producers { nodes { slug
        events(filter: { to: "2024-08-31" }) { totalCount nodes { slug } } exhibitions: events(filter: { kinds: [EXHIBITION] }) { totalCount } } } }`),
    ).toEqual({
      producers: {
        nodes: [
          { slug: 'an-danh', events: { totalCount: 0, nodes: [] }, exhibitions: { totalCount: 1 } },
          { slug: 'dau-xanh', events: { totalCount: 1, nodes: slugs(SPRING) }, exhibitions: { totalCount: 0 } },
          { slug: 'doi-nho', events: { totalCount: 1, nodes: slugs(SPRING) }, exhibitions: { totalCount: 1 } },
        ],
      },
    });
  });

  test.each([
    ['producers: ["an-danh"]', [AUTUMN]],
    ['producers: ["an-danh", "dau-xanh"]', [SPRING, AUTUMN]],
    ['products: ["mat-nho"]', [SPRING]],
    ['products: ["ruou-vang"], producers: ["an-danh"]', [AUTUMN]],
    ['products: ["dau-say"], producers: ["an-danh"]', []],
  ])('by what is shown: %s', async (filter, found) => {
    expect(await data(`{ events(filter: { ${filter} }) { nodes { slug } } }`)).toEqual({
      events: { nodes: slugs(...found) },
    });
  });

  test('by slugs of which an unknown one is an error that names the nearest', async () => {
    expect(await server.refusal('{ events(filter: { products: ["mat-nho", "ruou-vag"] }) { totalCount } }')).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'UNKNOWN_CODE',
      argument: 'filter.products',
      value: 'ruou-vag',
      nearest: 'ruou-vang',
    });
  });
});

test('products fit for an event are valid on all its days: certain on every day it may be held, possible if dates fall so', async () => {
  const recognised = (product: string, issued: string) =>
    attempt(
      server.database,
      `insert into recognition (product_id, kind, stars, issued_on, source_id) select id, 'OCOP', 4, '${issued}',
        (select id from source where code = 'LIST') from product where slug = '${product}'`,
    );
  await attempt(server.database, `insert into source (code) values ('LIST')`);
  const given = [
    await recognised('ruou-vang', '2023-12-31'),
    await recognised('mat-nho', '2024-09-15'),
    await recognised('dau-say', '2024-10-01'),
  ];
  expect(given).toEqual(['done', 'done', 'done']);
  const fit = (slug: string, filter: string) =>
    data(`{ event(slug: "${slug}") { eligibleProducts(filter: { ${filter} }) { nodes { slug } } } }`);
  const found = (...names: string[]) => ({ event: { eligibleProducts: { nodes: slugs(...names) } } });
  expect(await fit(SPRING, '')).toEqual(found('ruou-vang'));
  expect(await fit(AUTUMN, 'minStars: 4')).toEqual(found('ruou-vang'));
  expect(await fit(AUTUMN, 'minStars: 4, validity: POSSIBLE')).toEqual(found('mat-nho', 'ruou-vang'));
  expect(await fit(AUTUMN, 'minStars: 5, validity: POSSIBLE')).toEqual(found());
});

test('three events of June 2023 answer the contract', async () => {
  const parent = await make.event({ name: 'Lễ hội Nho và Vang', territory: '58', from: '2023-06-13', to: '2023-06-18' });
  await make.event({ name: 'Hội chợ trong lễ hội', territory: '58', parent });
  await make.event({ name: 'Lễ hội trái cây', territory: '58', from: '2023-06-16' });
  await make.event({ name: 'Họp báo', territory: '58', from: '2023-05-31' });
  const contract = (ending: string) => readFileSync(new URL(`queries/june-2023-events.${ending}`, import.meta.url), 'utf8');
  expect(await data(contract('graphql'))).toEqual(JSON.parse(contract('json')));
}); // prettier-ignore

describe('whatever the page,', () => {
  /** Statements of a question that is asked again: codes are in memory by then, and reading the clock is not counted. */
  const statements = async (query: string): Promise<string[]> => {
    expect(await server.ask(query)).not.toHaveProperty('errors');
    const sent = await statementsOf(() => data(query));
    return sent.filter((statement) => !statement.includes('clock_timestamp'));
  };

  test.each([
    ['a page of events with their places, dates and state is one statement', 1, 'events { nodes { slug name territory { code } startsOn { date } state } }'],
    ['its total one more', 2, 'events { totalCount nodes { slug } }'],
    ['all that lists leave out one more', 2, 'events { nodes { theme note venues { name } hosts { name } scale { zones { name } } results { visitors { value } } citations { locator } callOff { on } } }'],
    ['their parts one more; parents are kept', 2, 'events { nodes { parent { slug } parts { slug } } }'],
    ['exhibits with producers one; events are kept', 2, 'events { nodes { exhibits { nodes { booth producer { name } zone { name } event { slug } } } } }'],
    ['what the exhibits show one more', 3, 'events { nodes { exhibits(first: 5) { nodes { products(first: 5) { nodes { slug } } } } } }'],
    ['events of products with their producers one', 2, 'products { nodes { slug producer { name } territory { code } events(first: 10) { nodes { slug name startsOn { date } } } } }'],
    ['events of producers one', 2, 'producers { nodes { slug events { nodes { slug } } } }'],
    ['events of places one', 1, 'territories { nodes { code events { nodes { slug } } } }'],
    ['slugs of a filter one each', 3, 'events(filter: { producers: ["doi-nho"], products: ["ruou-vang"] }) { nodes { slug } }'],
  ])('%s', async (_, budget, query) => {
    expect(await statements(`{ ${query} }`)).toHaveLength(budget);
  }); // prettier-ignore
});
