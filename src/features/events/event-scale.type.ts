import { Field, Int, ObjectType } from 'type-graphql';
import { shift } from '../../kernel/decimal.js';
import { type Language, pick } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { QualifierEnum } from '../observations/qualifier.type.js';
import { Unit } from '../units/unit.type.js';

@ObjectType({ simpleResolvers: true, description: 'A number of things as a document states it.' })
export class Count {
  @Field(() => Int, { description: 'The number.' })
  value!: number;

  @Field(() => QualifierEnum, { nullable: true, description: 'Word printed before it.' })
  qualifier!: Qualifier | null;
}

@ObjectType({ description: 'A part of the booths of an event, with a name of its own.' })
export class EventZone {
  constructor(
    private readonly name_vi: string,
    private readonly name_en: string | null,
    booths: Count | null,
  ) {
    this.booths = booths;
  }

  @Field(() => String, { description: 'The name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.name_vi, this.name_en);
  }

  @Field(() => Count, { simple: true, nullable: true, description: 'How many booths; null where not stated.' })
  readonly booths: Count | null;
}

type Counted = 'booths' | 'firms' | 'displayedProducts' | 'localities';

@ObjectType({ description: 'How large an event is. What is not stated is null.' })
export class EventScale {
  constructor(
    private readonly counts: Record<Counted, Count | null>,
    private readonly parts: readonly EventZone[],
  ) {}

  @Field(() => Count, { simple: true, nullable: true, description: 'Booths; a standard one is 3 × 3 m.' })
  get booths(): Count | null {
    return this.counts.booths;
  }

  @Field(() => Count, { simple: true, nullable: true, description: 'Firms, cooperatives and others that show goods.' })
  get firms(): Count | null {
    return this.counts.firms;
  }

  @Field(() => Count, { simple: true, nullable: true, description: 'Products shown.' })
  get displayedProducts(): Count | null {
    return this.counts.displayedProducts;
  }

  @Field(() => Count, { simple: true, nullable: true, description: 'Provinces or other places that take part.' })
  get localities(): Count | null {
    return this.counts.localities;
  }

  @Field(() => [EventZone], { description: 'Its booths by zone; empty where no zones are stated.' })
  zones(@ListSize(50) first: number): readonly EventZone[] {
    return this.parts.slice(0, first);
  }
}

@ObjectType({ simpleResolvers: true, description: 'For how much was sold.' })
export class Turnover {
  @Field(() => DecimalScalar, { description: 'The number as printed, in `unitMultiplier` of the unit.' })
  value!: string;

  @Field(() => Int, { description: 'Power of ten of `value` (SDMX UNIT_MULT): 9 for *tỷ đồng*.' })
  unitMultiplier!: number;

  @Field(() => Unit, { description: 'The currency.' })
  unit!: Unit;

  @Field(() => QualifierEnum, { nullable: true, description: 'Word printed before the number.' })
  qualifier!: Qualifier | null;

  @Field(() => DecimalScalar, { description: '`value` exactly, in the unit itself.' })
  scaledValue!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of an event. What is not stated is null.' })
export class EventResults {
  @Field(() => Count, { nullable: true, description: 'Visitors.' })
  visitors!: Count | null;

  @Field(() => Turnover, { nullable: true, description: 'For how much was sold.' })
  turnover!: Turnover | null;

  @Field(() => Count, { nullable: true, description: 'Contracts and memoranda signed.' })
  contracts!: Count | null;
}

/** A turnover whose `scaledValue` follows from the rest. */
export const turnoverOf = (printed: Omit<Turnover, 'scaledValue'>): Turnover => ({
  ...printed,
  scaledValue: shift(printed.value, printed.unitMultiplier),
});
