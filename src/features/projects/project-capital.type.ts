import { Field, Int, ObjectType } from 'type-graphql';
import { shift } from '../../kernel/decimal.js';
import { type Language, pickIfAny } from '../../kernel/language.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { parseUncertainDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { QualifierEnum } from '../observations/qualifier.type.js';
import { Citation } from '../sources/citation.type.js';
import { Unit } from '../units/unit.type.js';

export interface ProjectCapitalRow {
  project_id: number;
  stated_on: string | null;
  stated_inferred: boolean;
  value: string;
  unit_id: number;
  unit_multiplier: number;
  qualifier: Qualifier | null;
  is_preliminary: boolean;
  decision: string | null;
  note_vi: string | null;
  note_en: string | null;
  source_id: number;
  locator: string | null;
}

@ObjectType({ description: 'The capital of a project as one document states it; later documents revise it.' })
export class ProjectCapital {
  constructor(
    private readonly row: ProjectCapitalRow,
    unit: Unit,
    citation: Citation,
  ) {
    this.unit = unit;
    this.citation = citation;
  }

  @Field(() => DecimalScalar, { simple: true, description: 'The number as printed.' })
  get value(): string {
    return this.row.value;
  }

  @Field(() => Unit, { simple: true, description: 'The currency.' })
  readonly unit: Unit;

  @Field(() => Int, {
    simple: true,
    description: 'Power of ten of `value` (SDMX UNIT_MULT): 9 for *tỷ đồng*, billions.',
  })
  get unitMultiplier(): number {
    return this.row.unit_multiplier;
  }

  @Field(() => DecimalScalar, { simple: true, description: '`value` exactly, in the unit itself.' })
  get scaledValue(): string {
    return shift(this.row.value, this.row.unit_multiplier);
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the number.' })
  get qualifier(): Qualifier | null {
    return this.row.qualifier;
  }

  @Field(() => Boolean, { simple: true, description: 'Whether the document calls it preliminary (*sơ bộ*).' })
  get isPreliminary(): boolean {
    return this.row.is_preliminary;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Number of the decision that sets it; null where none is named.',
  })
  get decision(): string | null {
    return this.row.decision;
  }

  @Field(() => String, { nullable: true, description: 'What it includes, or why it changed.' })
  note(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.note_vi, this.row.note_en);
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'When it was stated, as exactly as is known; null where unknown.',
  })
  get statedOn(): UncertainDate | null {
    return this.row.stated_on === null ? null : parseUncertainDate(this.row.stated_on, this.row.stated_inferred);
  }

  @Field(() => Citation, { simple: true, description: 'Where it is written.' })
  readonly citation: Citation;
}
