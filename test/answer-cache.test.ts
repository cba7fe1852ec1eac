import { expect, test } from '@jest/globals';
import type { Answer } from '../src/http/answer.js';
import { AnswerCache, type Made } from '../src/http/answer-cache.js';

const answer = (bytes: number, status = 200): Answer => ({ status, headers: {}, body: Buffer.alloc(bytes) });
const lasting =
  (bytes: number, keptAt = 'v1') =>
  () =>
    Promise.resolve<Made>({ answer: answer(bytes), keptAt });

/** Makes answers only when told to, and counts them. */
function slow(...made: Made[]): { make: () => Promise<Made>; go: () => void; count: () => number } {
  let count = 0;
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  return {
    make: async () => {
      const nth = count++;
      await gate;
      return made[Math.min(nth, made.length - 1)]!;
    },
    go: () => go(),
    count: () => count,
  };
}

test('an answer is found under its question and the version that it was made of, until the version moves', async () => {
  const cache = new AnswerCache(100_000);
  await cache.once('a', 'v1', lasting(10));
  const found = [cache.find('a', 'v1'), cache.find('b', 'v1'), cache.find('a', 'v2'), cache.find('a', 'v1')];
  expect([found.map((one) => one?.body.length), cache.size]).toEqual([[10, undefined, undefined, undefined], 0]);
});

test('what was made of another version than it was asked at is not kept', async () => {
  const cache = new AnswerCache(100_000);
  await cache.once('a', 'v1', lasting(10, 'v2'));
  expect([cache.find('a', 'v1'), cache.find('a', 'v2')]).toEqual([undefined, undefined]);
});

test('many large answers and long questions never take more than the bound, and one too large is not kept', async () => {
  const cache = new AnswerCache(100_000);
  let most = 0;
  for (let nth = 0; nth < 200; nth += 1) {
    await cache.once(`${'q'.repeat(2000)}${nth}`, 'v1', lasting(5000));
    most = Math.max(most, cache.size);
  }
  await cache.once('large', 'v1', lasting(13_000));
  expect([most <= 100_000, most > 80_000, cache.find('large', 'v1')]).toEqual([true, true, undefined]);
});

test('who asks the same at once waits for one answer', async () => {
  const cache = new AnswerCache(100_000);
  const { make, go, count } = slow({ answer: answer(10), keptAt: 'v1' });
  const asked = Array.from({ length: 5 }, () => cache.once('a', 'v1', make));
  go();
  const answers = await Promise.all(asked);
  expect([count(), answers.map(({ body }) => body.length)]).toEqual([1, [10, 10, 10, 10, 10]]);
});

test.each([
  ['is not for all', { answer: answer(10), keptAt: null }, 3],
  ['is that the server is busy', { answer: answer(1, 503), keptAt: null }, 1],
])('where the first answer %s, the others are answered accordingly', async (_, first: Made, times) => {
  const cache = new AnswerCache(100_000);
  const { make, go, count } = slow(first, { answer: answer(20), keptAt: null });
  const asked = [1, 2, 3].map(() => cache.once('a', 'v1', make));
  go();
  const lengths = (await Promise.all(asked)).map(({ body }) => body.length);
  expect([count(), lengths[0], cache.size]).toEqual([times, first.answer.body.length, 0]);
});

test('where the first fails, the others try for themselves, and nothing is left behind', async () => {
  const cache = new AnswerCache(100_000);
  let count = 0;
  const make = async (): Promise<Made> => {
    count += 1;
    await Promise.resolve();
    if (count === 1) throw new Error('gone');
    return { answer: answer(10), keptAt: 'v1' };
  };
  const answers = await Promise.allSettled([cache.once('a', 'v1', make), cache.once('a', 'v1', make)]);
  await cache.once('a', 'v1', make);
  expect([answers.map(({ status }) => status), count]).toEqual([['rejected', 'fulfilled'], 3]);
});
