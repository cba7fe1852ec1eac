import type { FastifyInstance } from 'fastify';
import { releaseFeed } from '../features/releases/release-feed.js';
import { releaseTable } from '../features/releases/release.table.js';
import type { About } from '../kernel/context.js';
import type { Readings } from '../kernel/reading.js';
import { answerOf, send } from './answer.js';
import type { Asked } from './asked.js';
import type { Readiness } from './health.route.js';
import { isUnavailable } from './errors.js';
import { languageFor } from './question.js';
import { away } from './refusal.js';

const TYPE = 'application/atom+xml; charset=utf-8';

/** `/releases.atom`: the releases that are out, for whoever wants to be told of new ones. The same for everybody. */
export function releasesAtomRoute(http: FastifyInstance, readings: Readings, about: About, readiness: Readiness): void {
  http.get('/releases.atom', { exposeHeadRoute: false }, async ({ id, method, url, headers }, reply) => {
    const asked: Asked = { id, method, url, headers, body: null };
    const answer = await feedFor(asked, readings, about);
    send(asked, reply.hijack().raw, answer, readiness);
    return reply;
  });
}

async function feedFor(asked: Asked, readings: Readings, about: About) {
  try {
    const reading = await readings.now();
    const { list } = await reading.table(releaseTable);
    const text = releaseFeed(list, about, languageFor(asked));
    return answerOf(asked, { status: 200, headers: { 'content-type': TYPE }, text }, true);
  } catch (error) {
    if (isUnavailable(error)) return away();
    throw error;
  }
}
