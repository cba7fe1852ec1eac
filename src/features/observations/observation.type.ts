import { Field, Float, Int, ObjectType } from 'type-graphql';
import { shift } from '../../kernel/decimal.js';
import { globalId } from '../../kernel/global-id.js';
import type { Language } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { Agency } from '../agencies/agency.type.js';
import type { Breakdown } from '../dimensions/breakdown.table.js';
import { DimensionItem } from '../dimensions/dimension.type.js';
import { Indicator } from '../indicators/indicator.type.js';
import { Period } from '../periods/period.type.js';
import { Citation } from '../sources/citation.type.js';
import { Territory } from '../territories/territory.type.js';
import { Unit } from '../units/unit.type.js';
import type { ComparisonBasis, ObservationStatus } from './print.entity.js';
import { ObservationStatusEnum, Print } from './print.type.js';
import { QualifierEnum } from './qualifier.type.js';
import { changeStanding, valueStanding } from './standing.js';

export interface ObservationParts {
  rowId: string;
  asOf: string | null;
  indicator: Indicator;
  territory: Territory;
  breakdown: Breakdown;
  period: Period;
  publisher: Agency;
}

@ObjectType({
  implements: Node,
  description:
    'A figure: what one publisher says of one indicator, place, breakdown and period. Its value and each change come from the newest print that states them; every print stands beside it.',
})
export class Observation extends Node {
  readonly #prints: readonly Print[];
  readonly #value: Print | null;

  /** `prints` are those visible and known, oldest first; there is at least one. */
  constructor(
    readonly parts: ObservationParts,
    prints: readonly Print[],
  ) {
    super();
    this.#prints = prints;
    this.#value = valueStanding(prints);
  }

  get printCount(): number {
    return this.#prints.length;
  }

  get id(): string {
    return globalId('Observation', this.parts.rowId, this.parts.asOf);
  }

  @Field(() => Indicator, { simple: true, description: 'What is measured.' })
  get indicator(): Indicator {
    return this.parts.indicator;
  }

  @Field(() => Territory, { simple: true, description: 'The unit for which it was published, whatever its period.' })
  get territory(): Territory {
    return this.parts.territory;
  }

  @Field(() => [DimensionItem], {
    description: 'Items it is broken down to, at most one of each dimension; empty for the total.',
  })
  breakdown(@ListSize(5) first: number): readonly DimensionItem[] {
    return this.parts.breakdown.items.slice(0, first);
  }

  @Field(() => Period, { simple: true, description: 'The interval it is about.' })
  get period(): Period {
    return this.parts.period;
  }

  @Field(() => Agency, { simple: true, description: 'The agency answerable for the figure; part of its identity.' })
  get publisher(): Agency {
    return this.parts.publisher;
  }

  @Field(() => Unit, { simple: true, description: 'The unit of its value.' })
  get unit(): Unit {
    return this.parts.indicator.unit;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The number as printed, digits and all, in `unitMultiplier` of the unit; null where none is printed.',
  })
  get value(): string | null {
    return this.#value?.row.value ?? null;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'Power of ten of `value` (SDMX UNIT_MULT): 9 for *tỷ đồng*; null without a value.',
  })
  get unitMultiplier(): number | null {
    return this.#value?.row.unitMultiplier ?? null;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: '`value` exactly, in the unit itself: 3300.63 *tỷ đồng* is 3300630000000.',
  })
  get scaledValue(): string | null {
    return this.value === null ? null : shift(this.value, this.unitMultiplier!);
  }

  @Field(() => Float, { simple: true, nullable: true, description: '`value` as a floating-point number, for charts.' })
  get number(): number | null {
    return this.value === null ? null : Number(this.value);
  }

  @Field(() => ObservationStatusEnum, {
    simple: true,
    description: 'Status of the print the value comes from, else of the newest print.',
  })
  get status(): ObservationStatus {
    return this.#basis.row.status;
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the value.' })
  get qualifier(): Qualifier | null {
    return this.#basis.row.qualifier;
  }

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether the series breaks here: figures before and after it do not compare.',
  })
  get hasBreak(): boolean {
    return this.#basis.row.hasBreak;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Note of the print the value comes from, else of the newest print.',
  })
  note(@InLanguage() language: Language): string | null {
    return this.#basis.note(language);
  }

  @Field(() => [Print], { description: 'What was printed of it, oldest first.' })
  prints(@ListSize(20) first: number): readonly Print[] {
    return this.#prints.slice(0, first);
  }

  @Field(() => Print, {
    simple: true,
    description: 'The print the value comes from; without a value, the newest print.',
  })
  get print(): Print {
    return this.#basis;
  }

  @Field(() => Boolean, { simple: true, description: 'Whether it was printed more than once.' })
  get isRevised(): boolean {
    return this.#prints.length > 1;
  }

  @Field(() => Citation, { simple: true, description: 'Where `print` stands written.' })
  get citation(): Citation {
    return this.#basis.citation;
  }

  /** The readable print of a row. */
  printOf(rowId: string): Print {
    return this.#prints.find(({ row }) => row.printId === rowId)!;
  }

  /** The print whose change on this basis stands, null where none states one. */
  stating(basis: ComparisonBasis): Print | null {
    return changeStanding(this.#prints, basis);
  }

  /** The newest print, whatever it states. */
  get newest(): Print {
    return this.#prints.at(-1)!;
  }

  get #basis(): Print {
    return this.#value ?? this.newest;
  }
}
