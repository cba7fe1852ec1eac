import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { fileFolder, type How, importing, refusalOf } from './support/imports.js';
import { testServer } from './support/server.js';

const server = testServer();
const file = fileFolder();

const HEADER =
  'indicator,territory,breakdown,period,publisher,source,status,value,unit_multiplier,same_period_last_year';
const EXPORTS = 'EXPORT_TURNOVER,58,,2030-M01,DOIT_NINH_THUAN,NEWS_2024_06_06,ESTIMATED';
const IIP = 'IIP,58,INDUSTRY=C,2030-M01,DOIT_NINH_THUAN,NEWS_2024_06_06,ESTIMATED';

const csv = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

const bring = (content: string | Buffer, how: How = {}) =>
  importing(server.database, file('figures.csv', content), how);

const refused = (content: string | Buffer, how: How = {}) => refusalOf(bring(content, how));

const wrongCells = async (content: string | Buffer, how: How = {}) => {
  const { fields } = await refused(content, how);
  return fields.map(({ path, message }) => `${path} ${message}`);
};

/** What a draft holds, number by number. */
async function printed(release = 'NEXT'): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select concat_ws(' ', i.code, nullif(b.key, ''), p.status, p.value, p.unit_multiplier, nullif(p.changes, '{}')) as text
    from print p join release r on r.id = p.release_id join observation o on o.id = p.observation_id
    join indicator i on i.id = o.indicator_id join breakdown b on b.id = o.breakdown_id
    where r.code = ${release} order by 1`.execute(server.database.db);
  return rows.map(({ text }) => text);
}

beforeEach(async () => {
  await sql`delete from print where release_id in (select id from release where published_at is null)`.execute(
    server.database.db,
  );
  await server.figures.release('NEXT');
});

test('rows of a file become prints of the draft, and the same file twice adds nothing', async () => {
  const content = csv(`${EXPORTS},50.0,6,PERCENT 1.26`, `${IIP},,,INDEX 110.9 OVER`);
  expect(await bring(content)).toMatchObject({ added: 2, printedAgain: 0, changed: 0, left: 0 });
  expect(await bring(content)).toMatchObject({ added: 0, printedAgain: 0, changed: 0, left: 2, differences: [] });
  expect(await printed()).toEqual([
    'EXPORT_TURNOVER ESTIMATED 50.0 6 {"SAME_PERIOD_LAST_YEAR": {"form": "PERCENT", "value": "1.26"}}',
    'IIP INDUSTRY=C ESTIMATED {"SAME_PERIOD_LAST_YEAR": {"form": "INDEX", "value": "110.9", "qualifier": "OVER"}}',
  ]);
});

test('a dry run tells what would be added, printed again and changed, and keeps nothing', async () => {
  await bring(csv(`${EXPORTS},50,6,`));
  const again = 'INDUSTRIAL_OUTPUT_VALUE,58,,2024-S1,DOIT_NINH_THUAN,NEWS_2024_06_06,FINAL,3301,9,';
  const { differences, ...counts } = await bring(csv(`${EXPORTS},50.0,6,`, `${IIP},,,PERCENT 2`, again), {
    isDryRun: true,
  });
  expect([counts, differences]).toEqual([
    { added: 1, printedAgain: 1, changed: 1, left: 0 },
    [
      {
        path: 'figures.csv:2',
        outcome: 'CHANGED',
        subject: 'EXPORT_TURNOVER 58 2030-M01 DOIT_NINH_THUAN',
        before: '50 ×10^6 ESTIMATED',
        after: '50.0 ×10^6 ESTIMATED',
      },
      {
        path: 'figures.csv:3',
        outcome: 'ADDED',
        subject: 'IIP 58 INDUSTRY=C 2030-M01 DOIT_NINH_THUAN',
        before: null,
        after: 'ESTIMATED, SAME_PERIOD_LAST_YEAR PERCENT 2',
      },
      {
        path: 'figures.csv:4',
        outcome: 'PRINTED_AGAIN',
        subject: 'INDUSTRIAL_OUTPUT_VALUE 58 2024-S1 DOIT_NINH_THUAN',
        before: '3300.63 ×10^9 ESTIMATED, SAME_PERIOD_LAST_YEAR PERCENT 14.45',
        after: '3301 ×10^9 FINAL',
      },
    ],
  ]);
  expect(await printed()).toEqual(['EXPORT_TURNOVER ESTIMATED 50 6']);
});

test('a draft has its print of one document replaced, an empty cell included', async () => {
  await bring(csv(`${EXPORTS},50,6,PERCENT 1.26`));
  expect(await bring(csv(`${EXPORTS},51,6,`))).toMatchObject({ added: 0, changed: 1, left: 0 });
  expect(await printed()).toEqual(['EXPORT_TURNOVER ESTIMATED 51 6']);
});

test('every wrong cell is told by file, row and column, with what was expected; nothing is brought in', async () => {
  const content = csv(
    `${EXPORTS},50,6,`,
    'EXPORT_TURNOVR,58,,2030-M13,DOIT_NINH_THUAN,NEWS_2024_06_06,ESTIMATD,50,5,14.45',
    'IIP,5,INDUSTRY=c,2030-M01,DOIT_NINH_THUA,NEWS,FINAL,1,,',
    'IIP,56,INDUSTRY=X,2030-M01,DOIT_NINH_THUAN,NEWS_2024_06_06,MISSING,1,0,,more',
    'IIP,58,INDUSTRY=C,2030-M01,DOIT_NINH_THUAN,NEWS_2024_06_06,MISSING,1,0,',
    'IIP,58',
  );
  expect([await wrongCells(content), await printed()]).toEqual([
    [
      'figures.csv:3:period "2030-M13" is not a period: write 2024, 2024-S1 (or H1), 2024-Q2, 2024-M06 (or 2024-06), 2024-YTD10, or 2024-01-01/P6M.',
      'figures.csv:3:unit_multiplier "5" is not a power of ten: write 0, 1, 2, 3, 4, 6, 9, 12 or 15.',
      expect.stringMatching(/^figures.csv:3:status "ESTIMATD" is not one of FINAL, .* Did you mean "ESTIMATED"\?$/),
      expect.stringMatching(/^figures.csv:3:same_period_last_year "14.45" is not a change: write PERCENT 14.45/),
      'figures.csv:3:indicator there is no indicator "EXPORT_TURNOVR". Did you mean "EXPORT_TURNOVER"?',
      'figures.csv:4:unit_multiplier is empty: a value needs its power of ten, 0 where there is none.',
      expect.stringMatching(/^figures.csv:4:territory there is no territory "5"\./),
      expect.stringMatching(/^figures.csv:4:breakdown there is no item "INDUSTRY=c"\./),
      'figures.csv:4:publisher there is no agency "DOIT_NINH_THUA". Did you mean "DOIT_NINH_THUAN"?',
      expect.stringMatching(/^figures.csv:4:source there is no source with a publisher and a date "NEWS"\./),
      'figures.csv:5 has more cells than the header.',
      'figures.csv:6:status says that there is no figure, but there is a value.',
      'figures.csv:7 has 2 cells, and the header 10.',
    ],
    [],
  ]);
});

test('a code that is not there is told with the nearest one', async () => {
  const content = csv(
    'EXPORT_TURNOVR,5,,2030-M01,DOIT_NINH_THUA,NEWS_2024_06_07,FINAL,1,0,',
    'IIP,56,INDUSTRY=C1,2030-M01,DOIT_NINH_THUAN,NEWS_2024_06_06,FINAL,1,0,',
    'EXPORT_TURNOVER,58,INDUSTRY=C,2030-M01,DOIT_NINH_THUAN,NEWS_2024_06_06,FINAL,1,0,',
  );
  expect(await wrongCells(content)).toEqual([
    'figures.csv:2:indicator there is no indicator "EXPORT_TURNOVR". Did you mean "EXPORT_TURNOVER"?',
    expect.stringMatching(/^figures.csv:2:territory there is no territory "5"\./),
    'figures.csv:2:publisher there is no agency "DOIT_NINH_THUA". Did you mean "DOIT_NINH_THUAN"?',
    'figures.csv:2:source there is no source with a publisher and a date "NEWS_2024_06_07". Did you mean "NEWS_2024_06_06"?',
    'figures.csv:3:territory "56" names several units: add the day, as in 56@2025-07-01.',
    expect.stringMatching(/^figures.csv:3:breakdown there is no item "INDUSTRY=C1"\./),
    'figures.csv:4:breakdown EXPORT_TURNOVER is not broken down by INDUSTRY.',
  ]);
});

test('errors are told up to a limit', async () => {
  const content = csv(...Array.from({ length: 50 }, () => `${EXPORTS},x,6,`));
  const { message, fields } = await refused(content, { mostErrors: 10 });
  expect([message, fields.length]).toEqual(['figures.csv: at least 10 errors, so nothing was brought in.', 10]);
});

test('two rows about one figure in one document are told by both their places', async () => {
  expect(await wrongCells(csv(`${EXPORTS},50,6,`, `${IIP},1,0,`, `${EXPORTS},51,6,`))).toEqual([
    'figures.csv:4 is about the same figure in the same document and place as figures.csv:2.',
  ]);
});

test('however long a file is, two rows about one figure in one document and place are told', async () => {
  const rows = (first: string, last: string): string =>
    [
      `${HEADER},locator`,
      `${EXPORTS},${first},6,,tr. 0`,
      ...Array.from({ length: 50_000 }, (_, page) => `${EXPORTS},50,6,,tr. ${page + 1}`),
      `${EXPORTS},${last},6,,tr. 0`,
    ].join('\n');
  const twins = ['figures.csv:50003 is about the same figure in the same document and place as figures.csv:2.'];
  expect(await wrongCells(rows('50', '51'))).toEqual(twins);
  await bring([`${HEADER},locator`, `${EXPORTS},50,6,,tr. 0`].join('\n'));
  expect(await wrongCells(rows('50', '50'))).toEqual(twins);
  expect(await wrongCells(rows('51', '52'))).toEqual(twins);
  expect(await printed()).toEqual(['EXPORT_TURNOVER ESTIMATED 50 6']);
}, 180_000);

test('numbers are written with a decimal comma where it is told so, and never guessed', async () => {
  const comma = csv(`${EXPORTS},"1.234,5",6,"PERCENT 1,26"`, `${IIP},1.234,0,"RANGE 1,5..2"`);
  await bring(comma, { decimalComma: true });
  const told = await printed();
  const plain = await wrongCells(comma);
  const others = csv(`${EXPORTS},1234.5,6,`, `${IIP},"1\u00a0234,5",0,`);
  const point = await wrongCells(others, { decimalComma: true });
  expect([told, plain, point]).toEqual([
    [
      'EXPORT_TURNOVER ESTIMATED 1234.5 6 {"SAME_PERIOD_LAST_YEAR": {"form": "PERCENT", "value": "1.26"}}',
      'IIP INDUSTRY=C ESTIMATED 1234 0 {"SAME_PERIOD_LAST_YEAR": {"low": "1.5", "form": "RANGE", "high": "2"}}',
    ],
    [
      expect.stringMatching(/:2:value "1.234,5" is not a number: .* say so: --decimal-comma, or decimalComma=true\.$/),
      expect.stringMatching(/:2:same_period_last_year "PERCENT 1,26" is not a change: .* --decimal-comma/),
      expect.stringMatching(/:3:same_period_last_year "RANGE 1,5..2" is not a change: .* --decimal-comma/),
    ],
    [
      'figures.csv:2:value "1234.5" is not written with a decimal comma, as in 1.234,5.',
      'figures.csv:3:value "1\u00a0234,5" is not written with a decimal comma, as in 1.234,5.',
    ],
  ]);
});

test('semicolons, a byte order mark and lines of Windows are read as they are', async () => {
  const content = `\ufeff${csv(`${EXPORTS},50,6,`, `${IIP},"1",0,`).replaceAll(',', ';').replaceAll('\n', '\r\n')};;;\r\n`;
  expect([await bring(content), await printed()]).toEqual([
    expect.objectContaining({ added: 2 }),
    ['EXPORT_TURNOVER ESTIMATED 50 6', 'IIP INDUSTRY=C ESTIMATED 1 0'],
  ]);
});

test('a first line that tells spreadsheets the delimiter tells it here too, and errors keep their lines', async () => {
  const content = `sep=;\r\n${csv(`${EXPORTS},50,6,`).replaceAll(',', ';')}`;
  const wrong = await wrongCells(content.replace(';50;', ';x;'));
  expect([await bring(content), wrong]).toEqual([
    expect.objectContaining({ added: 1 }),
    [expect.stringMatching(/^figures.csv:3:value "x" is not a number/)],
  ]);
});

describe('what cannot be read is refused with its line', () => {
  test.each([
    ['other bytes than UTF-8', Buffer.from(csv(`${EXPORTS},50,6,`, `${IIP},é,0,`), 'latin1'), 'figures.csv:3'],
    ['a NUL', csv(`${EXPORTS},50,6,`, `${IIP},\0,0,`), 'figures.csv:3'],
    ['a quote that is not closed', csv(`${EXPORTS},50,6,`, `${IIP},"1,0,`), 'figures.csv:3'],
    ['a quote within a cell', csv(`${EXPORTS},50,6,`, `${IIP},1"2"",0,`), 'figures.csv:3'],
    ['a row of over 64 KB', csv(`${EXPORTS},50,6,`, `${IIP},${'1'.repeat(70_000)},0,`), 'figures.csv:3'],
    ['a quote that runs on for ever', csv(`${EXPORTS},50,6,`, `"${'1\n'.repeat(900_000)}`), 'figures.csv:3'],
  ])('%s', async (_, content, path) => {
    const { reason, fields } = await refused(content);
    expect([reason, fields[0]?.path]).toEqual(['INVALID', path]);
  });
});

