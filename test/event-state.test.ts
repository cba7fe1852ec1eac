import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type EventState, stateInSql, type StateFacts, stateOn } from '../src/features/events/event-state.js';
import type { CallOff } from '../src/features/events/event.entity.js';
import { storedDate } from '../src/kernel/uncertain-date.js';
import { EventFactories } from './support/event-factories.js';
import { randomFrom } from './support/random.js';
import { testServer } from './support/server.js';

const server = testServer({}, false);
const factories = new EventFactories(() => server.database);

type Case = [start: string | null, end: string | null, ...states: [day: string, state: EventState | null][]];

const dateOf = (text: string | null) => (text === null ? null : storedDate(text, false));

/** Known only as planned, not called off. */
const planned = (start: string | null, end: string | null): StateFacts => ({
  startsOn: dateOf(start),
  endsOn: dateOf(end),
  callOff: null,
  calledOffOn: null,
  isStartActual: false,
});

test.each<Case>([
  ['2024-06-13', '2024-06-18', ['2024-06-12', 'UPCOMING'], ['2024-06-13', 'RUNNING'], ['2024-06-18', 'RUNNING'], ['2024-06-19', 'OVER']],
  ['2024-06-13', null, ['2024-06-12', 'UPCOMING'], ['2024-06-13', 'RUNNING'], ['2024-06-14', 'OVER']],
  ['2024-06', null, ['2024-05-31', 'UPCOMING'], ['2024-06-01', null], ['2024-06-30', null], ['2024-07-01', 'OVER']],
  ['2024-06', '2024-06', ['2024-05-31', 'UPCOMING'], ['2024-06-15', null], ['2024-07-01', 'OVER']],
  ['2024-06', '2024-07', ['2024-06-29', null], ['2024-06-30', 'RUNNING'], ['2024-07-01', 'RUNNING'], ['2024-07-02', null], ['2024-08-01', 'OVER']],
  ['2024-06', '2024-06-10', ['2024-05-31', 'UPCOMING'], ['2024-06-09', null], ['2024-06-10', 'RUNNING'], ['2024-06-11', 'OVER']],
  ['2024-06-20', '2024-06', ['2024-06-19', 'UPCOMING'], ['2024-06-20', 'RUNNING'], ['2024-06-21', null], ['2024-06-30', null], ['2024-07-01', 'OVER']],
  ['2024-Q3/2024-Q4', null, ['2024-06-30', 'UPCOMING'], ['2024-09-01', null], ['2025-01-01', 'OVER']],
  ['2024', '2024-11-05', ['2023-12-31', 'UPCOMING'], ['2024-11-04', null], ['2024-11-05', 'RUNNING'], ['2024-11-06', 'OVER']],
  [null, '2024-06-18', ['2024-06-01', null], ['2024-06-18', 'RUNNING'], ['2024-06-19', 'OVER']],
  [null, '2024-06', ['2024-05-01', null], ['2024-06-30', null], ['2024-07-01', 'OVER']],
  [null, null, ['2024-06-18', null]],
])('from %s to %s is what every reading of the dates agrees on', (start, end, ...states) => {
  expect(states.map(([day]) => [day, stateOn(planned(start, end), day)])).toEqual(states);
}); // prettier-ignore

const CALLED_OFF: [CallOff, isStartActual: boolean, before: EventState, on: EventState, after: EventState][] = [
  ['CANCELLED', false, 'UPCOMING', 'CANCELLED', 'CANCELLED'],
  ['CANCELLED', true, 'UPCOMING', 'CANCELLED', 'CANCELLED'],
  ['POSTPONED', false, 'UPCOMING', 'POSTPONED', 'POSTPONED'],
  ['POSTPONED', true, 'UPCOMING', 'UPCOMING', 'OVER'],
];

test.each(CALLED_OFF)(
  '%s (begun: %s) holds from the day it was, unless a postponed event is known to have begun',
  (callOff, isStartActual, ...states) => {
    const facts = { ...planned('2024-06-13', '2024-06-18'), callOff, calledOffOn: '2024-06-10', isStartActual };
    expect(['2024-06-09', '2024-06-10', '2024-07-01'].map((day) => stateOn(facts, day))).toEqual(states);
  },
);

test('what is called off without any date is called off', () => {
  const facts: StateFacts = { ...planned(null, null), callOff: 'CANCELLED', calledOffOn: '2024-06-10' };
  expect([stateOn(facts, '2024-06-09'), stateOn(facts, '2024-06-10')]).toEqual([null, 'CANCELLED']);
});

test('the database says the same of every event on every day', async () => {
  const random = randomFrom(7);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const STARTS = [null, null, '2024-06-05', '2024-06-10', '2024-06', '2024-05/2024-06', '2024', '2024-Q2'];
  const ENDS = [null, null, '2024-06-10', '2024-06-12', '2024-06', '2024-07', '2024-06/2024-07', '2025'];
  for (let at = 0; at < 150; at += 1) {
    const callOff = oneOf([null, null, 'CANCELLED', 'POSTPONED']);
    await factories.event({
      name: `Hội chợ ${at}`,
      from: oneOf(STARTS) ?? undefined,
      to: oneOf(ENDS) ?? undefined,
      columns: {
        actual_start: oneOf([null, null, '2024-06-08', '2024-06']),
        actual_end: oneOf([null, null, null, '2024-06-11', '2024-07']),
        call_off: callOff,
        called_off_on: callOff && oneOf(['2024-06-01', '2024-06-10', '2024-06-30']),
      },
    });
  }
  const days = ['2023-12-31', '2024-04-30', '2024-06-05', '2024-06-08', '2024-06-10', '2024-06-11', '2024-06-12', '2024-06-30', '2024-07-31', '2025-12-31', '2026-01-01']; // prettier-ignore
  for (const day of days) expect(await inDatabase(day)).toEqual(await inMemory(day));
}, 60_000);

async function inDatabase(day: string): Promise<unknown> {
  const { rows } = await sql<{ slug: string; state: unknown }>`
    select e.slug, ${stateInSql(day)} as state from event e order by e.id`.execute(server.database.db);
  return rows.map(({ slug, state }) => [slug, state]);
}

async function inMemory(day: string): Promise<unknown> {
  const { data } = await server.ask<{ events: { nodes: { slug: string; state: unknown }[] } }>(
    `{ events(first: 500) { nodes { slug state(on: "${day}") } } }`,
  );
  const states = new Map(data.events.nodes.map(({ slug, state }) => [slug, state]));
  return Array.from({ length: states.size }, (_, at) => [`hoi-cho-${at}`, states.get(`hoi-cho-${at}`)]);
}
