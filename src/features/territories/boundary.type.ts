import { Field, ObjectType } from 'type-graphql';
import { type Day, dayOf } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { ListSize } from '../../kernel/list-size.js';
import type { Reading } from '../../kernel/reading.js';
import { type Whereabouts, whereaboutsOn } from './boundary.js';
import { Territory } from './territory.type.js';

export const BoundariesEnum = describedEnum('Boundaries', 'On whose boundaries figures are asked.', {
  AS_PUBLISHED: 'On those of their time: the units named and no others.',
  TODAY:
    'On those of today (Asia/Ho_Chi_Minh): each unit named is replaced by its successors, and theirs, up to the units valid today, and the figures of all predecessors of these are added: `58` asks for `56@2025-07-01`, `56@2025-06-30` and `58`. A unit named for a day (`56@2024-06-06`) is replaced likewise; a unit valid today stays and brings its predecessors; a unit that no listed unit of today took over stays as it is. Every figure is what was published for its own unit: nothing is chained, apportioned or summed. `edges { boundary }` and the TERRITORY items of a table tell how each unit stands to those of today.',
});
export type Boundaries = keyof typeof BoundariesEnum;

export const BoundaryRelationEnum = describedEnum('BoundaryRelation', 'How a unit stands to the units of today.', {
  SAME: 'It is a unit of today itself.',
  WHOLLY_WITHIN: 'It is no more, and all of its area lies in one unit of today.',
  SPLIT: 'It is no more, and its area was split over several units, listed or not.',
  UNTRACED:
    'It is not valid today, and none of our units is known to hold its area: it was abolished without a successor, or its successor is not listed.',
});
export type BoundaryRelation = keyof typeof BoundaryRelationEnum;

@ObjectType({ description: 'How the unit of a figure stands to the units of today, whatever was asked.' })
export class Boundary {
  constructor(
    private readonly whereabouts: Whereabouts,
    private readonly isOfToday: boolean,
  ) {}

  @Field(() => BoundaryRelationEnum, { simple: true, description: 'How the unit stands to those of today.' })
  get relation(): BoundaryRelation {
    const { units, lost } = this.whereabouts;
    if (this.isOfToday) return 'SAME';
    if (units.length + lost > 1) return 'SPLIT';
    return units.length === 1 ? 'WHOLLY_WITHIN' : 'UNTRACED';
  }

  @Field(() => Boolean, { simple: true, description: 'Whether its area was split over several units.' })
  get isSplit(): boolean {
    return this.relation === 'SPLIT';
  }

  @Field(() => [Territory], {
    description: 'The listed units of today that hold its area or parts of it, by (code, validFrom).',
  })
  today(@ListSize(5) first: number): Territory[] {
    return this.whereabouts.units.slice(0, first);
  }
}

/** The boundaries of units on the day of a reading. */
export function boundaryToday(reading: Reading): (unit: Territory) => Boundary {
  const today: Day = dayOf(reading.moment);
  return (unit) => new Boundary(whereaboutsOn(unit, today), unit.isValidOn(today));
}
