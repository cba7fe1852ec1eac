import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { type Language, pick } from '../../kernel/language.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import { DecimalScalar, MomentScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Release } from '../releases/release.type.js';
import { Citation } from '../sources/citation.type.js';
import { Change, ComparisonBasisEnum } from './change.type.js';
import type { ComparisonBasis, ObservationStatus, StoredChanges } from './print.entity.js';
import { knownFrom } from './known-from.js';
import { QualifierEnum } from './qualifier.type.js';

export const ObservationStatusEnum = describedEnum('ObservationStatus', 'How sure a figure is, or why there is none.', {
  FINAL: 'Final: *chính thức*, *thực hiện*. SDMX A.',
  PROVISIONAL: 'Provisional: *sơ bộ*. SDMX P.',
  ESTIMATED: 'Estimated: *ước tính*, *ước đạt*. SDMX E.',
  FORECAST: 'Forecast: *dự kiến*. SDMX F.',
  UNSPECIFIED: 'The document does not say. SDMX has no code for it.',
  MISSING: 'No figure, for a reason not told. SDMX O.',
  NOT_COLLECTED: 'No figure: it was not collected. SDMX L.',
  NOT_APPLICABLE: 'No figure: there can be none. SDMX M.',
  SUPPRESSED: 'No figure: it is not published. SDMX Q.',
});

export const PrintKindEnum = describedEnum('PrintKind', 'What a print does to those before it.', {
  STATEMENT: 'States what its document says; what it does not mention it leaves standing.',
  CORRECTION: 'Mends our own transcription of the same document.',
  WITHDRAWAL: 'Takes the figure back: nothing stands any more.',
});
export type PrintKind = keyof typeof PrintKindEnum;

export function printKind({ isWithdrawal, correctsId }: Pick<PrintRow, 'isWithdrawal' | 'correctsId'>): PrintKind {
  if (isWithdrawal) return 'WITHDRAWAL';
  return correctsId === null ? 'STATEMENT' : 'CORRECTION';
}

const BASES = Object.keys(ComparisonBasisEnum) as ComparisonBasis[];

export interface PrintRow {
  printId: string;
  source: Citation['source'];
  release: Release;
  locator: string | null;
  status: ObservationStatus;
  value: string | null;
  unitMultiplier: number | null;
  qualifier: Qualifier | null;
  changes: StoredChanges;
  hasBreak: boolean;
  noteVi: string | null;
  noteEn: string | null;
  correctsId: string | null;
  isWithdrawal: boolean;
  reasonVi: string | null;
  reasonEn: string | null;
}

@ObjectType({
  description:
    'What one document stated about a figure. A print is never changed once published: later ones stand beside it.',
})
export class Print {
  constructor(
    readonly row: PrintRow,
    private readonly before: readonly Print[],
  ) {}

  @Field(() => PrintKindEnum, { simple: true, description: 'What it does to those before it.' })
  get kind(): PrintKind {
    return printKind(this.row);
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The number as printed, in `unitMultiplier` of the unit; null where the print states none.',
  })
  get value(): string | null {
    return this.row.value;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'Power of ten of the printed number (SDMX UNIT_MULT): 9 for *tỷ đồng*.',
  })
  get unitMultiplier(): number | null {
    return this.row.unitMultiplier;
  }

  @Field(() => ObservationStatusEnum, { simple: true, description: 'Status that the print states.' })
  get status(): ObservationStatus {
    return this.row.status;
  }

  @Field(() => QualifierEnum, { simple: true, nullable: true, description: 'Word printed before the number.' })
  get qualifier(): Qualifier | null {
    return this.row.qualifier;
  }

  @Field(() => [Change], { simple: true, description: 'Changes that the print states.' })
  get changes(): Change[] {
    return BASES.filter((basis) => this.row.changes[basis]).map((basis) => Change.printed(basis, this));
  }

  @Field(() => Boolean, { simple: true, description: 'Whether the series breaks at this figure.' })
  get hasBreak(): boolean {
    return this.row.hasBreak;
  }

  @Field(() => String, { nullable: true, description: 'Note.' })
  note(@InLanguage() language: Language): string | null {
    return this.row.noteVi === null ? null : pick(language, this.row.noteVi, this.row.noteEn);
  }

  @Field(() => Print, { simple: true, nullable: true, description: 'The print that a correction mends.' })
  get corrects(): Print | null {
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

  @Field(() => MomentScalar, {
    simple: true,
    description: 'The moment from which it could be known: `asOf` before it does not see it.',
  })
  get knownFrom(): string {
    return knownFrom(this.row);
  }
}
