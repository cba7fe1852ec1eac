import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Installation, installation } from './support/installation.js';
import { buildIfStale } from './support/process.js';

/** Its tests are chapters: each goes on where the one before it ended. */
describe('how the export of May comes out, as staff do it', () => {
  let here: Installation;
  let address: string;
  let key: string;

  beforeAll(async () => {
    buildIfStale();
    here = await installation();
    address = await here.serve().address;
  }, 120_000);
  afterAll(() => here.remove(), 60_000);

  /** What a command says, which is to do what it is told. */
  async function solieu(...words: string[]): Promise<string> {
    const { code, said, complaint } = await here.solieu(...words);
    expect({ words, code, complaint: code === 0 ? '' : said + complaint }).toEqual({ words, code: 0, complaint: '' });
    return said;
  }

  async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, ...rest } = (await response.json()) as { data: unknown; errors?: unknown };
    expect(rest).toEqual({});
    return data;
  }
  const asStaff = (query: string, variables: object = {}): Promise<unknown> =>
    ask(query, variables, { authorization: `Bearer ${key}` });

  const MAY = 'indicators: ["EXPORT_TURNOVER"], territories: ["58"], periods: ["2025-M05"]';
  const figure = (asOf?: string): Promise<unknown> =>
    ask(`{ observations(filter: { ${MAY} }${asOf ? `, asOf: "${asOf}"` : ''}) { nodes { value } } }`);
  const told = (...values: (string | null)[]): unknown => ({
    observations: { nodes: values.map((value) => ({ value })) },
  });

  const PATHS = `{
    release(code: "MAY") { code }
    releases(first: 100) { totalCount nodes { code } }
    source(code: "MAY_REPORT") { code }
    sources(first: 100) { totalCount nodes { code } }
    observations(filter: { ${MAY} }) { totalCount nodes { id value } }
    latest: observations(filter: { indicators: ["EXPORT_TURNOVER"], territories: ["58"], latest: 1 }) { nodes { period { code } } }
    availability(filter: { indicators: ["EXPORT_TURNOVER"], territories: ["58"] }) { count }
    table(filter: { indicators: ["EXPORT_TURNOVER"], territories: ["58"], periodKinds: [MONTH] }) { size values }
    search(text: "Báo cáo xuất khẩu tháng 5 năm 2025") { kind }
  }`;
  const seen = async (): Promise<unknown> => ({
    graph: await ask(PATHS),
    feed: await (await fetch(`${address}/releases.atom`)).text(),
  });

  function file(name: string, ...lines: string[]): string {
    const path = join(here.directory, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  }
  const COLUMNS =
    'indicator,territory,period,publisher,source,status,value,unit_multiplier,corrects,reason_vi,reason_en';
  const figures = (name: string, line: string): string => file(name, COLUMNS, line);

  test('an administrator makes a key, which is told once', async () => {
    key = (await solieu('keys', 'create', '--name', 'Nguyễn Lan', '--role', 'publisher')).trim();
    expect([key.length > 40, (await solieu('keys', 'list')).includes(key)]).toEqual([true, false]);
  });

  test('a draft is made and takes figures by file, of which no path tells anything', async () => {
    const before = await seen();
    const made = await asStaff(
      'mutation { createRelease(input: { code: "MAY", titleVi: "Xuất khẩu tháng 5" }) { __typename } }',
    );
    const source = 'MAY_REPORT,Báo cáo xuất khẩu tháng 5 năm 2025,DOIT_NINH_THUAN,2025-06-01';
    await solieu('import', 'sources', file('sources.csv', 'code,title,publisher,published_on', source));
    const wrong = figures('wrong.csv', 'EXPORT_TURNOVR,58,2025-M05,DOIT_NINH_THUAN,MAY_REPORT,ESTIMATED,4.1,6,,,');
    const { code, complaint } = await here.solieu('import', 'observations', wrong, '--release', 'MAY');
    const may = figures('may.csv', 'EXPORT_TURNOVER,58,2025-M05,DOIT_NINH_THUAN,MAY_REPORT,ESTIMATED,4.1,6,,,');
    await solieu('import', 'observations', may, '--release', 'MAY', '--dry-run');
    await solieu('import', 'observations', may, '--release', 'MAY');
    await solieu('check', 'MAY');
    expect([made, code, complaint.includes('wrong.csv:2:indicator'), complaint.includes('EXPORT_TURNOVER')]).toEqual([
      { createRelease: { __typename: 'ReleaseChanged' } },
      1,
      true,
      true,
    ]);
    expect(await seen()).toEqual(before);
  });

  test('it is held for two seconds, and then everybody sees it, without anything that runs', async () => {
    const before = await seen();
    const moment = new Date(Date.now() + 2000).toISOString();
    const held = await asStaff(
      'mutation ($moment: Moment!) { scheduleRelease(code: "MAY", moment: $moment) { __typename } }',
      { moment },
    );
    const meanwhile = await seen();
    await wait(Date.parse(moment) + 300 - Date.now());
    const after = (await seen()) as { graph: Record<string, unknown>; feed: string };
    expect([held, meanwhile]).toEqual([{ scheduleRelease: { __typename: 'ReleaseChanged' } }, before]);
    expect({ ...after.graph, feed: after.feed.includes('Xuất khẩu tháng 5') }).toMatchObject({
      release: { code: 'MAY' },
      releases: { totalCount: 2 },
      source: { code: 'MAY_REPORT' },
      observations: { totalCount: 1, nodes: [{ value: '4.1' }] },
      latest: { nodes: [{ period: { code: '2025-M05' } }] },
      search: [{ kind: 'SOURCE' }],
      feed: true,
    });
  });

  test('the month after a correction comes out, and what was known before can still be asked', async () => {
    const before = new Date().toISOString();
    await solieu('release', 'create', 'JUNE', '--title-vi', 'Xuất khẩu tháng 6');
    const mended = 'EXPORT_TURNOVER,58,2025-M05,DOIT_NINH_THUAN,MAY_REPORT,ESTIMATED,4.4,6,MAY,Gõ nhầm,Mistyped';
    await solieu('import', 'observations', figures('june.csv', mended), '--release', 'JUNE');
    await solieu('release', 'publish', 'JUNE');
    const prints = await ask(
      `{ observations(filter: { ${MAY} }) { nodes { prints { kind value reason corrects { value } } } } }`,
    );
    expect([await figure(before), await figure(), prints]).toEqual([
      told('4.1'),
      told('4.4'),
      {
        observations: {
          nodes: [
            {
              prints: [
                { kind: 'STATEMENT', value: '4.1', reason: null, corrects: null },
                { kind: 'CORRECTION', value: '4.4', reason: 'Mistyped', corrects: { value: '4.1' } },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('a release is withdrawn with its reason', async () => {
    const before = new Date().toISOString();
    await asStaff('mutation { withdrawRelease(code: "JUNE", reasonVi: "Nhầm", reasonEn: "Wrong") { __typename } }');
    const release = await ask('{ release(code: "JUNE") { state withdrawal { reason } } }');
    expect([await figure(before), await figure(), release]).toEqual([
      told('4.4'),
      told(null),
      { release: { state: 'WITHDRAWN', withdrawal: { reason: 'Wrong' } } },
    ]);
  });

  test('every deed is on record, and by whom', async () => {
    const trail = JSON.parse(await solieu('audit', '--json')) as { action: string; actor: string; code: string }[];
    expect(trail.map(({ actor, action, code }) => `${actor}: ${action} ${code}`).reverse()).toEqual([
      expect.stringMatching(/^command line: key.create sol_/),
      'Nguyễn Lan: release.create MAY',
      'command line: source.create MAY_REPORT',
      'command line: sources.import sources.csv',
      'command line: observations.import MAY',
      'Nguyễn Lan: release.schedule MAY',
      'command line: release.create JUNE',
      'command line: observations.import JUNE',
      'command line: release.publish JUNE',
      'Nguyễn Lan: release.withdraw JUNE',
    ]);
  });
});
