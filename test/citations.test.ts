import { describe, expect, test } from '@jest/globals';
import { apa, bibtex, type CitedWork } from '../src/features/sources/citation-styles.js';
import { parseUncertainDate } from '../src/kernel/uncertain-date.js';
import { testServer } from './support/server.js';

const REPORT: CitedWork = {
  code: 'REPORT_2024',
  title: 'Báo cáo',
  author: 'Sở Công Thương',
  carriers: [],
  publishedOn: parseUncertainDate('2024-06-06'),
  address: 'https://example.vn/bao-cao',
  locator: null,
};

describe('a date in APA is no more exact than it is known', () => {
  test.each([
    ['2024-06-06', '2024, June 6', '2024, 6 tháng 6'],
    ['2024-06', '2024, June', '2024, tháng 6'],
    ['2024-Q2', '2024, second quarter', '2024, quý II'],
    ['2024', '2024', '2024'],
    ['2024-04/2024-05', '2024, April–May', '2024, tháng 4 – tháng 5'],
    ['2021-11/2022-01', '2021, November–2022, January', '2021, tháng 11 – 2022, tháng 1'],
    ['2023-09-25/2023-12-31', '2023, September 25–December 31', '2023, 25 tháng 9 – 31 tháng 12'],
    ['2024-Q3/2024-Q4', '2024, third quarter–fourth quarter', '2024, quý III – quý IV'],
    ['2022/2023', '2022–2023', '2022 – 2023'],
  ])('%s', (date, english, vietnamese) => {
    const work = { ...REPORT, publishedOn: parseUncertainDate(date), address: null };
    expect([apa(work, 'EN'), apa(work, 'VI')]).toEqual([
      `Sở Công Thương. (${english}). Báo cáo.`,
      `Sở Công Thương. (${vietnamese}). Báo cáo.`,
    ]);
  });

  test('and says where it was inferred, or not known at all', () => {
    const dated = (publishedOn: CitedWork['publishedOn']) =>
      [apa({ ...REPORT, publishedOn }, 'EN'), apa({ ...REPORT, publishedOn }, 'VI')].map(
        (text) => /\(.*\)/.exec(text)![0],
      );
    expect([dated(parseUncertainDate('2023-12', true)), dated(null)]).toEqual([
      ['(ca. 2023, December)', '(khoảng 2023, tháng 12)'],
      ['(n.d.)', '(không rõ ngày)'],
    ]);
  });
});

describe('an entry in APA', () => {
  test.each<[string, Partial<CitedWork>, string]>([
    ['ends in the address', {}, 'Sở Công Thương. (2024, June 6). Báo cáo. https://example.vn/bao-cao'],
    [
      'names who carried it',
      { carriers: ['VietnamPlus', 'hungyen.dcs.vn'] },
      'Sở Công Thương. (2024, June 6). Báo cáo. VietnamPlus, hungyen.dcs.vn. https://example.vn/bao-cao',
    ],
    [
      'tells the place in the document',
      { locator: 'Biểu 3, ô B5' },
      'Sở Công Thương. (2024, June 6). Báo cáo (Biểu 3, ô B5). https://example.vn/bao-cao',
    ],
    [
      'describes what has no known title',
      { title: null },
      'Sở Công Thương. (2024, June 6). [Web page]. https://example.vn/bao-cao',
    ],
    [
      'describes what has no address either',
      { title: null, address: null },
      'Sở Công Thương. (2024, June 6). [Document].',
    ],
    ['begins with the title where no author is known', { author: null, address: null }, 'Báo cáo. (2024, June 6).'],
    ['keeps the sign a title ends in', { title: 'Vì sao?', address: null }, 'Sở Công Thương. (2024, June 6). Vì sao?'],
    ['is one line', { title: 'Báo\n\t cáo\u0007', address: null }, 'Sở Công Thương. (2024, June 6). Báo cáo.'],
  ])('%s', (_, parts, text) => {
    expect(apa({ ...REPORT, ...parts }, 'EN')).toBe(text);
  });
});