test('a header names known columns, each once, and all that must be there', async () => {
  const headers = [
    'indicator,indicatr',
    'indicator,màu',
    'indicator,indicator',
    'indicator',
    ' , ',
    '',
    `${'a,'.repeat(101)}b`,
  ];
  const messages = await Promise.all(
    headers.map(async (header, at) => {
      const path = file(`header${at}.csv`, header);
      return (await refusalOf(importing(server.database, path))).message;
    }),
  );
  expect(messages).toEqual([
    'header0.csv:1: "indicatr" is no column here. Did you mean "indicator"?',
    expect.stringMatching(
      /^header1.csv:1: "màu" is no column here. There are indicator, territory, .*, annual_average.$/,
    ),
    'header2.csv:1: "indicator" stands in the header twice.',
    'header3.csv:1: "territory" is missing: there must be such a column.',
    'header4.csv has no header: its first line names the columns.',
    'header5.csv is empty: its first line names the columns.',
    'header6.csv has 102 columns: 100 are the most.',
  ]);
});

test('only a draft can be filled', async () => {
  await server.figures.release('HELD');
  await server.figures.lift('HELD', "clock_timestamp() + interval '1 day'");
  const content = csv(`${EXPORTS},50,6,`);
  const refusals = ['INITIAL_LOAD', 'HELD', 'NONE', null].map((release) => refused(content, { release }));
  expect((await Promise.all(refusals)).map(({ reason }) => reason)).toEqual([
    'CONFLICT',
    'CONFLICT',
    'NOT_FOUND',
    'INVALID',
  ]);
});

