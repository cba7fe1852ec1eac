import { Field, Float, Int, ObjectType } from 'type-graphql';
import { rescale, shift, sum } from '../../kernel/decimal.js';
import { globalId } from '../../kernel/global-id.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import type { AgencyKind } from '../agencies/agency.entity.js';
import { AgencyKindEnum } from '../agencies/agency.type.js';
import type { Breakdown } from '../dimensions/breakdown.table.js';
import { DimensionItem } from '../dimensions/dimension.type.js';
import { Indicator } from '../indicators/indicator.type.js';
import { Observation } from '../observations/observation.type.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { ObservationStatusEnum } from '../observations/print.type.js';
import { Period } from '../periods/period.type.js';
import { compareTerritories } from '../territories/territory.table.js';
import { Territory } from '../territories/territory.type.js';
import { Unit } from '../units/unit.type.js';
import { partsMaking } from './whole.js';

/** The less settled first: a total is no more settled than any of its parts. */
const SETTLING: readonly ObservationStatus[] = ['FORECAST', 'ESTIMATED', 'PROVISIONAL', 'UNSPECIFIED', 'FINAL'];

@ObjectType({
  implements: Node,
  description:
    'A sum, computed by Solieu, of what was published for the predecessors of a unit: what its area had of a flow in a period before it existed. Nobody published it, so it has no publisher; its parts tell theirs. It exists only where the predecessors are all known, each of them went wholly into the unit, and of each there is one exact value for that very period by publishers of one kind; where a predecessor has none, those that made it stand in for it. A value printed with "over", "nearly" or "about" is no part. Its id carries its parts.',
})
export class PredecessorTotal extends Node {
  /** By the territory of the part, (code, validFrom). */
  readonly #parts: readonly Observation[];

  /** `PredecessorTotal.of` checks that the parts make a whole. */
  constructor(
    readonly unitOfArea: Territory,
    parts: readonly Observation[],
  ) {
    super();
    this.#parts = [...parts].sort((a, b) => compareTerritories(a.territory, b.territory));
  }

  /** The total of exactly these parts, all read as of one moment; null where they make none. */
  static of(unit: Territory, parts: readonly Observation[]): PredecessorTotal | null {
    const there = new Set(parts.map(({ territory }) => territory.row.id));
    const making = partsMaking(unit, ({ row }) => there.has(row.id));
    if (making?.length !== parts.length || there.size !== parts.length) return null;
    const isOne = parts.every((part) => addsUp(part) && areAlike(part, parts[0]!));
    return isOne ? new PredecessorTotal(unit, parts) : null;
  }

  get id(): string {
    const rows = this.#parts.map(({ parts }) => parts.rowId);
    return globalId('PredecessorTotal', [this.unitOfArea.row.id, ...rows].join('.'), this.#first.parts.asOf);
  }

  @Field(() => Indicator, { simple: true, description: 'What is measured: a flow.' })
  get indicator(): Indicator {
    return this.#first.indicator;
  }

  @Field(() => Territory, { simple: true, description: 'The unit that took over the areas of all parts.' })
  get territory(): Territory {
    return this.unitOfArea;
  }

  @Field(() => [DimensionItem], {
    description: 'Items it is broken down to, at most one of each dimension; empty for the total.',
  })
  breakdown(@ListSize(5) first: number): readonly DimensionItem[] {
    return this.brokenDown.items.slice(0, first);
  }

  @Field(() => Period, { simple: true, description: 'The interval that all parts are about.' })
  get period(): Period {
    return this.#first.period;
  }

  @Field(() => AgencyKindEnum, { simple: true, description: 'The kind that the publishers of all parts are of.' })
  get publisherKind(): AgencyKind {
    return this.#first.publisher.kind;
  }

  @Field(() => Unit, { simple: true, description: 'The unit of its value.' })
  get unit(): Unit {
    return this.#first.unit;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    description: 'The exact sum of the parts, in `unitMultiplier` of the unit, without needless zeros.',
  })
  get value(): string {
    return sum(this.#parts.map((part) => rescale(part.value!, part.unitMultiplier!, this.unitMultiplier)));
  }

  @Field(() => Int, { simple: true, description: 'Power of ten of `value`: the smallest among the parts.' })
  get unitMultiplier(): number {
    return Math.min(...this.#parts.map((part) => part.unitMultiplier!));
  }

  @Field(() => DecimalScalar, { simple: true, description: '`value` exactly, in the unit itself.' })
  get scaledValue(): string {
    return shift(this.value, this.unitMultiplier);
  }

  @Field(() => Float, { simple: true, description: '`value` as a floating-point number, for charts.' })
  get number(): number {
    return Number(this.value);
  }

  @Field(() => ObservationStatusEnum, {
    simple: true,
    description:
      'The least settled status among the parts: FORECAST where one is that, else ESTIMATED, else PROVISIONAL, else UNSPECIFIED; FINAL only where all are.',
  })
  get status(): ObservationStatus {
    return SETTLING.find((status) => this.#parts.some((part) => part.status === status)) ?? 'UNSPECIFIED';
  }

  @Field(() => [Observation], {
    description: 'The figures it sums, each as published for its own unit, by (code, validFrom) of these.',
  })
  parts(@ListSize(10) first: number): readonly Observation[] {
    return this.#parts.slice(0, first);
  }

  get brokenDown(): Breakdown {
    return this.#first.parts.breakdown;
  }

  get #first(): Observation {
    return this.#parts[0]!;
  }
}

/** Whether a figure may be added to others: an exact value of a flow. */
const addsUp = ({ indicator, value, qualifier }: Observation): boolean =>
  indicator.kind === 'FLOW' && value !== null && qualifier === null;

/** Whether two figures of different places tell the same of them, by publishers of one kind. */
const areAlike = (a: Observation, b: Observation): boolean =>
  a.indicator.code === b.indicator.code &&
  a.parts.breakdown === b.parts.breakdown &&
  a.period.id === b.period.id &&
  a.publisher.kind === b.publisher.kind;
