import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { change } from './support/release-changes.js';
import { testServer } from './support/server.js';

const server = testServer({ PUBLIC_URL: 'https://data.example.vn/' });

const feed = (headers: Record<string, string> = { 'accept-language': 'en' }) =>
  server.http.inject({ url: '/releases.atom', headers });

const LINK = /https:[^"]*graphql[^"]*/;

/** The codes of its entries, in their order. */
const entries = async (): Promise<string[]> =>
  [...(await feed()).body.matchAll(/<id>[^<]*#([^<]*)<\/id>/g)].map(([, code]) => code!);

test('the feed holds what is out, as Atom, for whoever asks', async () => {
  const { statusCode, headers, body } = await feed();
  expect([
    statusCode,
    headers['content-type'],
    headers['cache-control'],
    headers.vary,
    body.replace(LINK, 'LINK'),
  ]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
    'public, max-age=0, must-revalidate',
    'Accept, Accept-Language',
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
    <id>https://data.example.vn/releases.atom</id>
    <title>Figures published</title>
    <updated>2025-11-30T17:00:00.000Z</updated>
    <generator>Solieu</generator>
    <author>
        <name>Solieu</name>
        <uri>https://data.example.vn/</uri>
    </author>
    <link rel="alternate" href="https://data.example.vn/"/>
    <link rel="self" href="https://data.example.vn/releases.atom"/>
    <rights>CC BY 4.0</rights>
    <entry>
        <title type="html"><![CDATA[Initial load]]></title>
        <id>https://data.example.vn/releases.atom#INITIAL_LOAD</id>
        <link href="LINK"/>
        <updated>2025-11-30T17:00:00.000Z</updated>
        <published>2025-11-30T17:00:00.000Z</published>
    </entry>
</feed>`,
  ]);
});

test('an entry links to what the release brought', async () => {
  const link = new URL(LINK.exec((await feed()).body)![0]);
  const { data } = (await server.http.inject({ url: link.pathname + link.search })).json<{ data: object }>();
  expect(data).toMatchObject({ release: { state: 'PUBLISHED', observations: { totalCount: expect.any(Number) } } });
});

test('a reader that has it is told so', async () => {
  const { headers } = await feed();
  const again = await feed({ 'accept-language': 'en', 'if-none-match': String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('a release comes in at its moment, the newest first, and never before, announced or not', async () => {
  const seen = [await entries()];
  for (const [code, announce] of [['SOON', true], ['SILENT', false]] as const) {
    await change(server, 'EDITOR', `createRelease(input: { code: "${code}", titleVi: "Số <liệu> & ]]>", coversVi: "A & B" })`);
    await server.figures.print({ release: code, indicator: code, period: '2024-M06', value: '7' });
    const moment = new Date(Date.now() + (announce ? 2000 : 2001)).toISOString();
    await change(server, 'PUBLISHER', `scheduleRelease(code: "${code}", moment: "${moment}", announce: ${String(announce)})`);
  } // prettier-ignore
  seen.push(await entries());
  await wait(2200);
  seen.push(await entries());
  expect(seen).toEqual([['INITIAL_LOAD'], ['INITIAL_LOAD'], ['SILENT', 'SOON', 'INITIAL_LOAD']]);
});

test('its texts are text, whatever they hold, and in Vietnamese unless told', async () => {
  const { body } = await feed({});
  const title = 'Số &lt;liệu> &amp; ]]]]><![CDATA[>';
  expect([body.split(`[CDATA[${title}]]></title>`).length, body.split('[CDATA[A &amp; B]]></summary>').length]).toEqual(
    [3, 3],
  );
});

test('what was taken back says so, and why, and was changed at that moment', async () => {
  await change(server, 'PUBLISHER', 'withdrawRelease(code: "SOON", reasonVi: "Nhầm kỳ", reasonEn: "Wrong period")');
  const { body } = await feed();
  const { data } = await server.ask<{ release: { publishedAt: string } }>(
    '{ release(code: "SOON_WITHDRAWN") { publishedAt } }',
  );
  const moment = new Date(data.release.publishedAt).toISOString();
  expect([
    await entries(),
    /Withdrawn: [^\]]*/.exec(body)?.[0],
    body.split(`<updated>${moment}</updated>`).length,
  ]).toEqual([['SOON_WITHDRAWN', 'SILENT', 'SOON', 'INITIAL_LOAD'], 'Withdrawn: Wrong period — A &amp; B', 4]);
});
