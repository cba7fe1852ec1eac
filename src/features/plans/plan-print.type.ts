import { Field, Int, ObjectType } from 'type-graphql';
import { type Language, pick } from '../../kernel/language.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar, MomentScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { type PrintKind, printKind, PrintKindEnum } from '../observations/print.type.js';
import { QualifierEnum } from '../observations/qualifier.type.js';
import { Release } from '../releases/release.type.js';
import { Citation } from '../sources/citation.type.js';

export interface PlanPrintRow {
  printId: string;
  source: Citation['source'];
  release: Release;
  locator: string | null;
  value: string | null;
  low: string | null;
  high: string | null;
  unitMultiplier: number | null;
  qualifier: Qualifier | null;
  noteVi: string | null;
  noteEn: string | null;
  correctsId: string | null;
  isWithdrawal: boolean;
  reasonVi: string | null;
  reasonEn: string | null;
  knownFrom: string;
}

@ObjectType({ description: 'What one document stated of a plan: a value, a range, or only that there is one.' })
export class PlanPrint {
  constructor(
    readonly row: PlanPrintRow,
    private readonly before: readonly PlanPrint[],
  ) {}

  @Field(() => PrintKindEnum, { simple: true, description: 'What it does to those before it.' })
  get kind(): PrintKind {
    return printKind(this.row);
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The number as printed; null for a range or where none is stated.',
  })
  get value(): string | null {
    return this.row.value;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'Low end of a range.' })
  get low(): string | null {
    return this.row.low;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'High end of a range.' })
  get high(): string | null {
    return this.row.high;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'Power of ten of the numbers of a LEVEL; null for a GROWTH.',
  })
  get unitMultiplier(): number | null {
    return this.row.unitMultiplier;
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the number.' })
  get qualifier(): Qualifier | null {
    return this.row.qualifier;
  }

  @Field(() => String, { nullable: true, description: 'Note.' })
  note(@InLanguage() language: Language): string | null {
    return this.row.noteVi === null ? null : pick(language, this.row.noteVi, this.row.noteEn);
  }

  @Field(() => PlanPrint, { simple: true, nullable: true, description: 'The print that a correction mends.' })
  get corrects(): PlanPrint | null {
    return this.before.find((print) => print.row.printId === this.row.correctsId) ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Why it corrects or withdraws.' })
  reason(@InLanguage() language: Language): string | null {
    return this.row.reasonVi === null ? null : pick(language, this.row.reasonVi, this.row.reasonEn);
  }

  @Field(() => Citation, { simple: true, description: 'The document and the place in it.' })
  get citation(): Citation {
    return new Citation(this.row.source, this.row.locator);
  }

  @Field(() => UncertainDateType, { simple: true, description: 'When the document was published.' })
  get publishedOn(): UncertainDateType {
    return this.row.source.publishedOn!;
  }

  @Field(() => Release, { simple: true, description: 'The release that brought it here.' })
  get release(): Release {
    return this.row.release;
  }

  @Field(() => MomentScalar, { simple: true, description: 'The moment from which it could be known.' })
  get knownFrom(): string {
    return this.row.knownFrom;
  }
}
