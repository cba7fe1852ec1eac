import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { type Language, pickIfAny } from '../../kernel/language.js';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { parseUncertainDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { OcopCriteria } from '../groups/group.type.js';
import { Citation } from '../sources/citation.type.js';
import type { AuthorityLevel, RecognitionKind } from './recognition.entity.js';
import { type Validity, validityOf } from './validity.js';

export const RecognitionKindEnum = describedEnum('RecognitionKind', 'By what a product is recognised.', {
  OCOP: 'A certificate of the national programme *One Commune One Product*, with its stars; valid for 36 months.',
  OCOP_POTENTIAL_FIVE_STAR:
    'The council of the province gave 90 points or more, and the centre has not decided on five stars; counted valid for 36 months.',
  GEOGRAPHICAL_INDICATION: 'A protected geographical indication; without end.',
  COLLECTIVE_MARK: 'A registered mark that members of an organisation use.',
  CERTIFICATION_MARK: 'A registered mark that its owner lets others use who meet its conditions.',
  SPECIALTY: 'On a list of specialty products. Not a certificate.',
  SPECIALTY_CANDIDATE: 'On a list of products that may become specialties. Recognises nothing yet.',
  OCOP_CANDIDATE: 'Named to take part in OCOP. Recognises nothing yet.',
});

/** Kinds that recognise nothing yet: they make no product valid. */
export const CANDIDATES: readonly RecognitionKind[] = ['SPECIALTY_CANDIDATE', 'OCOP_CANDIDATE'];

export const AuthorityLevelEnum = describedEnum('AuthorityLevel', 'Level of the authority that recognised a product.', {
  DISTRICT: 'A district, until districts ended on 2025-07-01.',
  PROVINCE: 'A province or a centrally run city.',
  CENTRAL: 'The centre: a ministry or the council of the programme.',
});

export const CertaintyEnum = describedEnum('Certainty', 'How sure it is that something is in force on a day.', {
  CERTAIN: 'In force, however the dates that are not exact may fall.',
  POSSIBLE: 'In force if they fall so.',
});

@ObjectType({
  simpleResolvers: true,
  description: 'First and last day of being in force, both included.',
})
export class ValiditySpan {
  @Field(() => DayScalar, { description: 'First day.' })
  from!: Day;

  @Field(() => DayScalar, { nullable: true, description: 'Last day; null where there is no end.' })
  until!: Day | null;
}

export interface RecognitionRow {
  kind: RecognitionKind;
  stars: number | null;
  score: string | null;
  authority_vi: string | null;
  authority_en: string | null;
  authority_level: AuthorityLevel | null;
  decision: string | null;
  issued_on: string | null;
  issued_inferred: boolean;
  valid_until: string | null;
  area_vi: string | null;
  area_en: string | null;
  owner_vi: string | null;
  owner_en: string | null;
  list_vi: string | null;
  list_en: string | null;
  note_vi: string | null;
  note_en: string | null;
}

@ObjectType({
  description:
    'That somebody recognised a product. In force from its decision until the end that is stated, or that its kind has; where it is not dated, on no day.',
})
export class Recognition {
  readonly validity: Validity;

  constructor(
    readonly row: RecognitionRow,
    private readonly version: OcopCriteria | null,
    private readonly cited: Citation,
  ) {
    this.validity = validityOf(row.kind, row.issued_on, row.valid_until);
  }

  @Field(() => RecognitionKindEnum, { simple: true, description: 'What it is.' })
  get kind(): RecognitionKind {
    return this.row.kind;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description: 'OCOP stars, 1 to 5; null for other kinds, and where a document names the certificate without them.',
  })
  get stars(): number | null {
    return this.row.stars;
  }

  @Field(() => DecimalScalar, { simple: true, nullable: true, description: 'Points out of 100; null where not told.' })
  get score(): string | null {
    return this.row.score;
  }

  @Field(() => OcopCriteria, { simple: true, nullable: true, description: 'By which criteria; null where not told.' })
  get criteria(): OcopCriteria | null {
    return this.version;
  }

  @Field(() => String, { nullable: true, description: 'Who recognised it; null where not told.' })
  authority(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.authority_vi, this.row.authority_en);
  }

  @Field(() => AuthorityLevelEnum, {
    simple: true,
    nullable: true,
    description: 'At which level; null where not told.',
  })
  get authorityLevel(): AuthorityLevel | null {
    return this.row.authority_level;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Number of the decision; null where not told.' })
  get decision(): string | null {
    return this.row.decision;
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'Day of the decision, as exactly as is known; null where it is not dated.',
  })
  get issuedOn(): UncertainDate | null {
    return this.row.issued_on === null ? null : parseUncertainDate(this.row.issued_on, this.row.issued_inferred);
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'Last day of its term as the document states it; null where it does not: see `certainlyValid`.',
  })
  get validUntil(): UncertainDate | null {
    return this.row.valid_until === null ? null : parseUncertainDate(this.row.valid_until);
  }

  @Field(() => ValiditySpan, {
    simple: true,
    nullable: true,
    description:
      'Days on which it is certain to be in force: a decision of 2023 of which only the year is known, from 2023-12-31 to 2026-01-01. Null where there is none.',
  })
  get certainlyValid(): ValiditySpan | null {
    return this.validity.certain;
  }

  @Field(() => ValiditySpan, {
    simple: true,
    nullable: true,
    description: 'Days on which it may be in force, the certain ones among them. Null where it is not dated.',
  })
  get possiblyValid(): ValiditySpan | null {
    return this.validity.possible;
  }

  @Field(() => String, { nullable: true, description: 'Area of a geographical indication or a mark.' })
  area(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.area_vi, this.row.area_en);
  }

  @Field(() => String, { nullable: true, description: 'Owner of a mark, as it was when it was registered.' })
  owner(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.owner_vi, this.row.owner_en);
  }

  @Field(() => String, { nullable: true, description: 'The list that names it, with its time.' })
  list(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.list_vi, this.row.list_en);
  }

  @Field(() => String, { nullable: true, description: 'What else the document says of it.' })
  note(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.note_vi, this.row.note_en);
  }

  @Field(() => Citation, { simple: true, description: 'Where it is written.' })
  get citation(): Citation {
    return this.cited;
  }
}
