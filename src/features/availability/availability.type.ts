import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { ListSize } from '../../kernel/list-size.js';
import { Agency } from '../agencies/agency.type.js';
import { Dimension, DimensionItem } from '../dimensions/dimension.type.js';
import { Indicator } from '../indicators/indicator.type.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { ObservationStatusEnum } from '../observations/print.type.js';
import { Period } from '../periods/period.type.js';
import { Source } from '../sources/source.type.js';
import { Territory } from '../territories/territory.type.js';

const COUNT = { simple: true, description: 'How many figures have it under the filter.' } as const;

/** A thing that figures under the filter have, with how many. */
function countedOf<K extends string, T extends object>(name: string, field: K, thing: () => ClassType<T>) {
  @ObjectType(name, { simpleResolvers: true, description: `A ${field} of figures under the filter.` })
  class Counted {
    @Field(() => Int, COUNT)
    count!: number;
  }
  Field(() => thing(), { simple: true, description: `The ${field}.` })(Counted.prototype, field);
  return Counted as unknown as ClassType<{ count: number } & Record<K, T>>;
}

export const AvailableTerritory = countedOf('AvailableTerritory', 'territory', () => Territory);
export const AvailablePeriod = countedOf('AvailablePeriod', 'period', () => Period);
export const AvailablePublisher = countedOf('AvailablePublisher', 'publisher', () => Agency);
export const AvailableSource = countedOf('AvailableSource', 'source', () => Source);
export const AvailableItem = countedOf('AvailableItem', 'item', () => DimensionItem);

@ObjectType({ simpleResolvers: true, description: 'A status of figures under the filter.' })
export class AvailableStatus {
  @Field(() => ObservationStatusEnum, { description: 'The status.' })
  status!: ObservationStatus;

  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ description: 'An indicator of figures under the filter.' })
export class AvailableIndicator {
  @Field(() => Indicator, { simple: true, description: 'The indicator.' })
  readonly indicator: Indicator;

  @Field(() => Int, COUNT)
  readonly count: number;

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether totals are among them; without, it answers only a filter that names a breakdown.',
  })
  readonly hasTotals: boolean;

  constructor(
    counted: { indicator: Indicator; count: number; hasTotals: boolean },
    private readonly brokenDownBy: readonly Dimension[],
  ) {
    ({ indicator: this.indicator, count: this.count, hasTotals: this.hasTotals } = counted);
  }

  @Field(() => [Dimension], { description: 'Dimensions by which some of them are broken down, by code.' })
  dimensions(@ListSize(4) first: number): readonly Dimension[] {
    return this.brokenDownBy.slice(0, first);
  }
}

/** What is there under a filter, in the default orders. */
export interface Found {
  count: number;
  indicators: AvailableIndicator[];
  territories: { territory: Territory; count: number }[];
  items: { item: DimensionItem; count: number }[];
  periods: { period: Period; count: number }[];
  publishers: { publisher: Agency; count: number }[];
  statuses: AvailableStatus[];
  sources: () => Promise<{ source: Source; count: number }[]>;
}

@ObjectType({
  description:
    'Which codes exist under a filter, each with the number of figures. Without breakdowns in the filter every breakdown counts, not only totals.',
})
export class Availability {
  constructor(private readonly found: Found) {}

  @Field(() => Int, {
    simple: true,
    description: 'How many figures there are under the filter, all breakdowns included unless it names some.',
  })
  get count(): number {
    return this.found.count;
  }

  @Field(() => [AvailableIndicator], { description: 'Indicators, by code.' })
  indicators(@ListSize(100) first: number): AvailableIndicator[] {
    return this.found.indicators.slice(0, first);
  }

  @Field(() => [AvailableTerritory], { description: 'Territories, by (code, validFrom).' })
  territories(@ListSize(100) first: number): object[] {
    return this.found.territories.slice(0, first);
  }

  @Field(() => [AvailableItem], {
    description: "Items of breakdowns, by dimension, in the classification's order. Totals are not among them.",
  })
  items(@ListSize(100) first: number): object[] {
    return this.found.items.slice(0, first);
  }

  @Field(() => [AvailablePeriod], { description: 'Periods, by (end, length).' })
  periods(@ListSize(100) first: number): object[] {
    return this.found.periods.slice(0, first);
  }

  @Field(() => [AvailablePublisher], { description: 'Publishers, by code.' })
  publishers(@ListSize(100) first: number): object[] {
    return this.found.publishers.slice(0, first);
  }

  @Field(() => [AvailableStatus], { simple: true, description: 'Statuses, the surest first.' })
  get statuses(): AvailableStatus[] {
    return this.found.statuses;
  }

  @Field(() => [AvailableSource], { description: 'Sources that print something of them, by code.' })
  async sources(@ListSize(100) first: number): Promise<object[]> {
    return (await this.found.sources()).slice(0, first);
  }
}
