import { describe, expect, test } from '@jest/globals';
import { isPlural, plural } from '../src/features/sentences/english-plural.js';
import { sentence } from '../src/features/sentences/sentence.js';
import {
  type ComparisonFacts,
  type LevelFacts,
  type PlanShareFacts,
  type SentenceFacts,
  type StatedBy,
  withinSentence,
} from '../src/features/sentences/sentence-facts.js';
import { writtenNumber, writtenQuantity } from '../src/kernel/number-words.js';
import { parsePeriod } from '../src/kernel/period.js';
import { parseUncertainDate } from '../src/kernel/uncertain-date.js';

const by = (rest: Partial<StatedBy> = {}): StatedBy => ({
  print: '1',
  publisher: 'Sở X',
  date: parseUncertainDate('2024-06-06'),
  status: 'UNSPECIFIED',
  isRevised: false,
  ...rest,
});

const VND = { code: 'VND', name: 'đồng', symbol: '₫' };

const level = (value: string, unitMultiplier = 9, rest: Partial<LevelFacts> = {}): LevelFacts => ({
  value,
  unitMultiplier,
  qualifier: null,
  statedBy: by(),
  ...rest,
});

const change = (form: ComparisonFacts['form'], value: string | null, rest: Partial<ComparisonFacts> = {}) => ({
  basis: 'SAME_PERIOD_LAST_YEAR' as const,
  form,
  value,
  low: null,
  high: null,
  qualifier: null,
  statedBy: by(),
  ...rest,
});

const share = (percent: string, rest: Partial<PlanShareFacts> = {}): PlanShareFacts => ({
  percent,
  qualifier: null,
  period: parsePeriod('2024'),
  setBy: null,
  statedBy: by(),
  ...rest,
});

type Rest = Omit<Partial<SentenceFacts>, 'indicator'>;

const facts = (indicator: string, rest: Rest): SentenceFacts => ({
  indicator,
  kind: 'FLOW',
  unit: VND,
  place: { name: 'Ninh Thuận', fullName: 'Tỉnh Ninh Thuận', type: 'PROVINCE' },
  items: [],
  period: parsePeriod('2024-S1'),
  level: null,
  absence: null,
  comparison: null,
  planShare: null,
  ...rest,
});

/** What a figure of exports says between its subject and its attribution, in both languages. */
function said(rest: Rest): [vietnamese: string, english: string] {
  const vietnamese = sentence(facts('Xuất khẩu', rest), 'VI');
  const english = sentence(facts('Export turnover', rest), 'EN');
  return [
    vietnamese
      .replace(/^Xuất khẩu của tỉnh Ninh Thuận 6 tháng đầu năm 2024:? /, '')
      .replace(/ \(theo Sở X, 06\/06\/2024\)\.$/, ''),
    english
      .replace(/^Export turnover in Ninh Thuận province in the first half of 2024:? /, '')
      .replace(/ \(Sở X, 6 June 2024\)\.$/, ''),
  ];
}

describe('a number', () => {
  test.each([
    ['3300.63', '3.300,63', '3,300.63'],
    ['47.0', '47,0', '47.0'],
    ['0.05', '0,05', '0.05'],
    ['999', '999', '999'],
    ['10823', '10.823', '10,823'],
    ['1234567.8901', '1.234.567,8901', '1,234,567.8901'],
    ['-1234.5', '−1.234,5', '−1,234.5'],
    ['-5', '−5', '−5'],
  ])('%s keeps its digits', (value, vietnamese, english) => {
    expect([writtenNumber(value, 'VI'), writtenNumber(value, 'EN')]).toEqual([vietnamese, english]);
  });

  test.each([
    ['3300.63', 9, '3.300,63 tỷ', '3,300.63 billion'],
    ['522', 12, '522 nghìn tỷ', '522 trillion'],
    ['2.4', 15, '2,4 triệu tỷ', '2.4 quadrillion'],
    ['50', 6, '50 triệu', '50 million'],
    ['390', 3, '390 nghìn', '390 thousand'],
    ['6', 0, '6', '6'],
    ['1.25', 1, '12,5', '12.5'],
    ['7', 2, '700', '700'],
    ['4.5', 4, '45 nghìn', '45 thousand'],
  ])('%s in 10^%i has the word of its power', (value, power, vietnamese, english) => {
    expect([writtenQuantity(value, power, 'VI'), writtenQuantity(value, power, 'EN')]).toEqual([vietnamese, english]);
  });
});

