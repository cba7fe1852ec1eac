import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { type Day, dayOf } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { DayScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { Dimension } from '../dimensions/dimension.type.js';
import { Unit } from '../units/unit.type.js';
import type { Frequency, IndicatorKind } from './indicator.entity.js';

export const IndicatorKindEnum = describedEnum('IndicatorKind', 'What an indicator measures.', {
  FLOW: 'What happened during the period: it adds up over time.',
  STOCK: 'What there was at the end of the period.',
  INDEX: 'A number relative to a base; most are published as changes.',
  RATIO: 'A share or rate; one in PERCENT changes by percentage points.',
});

export const FrequencyEnum = describedEnum('Frequency', 'How often an indicator is published.', {
  MONTHLY: 'Every month.',
  QUARTERLY: 'Every quarter.',
  HALF_YEARLY: 'Every half-year.',
  ANNUAL: 'Every year.',
});

export interface IndicatorRow {
  code: string;
  name_vi: string;
  name_en: string | null;
  definition_vi: string | null;
  definition_en: string | null;
  methodology_vi: string | null;
  methodology_en: string | null;
  kind: IndicatorKind;
  base_year: number | null;
  price_year: number | null;
  decimals: number | null;
  frequency: Frequency | null;
  next_release_on: Day | null;
  abbreviations: string[] | null;
}

@ObjectType({ implements: Node, description: 'What a figure measures.' })
export class Indicator extends Node {
  constructor(
    readonly row: IndicatorRow,
    private readonly measuredIn: Unit,
    readonly brokenDownBy: readonly Dimension[],
  ) {
    super();
  }

  get id(): string {
    return globalId('Indicator', this.row.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code, e.g. `EXPORT_TURNOVER`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => [String], {
    simple: true,
    description:
      'Abbreviations that people type for it (`XK`, `KNXK`), by which it is found; empty where none are known.',
  })
  get abbreviations(): readonly string[] {
    return this.row.abbreviations ?? [];
  }

  @Field(() => String, { nullable: true, description: 'What exactly is measured; null where it is not written down.' })
  definition(@InLanguage() language: Language): string | null {
    return this.row.definition_vi === null ? null : pick(language, this.row.definition_vi, this.row.definition_en);
  }

  @Field(() => String, {
    nullable: true,
    description: 'How it is measured, and in which form it is published; null where it is not written down.',
  })
  methodology(@InLanguage() language: Language): string | null {
    return this.row.methodology_vi === null ? null : pick(language, this.row.methodology_vi, this.row.methodology_en);
  }

  @Field(() => Unit, { simple: true, description: 'The unit of its values.' })
  get unit(): Unit {
    return this.measuredIn;
  }

  @Field(() => IndicatorKindEnum, { simple: true, description: 'What it measures.' })
  get kind(): IndicatorKind {
    return this.row.kind;
  }

  @Field(() => Int, { simple: true, nullable: true, description: 'The year an index is relative to.' })
  get baseYear(): number | null {
    return this.row.base_year;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'The year whose prices are used, for values at constant prices.',
  })
  get priceYear(): number | null {
    return this.row.price_year;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'Decimal places to show; null where the printed digits stand.',
  })
  get decimals(): number | null {
    return this.row.decimals;
  }

  @Field(() => FrequencyEnum, {
    simple: true,
    nullable: true,
    description: 'How often it is published; null where unknown.',
  })
  get frequency(): Frequency | null {
    return this.row.frequency;
  }

  @Field(() => [Dimension], { description: 'Dimensions by which it may be broken down.' })
  dimensions(@ListSize(3) first: number): readonly Dimension[] {
    return this.brokenDownBy.slice(0, first);
  }

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day on which its next figures are expected, by the calendar of who publishes them; in Asia/Ho_Chi_Minh. On that day still told, null from the next day on until another is known, and where none is known. It says nothing of what is held back for a later moment here.',
  })
  nextRelease(@Ctx() { reading }: Context): Day | null {
    const day = this.row.next_release_on;
    return day !== null && day >= dayOf(reading.moment) ? day : null;
  }
}