test('a correction names the release whose print of the same document it mends', async () => {
  const header = 'indicator,territory,period,publisher,source,status,value,unit_multiplier,corrects,reason_vi';
  const mended = (release: string, source: string) =>
    `${header}\nINDUSTRIAL_OUTPUT_VALUE,58,2024-S1,DOIT_NINH_THUAN,${source},ESTIMATED,3300.64,9,${release},Chép sai\n`;
  const right = await bring(mended('INITIAL_LOAD', 'NEWS_2024_06_06'));
  const again = await bring(mended('INITIAL_LOAD', 'NEWS_2024_06_06'));
  const wrong = [
    await wrongCells(mended('INITIAL_LOAD', 'STATISTICS_OFFICE_NINH_THUAN_2024_06')),
    await wrongCells(mended('NEXT', 'NEWS_2024_06_06')),
  ];
  expect([right, again, wrong]).toEqual([
    expect.objectContaining({ printedAgain: 1 }),
    expect.objectContaining({ left: 1 }),
    [
      ['figures.csv:2:corrects release INITIAL_LOAD has no print of this figure in this document and place.'],
      [expect.stringMatching(/^figures.csv:2:corrects there is no published release "NEXT"\./)],
    ],
  ]);
});

test('two imports at once into one draft wait for each other', async () => {
  const content = csv(`${EXPORTS},50,6,`, `${IIP},1,0,`);
  const reports = await Promise.all([bring(content), bring(content)]);
  expect(reports.map(({ added, left }) => [added, left]).sort()).toEqual([
    [0, 2],
    [2, 0],
  ]);
});