describe('a value is told with its status', () => {
  test.each<[SentenceFacts['kind'], StatedBy['status'], string, string]>([
    ['FLOW', 'UNSPECIFIED', 'đạt 5 tỷ đồng', 'totalled 5 billion VND'],
    ['FLOW', 'ESTIMATED', 'ước đạt 5 tỷ đồng', 'is estimated at 5 billion VND'],
    ['FLOW', 'PROVISIONAL', 'sơ bộ đạt 5 tỷ đồng', 'provisionally totalled 5 billion VND'],
    ['FLOW', 'FORECAST', 'dự kiến đạt 5 tỷ đồng', 'is forecast at 5 billion VND'],
    ['INDEX', 'UNSPECIFIED', 'ở mức 5 tỷ đồng', 'stood at 5 billion VND'],
    ['RATIO', 'ESTIMATED', 'ước ở mức 5 tỷ đồng', 'is estimated at 5 billion VND'],
  ])('%s %s', (kind, status, ...words) => {
    expect(said({ kind, level: level('5', 9, { statedBy: by({ status }) }) })).toEqual(words);
  });

  test('final, which its attribution says', () => {
    const statedBy = by({ status: 'FINAL' });
    expect(said({ level: level('5', 9, { statedBy }) })).toEqual([
      'đạt 5 tỷ đồng (theo số liệu chính thức của Sở X, 06/06/2024).',
      'totalled 5 billion VND (final figure, Sở X, 6 June 2024).',
    ]);
  });

  test('revised, where an earlier document said otherwise', () => {
    const of = (status: StatedBy['status']) =>
      said({ level: level('5', 9, { statedBy: by({ status, isRevised: true }) }) });
    expect([of('UNSPECIFIED'), of('FINAL')]).toEqual([
      [
        'đạt 5 tỷ đồng (theo số liệu điều chỉnh của Sở X, 06/06/2024).',
        'totalled 5 billion VND (revised figure, Sở X, 6 June 2024).',
      ],
      [
        'đạt 5 tỷ đồng (theo số liệu chính thức, đã điều chỉnh của Sở X, 06/06/2024).',
        'totalled 5 billion VND (revised final figure, Sở X, 6 June 2024).',
      ],
    ]);
  });

  test.each<[LevelFacts['qualifier'], string, string]>([
    ['NEARLY', 'đạt gần 5 tỷ đồng', 'totalled nearly 5 billion VND'],
    ['OVER', 'đạt hơn 5 tỷ đồng', 'totalled more than 5 billion VND'],
    ['ABOUT', 'đạt khoảng 5 tỷ đồng', 'totalled about 5 billion VND'],
  ])('%s, if so printed', (qualifier, ...words) => {
    expect(said({ level: level('5', 9, { qualifier }) })).toEqual(words);
  });

  test.each([
    ['-5', 'ở mức −5 tỷ đồng', 'stood at −5 billion VND'],
    ['0', 'ở mức 0 tỷ đồng', 'stood at 0 billion VND'],
  ])('%s is nothing to attain', (value, ...words) => {
    expect(said({ level: level(value) })).toEqual(words);
  });
});

