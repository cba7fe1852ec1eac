import type { ApolloServer } from '@apollo/server';
import type { Kysely } from 'kysely';
import { type Actor, ANONYMOUS } from '../kernel/actor.js';
import { type About, Context } from '../kernel/context.js';
import type { Readings } from '../kernel/reading.js';
import type { Tables } from '../kernel/tables.js';
import { actorFor, Unauthenticated } from './actor.js';
import { type Answer, answerOf, type Told } from './answer.js';
import type { AnswerCache, Made } from './answer-cache.js';
import { type Asked, documentIn, linkIn, ordinaryIn, type Said } from './asked.js';
import { byApollo } from './by-apollo.js';
import { isUnavailable, unavailable } from './errors.js';
import { type Known, runKnown } from './known-run.js';
import { answerTypeFor, isJson, languageFor, questionOf } from './question.js';
import { away, MALFORMED, OTHER_TYPE, refused, unauthenticated } from './refusal.js';

/** What every request is answered with. */
export interface Served {
  apollo: ApolloServer<Context>;
  known: Known;
  readings: Readings;
  answers: AnswerCache;
  about: About;
  /** Where keys are looked up. */
  db: Kysely<Tables>;
  /** Told where the use of a key could not be noted. */
  useLost: (error: unknown) => void;
  /** Throws where a body is not well-formed. */
  readJson: (body: Buffer) => unknown;
}

/** Gives the answer to each request; at once where it is kept, before its body is even parsed. */
export type Answering = (asked: Asked) => Answer | Promise<Answer>;

export function answering(served: Served): Answering {
  const { answers, readings } = served;
  return (asked) => {
    if (asked.headers.authorization !== undefined) return answeredToNamed(served, asked);
    const question = answers.isOff ? null : questionOf(asked);
    const version = question === null ? undefined : readings.knownVersion();
    const kept = question !== null && version !== undefined ? answers.find(question, version) : undefined;
    return kept ?? answeredAnew(served, asked, question, ANONYMOUS);
  };
}

/** Who shows a key is asked for it before anything else is looked at. */
async function answeredToNamed(served: Served, asked: Asked): Promise<Answer> {
  try {
    const actor = await actorFor(asked.headers, served.db, served.useLost);
    return await answeredAnew(served, asked, null, actor);
  } catch (error) {
    if (error instanceof Unauthenticated) return unauthenticated(error);
    if (isUnavailable(error)) return away();
    throw error;
  }
}

/** Answers what is not at hand; a null question is nobody else's. */
async function answeredAnew(served: Served, asked: Asked, question: string | null, actor: Actor): Promise<Answer> {
  const { answers, readings, readJson, known } = served;
  const read = said(asked, readJson);
  if ('status' in read) return read;
  const length = documentIn(read)?.length ?? 0;
  const most = known.limits.queryCharacters;
  if (length > most) return refused(413, 'TOO_LARGE', `The document has ${length} characters; ${most} are the most.`);
  // Where the database is away, Apollo tells so.
  const reading = question === null ? null : await readings.now().catch(() => null);
  if (question === null || !reading) return (await made(served, asked, read, actor)).answer;
  return answers.once(question, reading.version, () => made(served, asked, read, actor));
}

function said({ method, url, headers, body }: Asked, readJson: Served['readJson']): Said | Answer {
  if (method === 'GET') return { body: undefined, link: linkIn(url) };
  if (body === null || !isJson(headers['content-type'])) return refused(415, 'UNSUPPORTED_MEDIA_TYPE', OTHER_TYPE);
  try {
    return { body: readJson(body), link: null };
  } catch {
    return refused(400, 'BAD_REQUEST', MALFORMED);
  }
}

async function made(served: Served, asked: Asked, read: Said, actor: Actor): Promise<Made> {
  const type = answerTypeFor(asked);
  const isPlain = type !== '' && (read.link === null || asked.headers['content-type'] === undefined);
  const ordinary = isPlain ? ordinaryIn(read) : null;
  const run = ordinary && (await runKnown(served.known, ordinary, () => contextFor(served, asked, actor)));
  if (run) return madeOf(asked, { status: 200, headers: { 'content-type': type }, text: run.text }, run.context);
  let context: Context | null = null;
  const told = await byApollo(
    served.apollo,
    asked,
    read,
    async () => (context = await contextFor(served, asked, actor)),
  );
  return madeOf(asked, told, context);
}

async function contextFor({ readings, known, about }: Served, asked: Asked, actor: Actor): Promise<Context> {
  const reading = await readings.now().catch((error: unknown) => {
    throw isUnavailable(error) ? unavailable() : error;
  });
  return new Context(readings, reading, languageFor(asked), known.limits, about, actor);
}

function madeOf(asked: Asked, told: Told, context: Context | null): Made {
  const isWhole = told.status === 200 && context?.outcome.isWhole === true;
  const keptAt = isWhole && !context.outcome.isMomentary ? context.reading.version : null;
  return { answer: answerOf(asked, told, isWhole), keptAt };
}