describe('an entry in BibTeX', () => {
  test('has the agency as one author, and a key that is the code', () => {
    expect(bibtex({ ...REPORT, carriers: ['VietnamPlus'], locator: 'tr. 3' }, 'EN').split('\n')).toEqual([
      '@misc{REPORT_2024,',
      '  author = {{Sở Công Thương}},',
      '  title = {{Báo cáo}},',
      '  howpublished = {VietnamPlus},',
      '  year = {2024},',
      '  month = jun,',
      '  day = {6},',
      '  url = {https://example.vn/bao-cao},',
      '  note = {tr. 3}',
      '}',
    ]);
  });

  test.each([
    ['2024-06', false, ['  year = {2024}', '  month = jun']],
    ['2024', false, ['  year = {2024}']],
    ['2024-Q2', false, ['  year = {2024}', '  note = {Công bố quý II/2024}']],
    [
      '2021-11/2022-01',
      false,
      ['  year = {2021--2022}', '  note = {Công bố trong khoảng tháng 11/2021 đến tháng 1/2022}'],
    ],
    ['2023-12', true, ['  year = {2023}', '  month = dec', '  note = {Công bố khoảng tháng 12/2023}']],
  ])('dates %s (inferred: %s) as exactly as it is known', (date, inferred, lines) => {
    const work = { ...REPORT, address: null, publishedOn: parseUncertainDate(date, inferred) };
    expect(bibtex(work, 'VI').split('\n').slice(3, -1)).toEqual(
      lines.map((line, at) => (at < lines.length - 1 ? `${line},` : line)),
    );
  });

  test('says what is not known', () => {
    const work = { ...REPORT, author: null, title: null, address: null, publishedOn: null };
    expect(bibtex(work, 'EN')).toBe('@misc{REPORT_2024,\n  title = {{[Document]}},\n  note = {n.d.}\n}');
  });

  test.each([
    ['5 % & #1 a_b $', '5 \\% \\& \\#1 a\\_b \\$'],
    ['~ ^ \\', '\\textasciitilde{} \\textasciicircum{} \\textbackslash{}'],
    ['{a}', '\\textbraceleft{}a\\textbraceright{}'],
    ['\\{', '\\textbackslash{}\\textbraceleft{}'],
    [
      '}},\n  note = {x}\n}\n@comment{',
      '\\textbraceright{}\\textbraceright{}, note = \\textbraceleft{}x\\textbraceright{} \\textbraceright{} @comment\\textbraceleft{}',
    ],
    ['a" # "b', 'a" \\# "b'],
  ])('prints %j as it stands, within its field', (title, escaped) => {
    const entry = bibtex({ ...REPORT, title }, 'EN');
    expect(entry.split('\n')[2]).toBe(`  title = {{${escaped}}},`);
    expect(entry.match(/{/g)).toHaveLength(entry.match(/}/g)!.length);
  });

  test.each([
    ['https://a.vn/x_y?z=1&t=%20#c', 'https://a.vn/x_y?z=1&t=%20#c'],
    ['https://a.vn/}, note = {\\x', 'https://a.vn/%7D,%20note%20=%20%7B%5Cx'],
    ['https://a.vn/tỉnh', 'https://a.vn/t%E1%BB%89nh'],
  ])('keeps the address %s an address', (address, written) => {
    expect(bibtex({ ...REPORT, address }, 'EN')).toContain(`  url = {${written}}`);
  });

  test('cannot be left by a code', () => {
    expect(bibtex({ ...REPORT, code: 'A},B C' }, 'EN').split('\n')[0]).toBe('@misc{A--B-C,');
  });
});

const server = testServer();

test('a real document is cited in three styles, wherever it is cited', async () => {
  const styles = 'text apa: text(style: APA) vi: text(style: APA, language: VI) bibtex: text(style: BIBTEX)';
  const { data } = await server.ask<{ observations: { nodes: unknown[] } }>(`{ observations(
    filter: { indicators: ["IIP"], territories: ["VN"], periods: ["2024-YTD04"] }) {
      nodes { citation { ${styles} } prints { citation { apa: text(style: APA, language: EN) } } } } }`);
  const address = 'https://hungyen.dcs.vn/4-thang-nam-2024-chi-so-san-xuat-toan-nganh-cong-nghiep-tang-6-c218492.html';
  const english = `Tổng cục Thống kê. (2024, April–May). [Web page]. VietnamPlus, hungyen.dcs.vn. ${address}`;
  expect(data.observations.nodes).toEqual([
    {
      citation: {
        text: `Tổng cục Thống kê, 2024-04/2024-05, via VietnamPlus, hungyen.dcs.vn, ${address}`,
        apa: english,
        vi: `Tổng cục Thống kê. (2024, tháng 4 – tháng 5). [Trang web]. VietnamPlus, hungyen.dcs.vn. ${address}`,
        bibtex: [
          '@misc{NSO_2024_04_VIETNAMPLUS,',
          '  author = {{Tổng cục Thống kê}},',
          '  title = {{[Web page]}},',
          '  howpublished = {VietnamPlus, hungyen.dcs.vn},',
          '  year = {2024},',
          `  url = {${address}},`,
          '  note = {Published between April and May 2024}',
          '}',
        ].join('\n'),
      },
      prints: [{ citation: { apa: english } }],
    },
  ]);
});

test('an agency is the author under the name it bore on the day', async () => {
  const { data } = await server.ask<{ observations: { nodes: unknown[] } }>(`{ observations(
    filter: { indicators: ["RETAIL_SALES_AND_SERVICES_REAL"], periods: ["2024-S1"] }) {
      nodes { prints { citation { text(style: APA) } } } } }`);
  expect(data.observations.nodes).toEqual([
    {
      prints: [
        {
          citation: {
            text: 'Tổng cục Thống kê. (2024, June 29). [Web page]. Thời báo Tài chính. https://thoibaotaichinhvietnam.vn/nguoi-viet-chi-hon-3-trieu-ty-dong-cho-tieu-dung-trong-nua-dau-nam-153968.html',
          },
        },
        {
          citation: {
            text: 'Cục Thống kê, Bộ Tài chính. (2025, July). [Web page]. vnbiznews. https://vnbiznews.com/tong-muc-ban-le-hang-hoa-va-doanh-thu-dich-vu-tieu-dung-tang-truong-93-percent-trong-6-thang-pid1989322204',
          },
        },
      ],
    },
  ]);
});