describe('a unit', () => {
  test.each<[SentenceFacts['unit'], string, number, string, string]>([
    [{ code: 'USD', name: 'x', symbol: '$' }, '50', 6, 'đạt 50 triệu USD', 'totalled 50 million USD'],
    [{ code: 'KWH', name: 'x', symbol: 'kWh' }, '565.5', 6, 'đạt 565,5 triệu kWh', 'totalled 565.5 million kWh'],
    [{ code: 'PERCENT', name: 'x', symbol: '%' }, '47.0', 0, 'đạt 47,0%', 'totalled 47.0%'],
    [{ code: 'INDEX', name: 'x', symbol: null }, '110.9', 0, 'đạt 110,9', 'totalled 110.9'],
  ])('%j has its sign', (unit, value, power, ...words) => {
    expect(said({ unit, level: level(value, power) })).toEqual(words);
  });

  test('without a sign has its name, more than one in the plural', () => {
    const of = (value: string, power: number, vietnamese: string, english: string): string[] =>
      (['VI', 'EN'] as const).map((language) => {
        const unit = { code: 'U', name: language === 'EN' ? english : vietnamese, symbol: null };
        return sentence(facts('X', { unit, level: level(value, power) }), language).replace(
          /^.*(?:đạt|totalled) | \(.*$/g,
          '',
        );
      });
    expect([
      of('1', 0, 'nhiệm vụ', 'task'),
      of('1', 3, 'lượt khách', 'visit'),
      of('2', 0, 'công ty', 'company'),
    ]).toEqual([
      ['1 nhiệm vụ', '1 task'],
      ['1 nghìn lượt khách', '1 thousand visits'],
      ['2 công ty', '2 companies'],
    ]);
  });
});

describe('a change after a value', () => {
  test.each<[ComparisonFacts, string, string]>([
    [
      change('PERCENT', '14.45'),
      'tăng 14,45% so với cùng kỳ năm trước',
      'up 14.45% on the same period of the previous year',
    ],
    [
      change('PERCENT', '-22.750'),
      'giảm 22,750% so với cùng kỳ năm trước',
      'down 22.750% on the same period of the previous year',
    ],
    [
      change('PERCENT', '0.0'),
      'không đổi so với cùng kỳ năm trước',
      'unchanged from the same period of the previous year',
    ],
    [
      change('PERCENT', '0', { qualifier: 'ABOUT' }),
      'gần như không đổi so với cùng kỳ năm trước',
      'virtually unchanged from the same period of the previous year',
    ],
    [
      change('PERCENT', '24', { qualifier: 'NEARLY' }),
      'tăng gần 24% so với cùng kỳ năm trước',
      'up nearly 24% on the same period of the previous year',
    ],
    [
      change('INDEX', '101.2'),
      'bằng 101,2% so với cùng kỳ năm trước',
      'at 101.2% of the level of the same period of the previous year',
    ],
    [
      change('RATIO', '6'),
      'gấp 6 lần so với cùng kỳ năm trước',
      '6 times the level of the same period of the previous year',
    ],
    [
      change('RATIO', '0.5'),
      'bằng 0,5 lần so với cùng kỳ năm trước',
      '0.5 times the level of the same period of the previous year',
    ],
    [
      change('RATIO', '5', { qualifier: 'OVER' }),
      'gấp hơn 5 lần so với cùng kỳ năm trước',
      'more than 5 times the level of the same period of the previous year',
    ],
    [
      change('POINTS', '-0.5'),
      'giảm 0,5 điểm phần trăm so với cùng kỳ năm trước',
      'down 0.5 percentage points on the same period of the previous year',
    ],
    [
      change('POINTS', '1'),
      'tăng 1 điểm phần trăm so với cùng kỳ năm trước',
      'up 1 percentage point on the same period of the previous year',
    ],
    [
      change('RANGE', null, { low: '8', high: '8.5' }),
      'tăng từ 8% đến 8,5% so với cùng kỳ năm trước',
      'up between 8% and 8.5% on the same period of the previous year',
    ],
    [
      change('RANGE', null, { low: '-8.5', high: '-8' }),
      'giảm từ 8% đến 8,5% so với cùng kỳ năm trước',
      'down between 8% and 8.5% on the same period of the previous year',
    ],
    [
      change('RANGE', null, { low: '-1', high: '2' }),
      'biến động từ −1% đến 2% so với cùng kỳ năm trước',
      'changing by between −1% and 2% from the same period of the previous year',
    ],
    [
      change('PERCENT', '1', { basis: 'PREVIOUS_PERIOD' }),
      'tăng 1% so với 6 tháng trước đó',
      'up 1% on the previous half-year',
    ],
    [
      change('PERCENT', '1', { basis: 'DECEMBER_LAST_YEAR' }),
      'tăng 1% so với tháng 12 năm trước',
      'up 1% on December of the previous year',
    ],
    [change('PERCENT', '1', { basis: 'BASE_PERIOD' }), 'tăng 1% so với kỳ gốc', 'up 1% on the base period'],
    [
      change('PERCENT', '8.91', { basis: 'ANNUAL_AVERAGE' }),
      'tăng bình quân 8,91% mỗi năm',
      'up 8.91% a year on average',
    ],
    [
      change('INDEX', '108.9', { basis: 'ANNUAL_AVERAGE' }),
      'bình quân mỗi năm bằng 108,9% so với năm trước',
      'at 108.9% of the level of the year before, on average',
    ],
  ])('%j', (comparison, ...words) => {
    expect(said({ level: level('5'), comparison })).toEqual([
      `đạt 5 tỷ đồng, ${words[0]}`,
      `totalled 5 billion VND, ${words[1]}`,
    ]);
  });

  test.each([
    ['2024-M06', 'so với tháng trước', 'on the previous month'],
    ['2024-Q2', 'so với quý trước', 'on the previous quarter'],
    ['2024', 'so với năm trước', 'on the previous year'],
    ['2024-YTD10', 'so với kỳ trước', 'on the previous period'],
  ])('names the period before %s', (period, ...words) => {
    const told = said({
      period: parsePeriod(period),
      level: level('5'),
      comparison: change('PERCENT', '1', { basis: 'PREVIOUS_PERIOD' }),
    });
    expect(told).toEqual(words.map((word) => expect.stringContaining(`1% ${word}`)));
  });

  test('of a whole year is on the year before', () => {
    const told = said({ period: parsePeriod('2024'), level: level('5'), comparison: change('PERCENT', '1') });
    expect(told).toEqual([
      expect.stringMatching(/tăng 1% so với năm trước$/),
      expect.stringMatching(/up 1% on the previous year$/),
    ]);
  });
});

describe('a change without a value is what the sentence says', () => {
  test.each<[StatedBy['status'], string, string, string]>([
    ['ESTIMATED', '14.56', 'ước tăng 14,56%', 'is estimated to have risen by 14.56% from'],
    ['ESTIMATED', '-3', 'ước giảm 3%', 'is estimated to have fallen by 3% from'],
    ['FORECAST', '5', 'dự kiến tăng 5%', 'is forecast to rise by 5% from'],
    ['PROVISIONAL', '5', 'sơ bộ tăng 5%', 'provisionally rose by 5% from'],
    ['UNSPECIFIED', '-5', 'giảm 5%', 'fell by 5% from'],
    ['UNSPECIFIED', '0', 'không đổi', 'remained unchanged from'],
  ])('%s %s', (status, value, vietnamese, english) => {
    expect(said({ comparison: change('PERCENT', value, { statedBy: by({ status }) }) })).toEqual([
      `${vietnamese} so với cùng kỳ năm trước`,
      `${english} the same period of the previous year`,
    ]);
  });

  test.each<[ComparisonFacts['form'], string, string, string]>([
    ['INDEX', '101.2', 'ước bằng 101,2% so với', 'is estimated to have stood at 101.2% of the level of'],
    ['RATIO', '6', 'ước gấp 6 lần so với', 'is estimated to have reached 6 times the level of'],
    [
      'POINTS',
      '-0.5',
      'ước giảm 0,5 điểm phần trăm so với',
      'is estimated to have fallen by 0.5 percentage points from',
    ],
  ])('as %s %s', (form, value, vietnamese, english) => {
    expect(said({ comparison: change(form, value, { statedBy: by({ status: 'ESTIMATED' }) }) })).toEqual([
      `${vietnamese} cùng kỳ năm trước`,
      `${english} the same period of the previous year`,
    ]);
  });

  test('with a plural verb for a plural name', () => {
    const comparison = change('PERCENT', '5', { statedBy: by({ status: 'ESTIMATED' }) });
    expect(sentence(facts('Retail sales of goods', { comparison }), 'EN')).toBe(
      'Retail sales of goods in Ninh Thuận province in the first half of 2024 are estimated to have risen by 5% from the same period of the previous year (Sở X, 6 June 2024).',
    );
  });
});

describe('a share of plan', () => {
  test.each<[PlanShareFacts, string, string]>([
    [share('45'), 'đạt 45% kế hoạch năm', 'reaching 45% of the plan for the year'],
    [share('106.20'), 'vượt 6,20% kế hoạch năm', '6.20% above the plan for the year'],
    [share('100'), 'đạt 100% kế hoạch năm', 'reaching 100% of the plan for the year'],
    [share('45', { qualifier: 'OVER' }), 'đạt hơn 45% kế hoạch năm', 'reaching more than 45% of the plan for the year'],
    [share('45', { period: parsePeriod('2024-S1') }), 'đạt 45% kế hoạch', 'reaching 45% of the plan'],
    [share('45', { period: parsePeriod('2025') }), 'đạt 45% kế hoạch năm 2025', 'reaching 45% of the plan for 2025'],
    [
      share('45', { period: parsePeriod('2021-01-01/P5Y') }),
      'đạt 45% kế hoạch giai đoạn 2021–2025',
      'reaching 45% of the plan for 2021–2025',
    ],
    [
      share('45', { setBy: 'HĐND tỉnh' }),
      'đạt 45% kế hoạch năm do HĐND tỉnh giao',
      'reaching 45% of the plan for the year set by HĐND tỉnh',
    ],
  ])('%j', (planShare, ...words) => {
    expect(said({ level: level('5'), planShare })).toEqual([
      `đạt 5 tỷ đồng, ${words[0]}`,
      `totalled 5 billion VND, ${words[1]}`,
    ]);
  });

  test.each<[string, StatedBy['status'], string, string]>([
    ['45', 'UNSPECIFIED', 'đạt 45% kế hoạch năm', 'reached 45% of the plan for the year'],
    ['45', 'ESTIMATED', 'ước đạt 45% kế hoạch năm', 'is estimated to have reached 45% of the plan for the year'],
    ['103', 'ESTIMATED', 'ước vượt 3% kế hoạch năm', 'is estimated to have exceeded the plan for the year by 3%'],
    ['103', 'FORECAST', 'dự kiến vượt 3% kế hoạch năm', 'is forecast to exceed the plan for the year by 3%'],
  ])('%s %s may be all that is said', (percent, status, ...words) => {
    expect(said({ planShare: share(percent, { statedBy: by({ status }) }) })).toEqual(words);
  });
});

describe('each number is pinned to the print that states it', () => {
  const later = by({ print: '2', publisher: 'Cục Y', date: parseUncertainDate('2025-07'), isRevised: true });

  test('and where two do, to both', () => {
    expect(
      said({ level: level('3', 15, { qualifier: 'OVER' }), comparison: change('PERCENT', '8.9', { statedBy: later }) }),
    ).toEqual([
      'đạt hơn 3 triệu tỷ đồng (theo Sở X, 06/06/2024); tăng 8,9% so với cùng kỳ năm trước (theo số liệu điều chỉnh của Cục Y, tháng 7/2025).',
      'totalled more than 3 quadrillion VND (Sở X, 6 June 2024); up 8.9% on the same period of the previous year (revised figure, Cục Y, July 2025).',
    ]);
  });

  test('with the status that each states', () => {
    const comparison = change('PERCENT', '8.9', { statedBy: { ...later, status: 'ESTIMATED' } });
    expect(said({ level: level('3'), comparison })).toEqual([
      'đạt 3 tỷ đồng (theo Sở X, 06/06/2024); ước tăng 8,9% so với cùng kỳ năm trước (theo số liệu điều chỉnh của Cục Y, tháng 7/2025).',
      'totalled 3 billion VND (Sở X, 6 June 2024); up 8.9% on the same period of the previous year (revised estimate, Cục Y, July 2025).',
    ]);
  });

  test('and what was computed says so, after what was printed', () => {
    const planShare = share('45', { statedBy: by() });
    expect(said({ level: level('3'), comparison: change('PERCENT', '8.9', { statedBy: null }), planShare })).toEqual([
      'đạt 3 tỷ đồng, đạt 45% kế hoạch năm (theo Sở X, 06/06/2024); tăng 8,9% so với cùng kỳ năm trước (tính toán từ số liệu đã công bố).',
      'totalled 3 billion VND, reaching 45% of the plan for the year (Sở X, 6 June 2024); up 8.9% on the same period of the previous year (computed from published figures).',
    ]);
  });

  test.each([
    ['2024-Q2', 'quý II/2024', 'second quarter of 2024'],
    ['2024', 'năm 2024', '2024'],
    ['2024-04/2024-05', 'trong khoảng tháng 4 đến tháng 5/2024', 'between April and May 2024'],
    ['2021-11/2022-01', 'trong khoảng tháng 11/2021 đến tháng 1/2022', 'between November 2021 and January 2022'],
    ['2022/2023', 'trong khoảng năm 2022 đến năm 2023', 'between 2022 and 2023'],
    ['2024-04-03/2024-04-05', 'trong khoảng 03/04 đến 05/04/2024', 'between 3 April and 5 April 2024'],
  ])('dated %s, no more exactly than is known', (date, ...words) => {
    const statedBy = by({ date: parseUncertainDate(date) });
    expect(said({ level: level('5', 9, { statedBy }) })).toEqual([
      `đạt 5 tỷ đồng (theo Sở X, ${words[0]}).`,
      `totalled 5 billion VND (Sở X, ${words[1]}).`,
    ]);
  });

  test('and says where the date was inferred', () => {
    const statedBy = by({ date: parseUncertainDate('2023-12', true) });
    expect(said({ level: level('5', 9, { statedBy }) })).toEqual([
      'đạt 5 tỷ đồng (theo Sở X, khoảng tháng 12/2023).',
      'totalled 5 billion VND (Sở X, around December 2023).',
    ]);
  });
});

describe('where there is no figure, the sentence says why', () => {
  test.each([
    ['MISSING', 'chưa có số liệu', 'no figure is available'],
    ['NOT_COLLECTED', 'số liệu không được thu thập', 'no figure was collected'],
    ['NOT_APPLICABLE', 'không thể có số liệu', 'there can be no figure'],
    ['SUPPRESSED', 'số liệu không được công bố', 'the figure is not published'],
    ['NOT_STATED', 'không được nêu số liệu', 'no figure is stated'],
  ] as const)('%s', (why, ...words) => {
    expect(said({ absence: { why, reason: null, statedBy: by() } })).toEqual(words);
  });

  test('and of a withdrawal the reason given, and what was said since', () => {
    const absence = { why: 'WITHDRAWN' as const, reason: 'nhập sai', statedBy: by() };
    const later = change('PERCENT', '5', { statedBy: by({ print: '2' }) });
    expect([said({ absence }), said({ absence, comparison: later })]).toEqual([
      ['số liệu đã được rút lại, lý do: nhập sai', 'the figure was withdrawn, reason given: nhập sai'],
      [
        'số liệu đã được rút lại, lý do: nhập sai (theo Sở X, 06/06/2024); tăng 5% so với cùng kỳ năm trước',
        'the figure was withdrawn, reason given: nhập sai (Sở X, 6 June 2024); up 5% on the same period of the previous year',
      ],
    ]);
  });
});

describe('what it is about', () => {
  const subjectOf = (indicator: string, rest: Rest, language: 'VI' | 'EN'): string =>
    sentence(facts(indicator, { level: level('5'), ...rest }), language).replace(
      / (?:đạt|là|chiếm|totalled|stood at|accounted for) .*$/,
      '',
    );

  test.each<[string, string, string]>([
    ['2024-M06', 'tháng 6 năm 2024', 'in June 2024'],
    ['2024-Q2', 'quý II năm 2024', 'in the second quarter of 2024'],
    ['2024-S2', '6 tháng cuối năm 2024', 'in the second half of 2024'],
    ['2024', 'năm 2024', 'in 2024'],
    ['2024-YTD10', '10 tháng đầu năm 2024', 'in the first 10 months of 2024'],
    ['2021-01-01/P2Y', 'giai đoạn 2021–2022', 'in 2021–2022'],
    ['2025-01-01/P52D', 'từ 1/1/2025 đến 21/2/2025', 'from 1 January 2025 to 21 February 2025'],
  ])('names the period %s', (code, vietnamese, english) => {
    const period = parsePeriod(code);
    expect([subjectOf('Thu', { period }, 'VI'), subjectOf('Revenue', { period }, 'EN')]).toEqual([
      `Thu của tỉnh Ninh Thuận ${vietnamese}`,
      `Revenue in Ninh Thuận province ${english}`,
    ]);
  });

  test.each<[string, string, string]>([
    ['2024-M02', 'đến hết tháng 2 năm 2024', 'at the end of February 2024'],
    ['2025-01-01/P52D', 'đến hết ngày 21/2/2025', 'on 21 February 2025'],
  ])('a stock is at the end of %s', (code, vietnamese, english) => {
    const rest = { kind: 'STOCK' as const, period: parsePeriod(code) };
    expect([subjectOf('Dư nợ', rest, 'VI'), subjectOf('Debt', rest, 'EN')]).toEqual([
      `Dư nợ của tỉnh Ninh Thuận ${vietnamese}`,
      `Debt in Ninh Thuận province ${english}`,
    ]);
  });

  test.each<[SentenceFacts['place'], string, string]>([
    [{ name: 'Việt Nam', fullName: 'Việt Nam', type: 'COUNTRY' }, 'của cả nước', 'in Viet Nam'],
    [
      { name: 'Đà Nẵng', fullName: 'Thành phố Đà Nẵng', type: 'CENTRALLY_RUN_CITY' },
      'của thành phố Đà Nẵng',
      'in Đà Nẵng city',
    ],
    [{ name: 'Ninh Hải', fullName: 'Huyện Ninh Hải', type: 'DISTRICT' }, 'của huyện Ninh Hải', 'in Ninh Hải district'],
    [{ name: 'Phước Dinh', fullName: 'Xã Phước Dinh', type: 'COMMUNE' }, 'của xã Phước Dinh', 'in Phước Dinh commune'],
  ])('names the place %j', (place, vietnamese, english) => {
    expect([subjectOf('Thu', { place }, 'VI'), subjectOf('Revenue', { place }, 'EN')]).toEqual([
      `Thu ${vietnamese} 6 tháng đầu năm 2024`,
      `Revenue ${english} in the first half of 2024`,
    ]);
  });

  test.each<[string, string, SentenceFacts['items'], string]>([
    [
      'VI',
      'Tổng sản phẩm trên địa bàn (giá so sánh 2010)',
      [],
      'Tổng sản phẩm trên địa bàn tỉnh Ninh Thuận (giá so sánh 2010)',
    ],
    ['EN', 'Gross product, constant 2010 prices', [], 'Gross product (constant 2010 prices) in Ninh Thuận province'],
    ['EN', 'Agriculture, forestry and fishing', [], 'Agriculture, forestry and fishing in Ninh Thuận province'],
    ['EN', 'State budget revenue in the area', [], 'State budget revenue in the area of Ninh Thuận province'],
    [
      'VI',
      'Tổng sản phẩm trên địa bàn (giá so sánh 2010)',
      [{ name: 'Dịch vụ', dimension: 'ECONOMIC_SECTOR' }],
      'Tổng sản phẩm trên địa bàn tỉnh Ninh Thuận khu vực dịch vụ (giá so sánh 2010)',
    ],
    [
      'VI',
      'Tổng sản phẩm trên địa bàn (giá so sánh 2010)',
      [{ name: 'Thuế sản phẩm', dimension: 'ECONOMIC_SECTOR' }],
      'Tổng sản phẩm trên địa bàn tỉnh Ninh Thuận (thuế sản phẩm; giá so sánh 2010)',
    ],
    [
      'VI',
      'Xuất khẩu',
      [{ name: 'Khu vực FDI', dimension: 'ECONOMIC_SECTOR' }],
      'Xuất khẩu khu vực FDI của tỉnh Ninh Thuận',
    ],
    ['VI', 'Chỉ số', [{ name: 'Dệt', dimension: 'INDUSTRY' }], 'Chỉ số ngành dệt của tỉnh Ninh Thuận'],
    [
      'VI',
      'Sản lượng điện',
      [{ name: 'Điện gió', dimension: 'ENERGY_SOURCE' }],
      'Sản lượng điện của tỉnh Ninh Thuận (điện gió)',
    ],
    ['EN', 'Output', [{ name: 'RS sugar', dimension: 'PRODUCT' }], 'Output (RS sugar) in Ninh Thuận province'],
    [
      'EN',
      'Output, constant prices',
      [{ name: 'Textiles', dimension: 'INDUSTRY' }],
      'Output (textiles; constant prices) in Ninh Thuận province',
    ],
  ])('joins names, items and place: %s %s %j', (language, name, items, subject) => {
    expect(subjectOf(name, { items }, language as 'VI' | 'EN').replace(/ (?:6 tháng|in the first half).*$/, '')).toBe(
      subject,
    );
  });

  test('what is national by name needs no place', () => {
    const place = { name: 'Việt Nam', fullName: 'Việt Nam', type: 'COUNTRY' as const };
    expect(subjectOf('Tổng sản phẩm trong nước', { place }, 'VI')).toBe(
      'Tổng sản phẩm trong nước 6 tháng đầu năm 2024',
    );
  });

  test.each<[StatedBy['status'], string, string]>([
    [
      'UNSPECIFIED',
      'Cơ cấu của tỉnh Ninh Thuận 6 tháng đầu năm 2024: công nghiệp và xây dựng chiếm 40,2%',
      'Structure in Ninh Thuận province in the first half of 2024: industry and construction accounted for 40.2%',
    ],
    [
      'ESTIMATED',
      'Cơ cấu của tỉnh Ninh Thuận 6 tháng đầu năm 2024: công nghiệp và xây dựng ước chiếm 40,2%',
      'Structure in Ninh Thuận province in the first half of 2024: industry and construction are estimated to account for 40.2%',
    ],
  ])('a part of a whole is its share, %s', (status, vietnamese, english) => {
    const of = (name: string, item: string): SentenceFacts =>
      facts(name, {
        kind: 'RATIO',
        unit: { code: 'PERCENT', name: 'x', symbol: '%' },
        items: [{ name: item, dimension: 'ECONOMIC_SECTOR' }],
        level: level('40.2', 0, { statedBy: by({ status }) }),
      });
    expect([
      sentence(of('Cơ cấu', 'Công nghiệp và xây dựng'), 'VI'),
      sentence(of('Structure', 'Industry and construction'), 'EN'),
    ]).toEqual([`${vietnamese} (theo Sở X, 06/06/2024).`, `${english} (Sở X, 6 June 2024).`]);
  });
});

test.each([
  ['Retail sales of goods', true],
  ['Key tasks completed', true],
  ['Newly established enterprises', true],
  ['Gross output of industry', false],
  ['Area of established clusters', false],
  ['Consumer price index', false],
  ['Gross regional domestic product, constant 2010 prices', false],
  ['Sales tax revenue', false],
  ['Status', false],
  ['Basis', false],
])('%s takes a plural verb: %s', (name, expected) => {
  expect(isPlural(name)).toBe(expected);
});

test.each([
  ['task', 'tasks'],
  ['company', 'companies'],
  ['day', 'days'],
  ['box', 'boxes'],
])('one %s, two %s', (one, two) => {
  expect(plural(one)).toBe(two);
});

test.each([
  ['Điện gió', 'điện gió'],
  ['Đường RS', 'đường RS'],
  ['RS sugar', 'RS sugar'],
  ['Hoa Kỳ', 'Hoa Kỳ'],
  ['FDI', 'FDI'],
  ['Dệt', 'dệt'],
])('%s within a sentence is %s', (name, within) => {
  expect(withinSentence(name)).toBe(within);
});
