import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import type { CallOff } from './event.entity.js';

export type EventState = 'UPCOMING' | 'RUNNING' | 'OVER' | CallOff;

/** What the state of an event is judged by. */
export interface StateFacts {
  startsOn: Extent | null;
  endsOn: Extent | null;
  callOff: CallOff | null;
  /** The day on which it was called off. */
  calledOffOn: Day | null;
  /** Whether it is known when it really began. */
  isStartActual: boolean;
}

type Extent = Pick<UncertainDate, 'earliest' | 'latest'>;

/** Stand in for a bound that nobody knows. */
const [BEFORE_ALL, AFTER_ALL] = ['0000-00-00', '9999-99-99'];

/**
 * The state on a day, where every start and end that the dates leave open agree on it; else null. An end that nobody knows is
 * the day of the start. From the day it was called off that is the state, unless a postponed event is known to have begun.
 * Mirrored by `stateInSql`.
 */
export function stateOn(facts: StateFacts, day: Day): EventState | null {
  const { callOff, calledOffOn, isStartActual } = facts;
  const isCalledOff = calledOffOn !== null && calledOffOn <= day && (callOff === 'CANCELLED' || !isStartActual);
  return isCalledOff ? callOff : stateByDates(facts, day);
}

function stateByDates({ startsOn, endsOn }: StateFacts, day: Day): EventState | null {
  const ends = endsOn ?? startsOn;
  if (ends === null) return null;
  const starts = startsOn ?? { earliest: BEFORE_ALL, latest: AFTER_ALL };
  if (day < starts.earliest) return 'UPCOMING';
  if (day > ends.latest) return 'OVER';
  // It starts no later than it ends, and ends no earlier than it starts: one date narrows the other.
  const hasBegun = starts.latest <= day || ends.latest <= day;
  const goesOn = day <= ends.earliest || day <= starts.earliest;
  return hasBegun && goesOn ? 'RUNNING' : null;
}

/** The state of row `e` of the table of events on a day: as `stateOn`. */
export const stateInSql = (day: Day): RawBuilder<EventState | null> => sql<EventState | null>`case
  when e.called_off_on <= ${day}::date and (e.call_off = 'CANCELLED' or e.actual_start is null) then e.call_off
  when ${day}::date < e.starts_earliest then 'UPCOMING'
  when ${day}::date > coalesce(e.ends_latest, e.starts_latest) then 'OVER'
  when ${day}::date >= least(e.starts_latest, e.ends_latest)
    and ${day}::date <= greatest(e.starts_earliest, coalesce(e.ends_earliest, e.starts_earliest)) then 'RUNNING' end`;

/** Whether row `e` may lie on one of the days from one to another; a start that nobody knows may have been long before. */
export function mayLieWithin(from: Day | null, to: Day | null): RawBuilder<boolean>[] {
  return [
    ...(from === null ? [] : [sql<boolean>`coalesce(e.ends_latest, e.starts_latest) >= ${from}::date`]),
    ...(to === null ? [] : [sql<boolean>`coalesce(e.starts_earliest <= ${to}::date, e.ends_latest is not null)`]),
  ];
}