test('an import is one line in the audit trail, one that changes nothing is none', async () => {
  const content = csv(`${EXPORTS},50,6,`, `${IIP},1,0,`);
  await server.figures.release('AUDITED');
  await bring(content, { release: 'AUDITED' });
  await bring(content, { release: 'AUDITED' });
  const { rows } = await sql`select actor, action, kind, after from audit_event where code = 'AUDITED'`.execute(
    server.database.db,
  );
  expect(rows).toEqual([
    {
      actor: 'command line',
      action: 'observations.import',
      kind: 'release',
      after: { file: 'figures.csv', checksum: null, added: 2, printedAgain: 0, changed: 0, left: 0 },
    },
  ]);
});

test('plans come in as figures do: added, printed again, changed in the draft, left', async () => {
  const header = 'indicator,territory,period,set_by,target,source,value,low,high,unit_multiplier';
  const known = 'KEY_TASKS_COMPLETED,58,2024-S1,,LEVEL,NEWS_2024_06_06,4,,,0';
  const other = 'IIP,58,2030,PRIME_MINISTER,GROWTH,NEWS_2024_06_06,,15,16,';
  const plans = (...rows: string[]) => bring([header, ...rows].join('\n'), { kind: 'plans' });
  const first = await plans(known, other);
  const second = await plans(known, other.replace('16', '16.0'));
  const wrong = await refusalOf(plans(known, 'IIP,58,2030,PRIME_MINISTR,GROWTH,NEWS_2024_06_06,,16,15,', known));
  const twins = await refusalOf(plans(known, known));
  expect([first, second, wrong.fields, twins.fields[0]?.message]).toEqual([
    {
      added: 1, printedAgain: 1, changed: 0, left: 0,
      differences: [
        {
          path: 'figures.csv:2', outcome: 'PRINTED_AGAIN', subject: 'KEY_TASKS_COMPLETED 58 2024-S1 LEVEL',
          before: '3', after: '4',
        },
        {
          path: 'figures.csv:3', outcome: 'ADDED', subject: 'IIP 58 2030 PRIME_MINISTER GROWTH',
          before: null, after: '15..16',
        },
      ],
    },
    expect.objectContaining({ added: 0, printedAgain: 0, changed: 1, left: 1 }),
    [
      { path: 'figures.csv:3:high', message: 'is less than low.', value: '15' },
      expect.objectContaining({ path: 'figures.csv:3:set_by', value: 'PRIME_MINISTR' }),
    ],
    'is the same plan as figures.csv:2.',
  ]); // prettier-ignore
});
