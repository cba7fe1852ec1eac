import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick, pickIfAny } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { parseUncertainDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Citation } from '../sources/citation.type.js';
import { Territory } from '../territories/territory.type.js';
import type { ProjectKind, ProjectStage } from './project.entity.js';

export const ProjectKindEnum = describedEnum('ProjectKind', 'What is being built.', {
  INDUSTRIAL_CLUSTER:
    '*Cụm công nghiệp*: a small industrial zone of a district or commune, for small and medium firms.',
  INDUSTRIAL_PARK: '*Khu công nghiệp*: a large industrial zone with a management board.',
  ENERGY: 'A power plant or another work of energy supply.',
  COMMERCIAL: 'A market, a supermarket, a trade centre, a logistics centre.',
});

export const ProjectStageEnum = describedEnum('ProjectStage', 'How far a project has come.', {
  PLANNED: 'Named in a plan, or proposed for one; nothing else is decided.',
  CALLING_FOR_INVESTORS: 'An investor is being sought.',
  APPROVED: 'Approved, not begun.',
  IN_PREPARATION: 'Procedures are being completed, land is being cleared.',
  UNDER_WAY: 'Being carried out; the document does not say how far it has come.',
  UNDER_CONSTRUCTION: 'Being built.',
  ACCEPTANCE: 'Built; being taken over.',
  OPERATING: 'In use, at least in part.',
  CANCELLED: 'Given up.',
});

export interface ProjectRow {
  id: number;
  slug: string;
  sort_key: string;
  name_vi: string;
  name_en: string | null;
  kind: ProjectKind;
  stage: ProjectStage | null;
  stage_on: string | null;
  stage_inferred: boolean;
  established_on: string | null;
  area_hectares: string | null;
  planned_area_hectares: string | null;
  area_note_vi: string | null;
  area_note_en: string | null;
  capacity_megawatts: string | null;
  investor_vi: string | null;
  investor_en: string | null;
  territory_id: number | null;
  place: string | null;
  note_vi: string | null;
  note_en: string | null;
  source_id: number | null;
  locator: string | null;
}

@ObjectType({
  implements: Node,
  description: 'A project that the department follows up: an industrial zone, a work of energy supply, a trade centre.',
})
export class Project extends Node {
  constructor(
    readonly row: ProjectRow,
    private readonly unit: Territory | null,
    private readonly cited: Citation | null,
  ) {
    super();
  }

  get id(): string {
    return globalId('Project', this.row.slug);
  }

  @Field(() => String, { simple: true, description: 'Stable name for addresses: ASCII, unique among projects.' })
  get slug(): string {
    return this.row.slug;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => ProjectKindEnum, { simple: true, description: 'What is being built.' })
  get kind(): ProjectKind {
    return this.row.kind;
  }

  @Field(() => ProjectStageEnum, {
    simple: true,
    nullable: true,
    description: 'How far it had come on `stageOn`; null where it is not told.',
  })
  get stage(): ProjectStage | null {
    return this.row.stage;
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'When it was at that stage, as exactly as is known: what has happened since is not known.',
  })
  get stageOn(): UncertainDate | null {
    return this.row.stage_on === null ? null : parseUncertainDate(this.row.stage_on, this.row.stage_inferred);
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'When it was established by decision; null where unknown.',
  })
  get establishedOn(): UncertainDate | null {
    return this.row.established_on === null ? null : parseUncertainDate(this.row.established_on);
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'Area that it has, in hectares, with the digits that were printed; null where unknown.',
  })
  get areaHectares(): string | null {
    return this.row.area_hectares;
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'Area that is planned where it differs from or comes before `areaHectares`, in hectares.',
  })
  get plannedAreaHectares(): string | null {
    return this.row.planned_area_hectares;
  }

  @Field(() => String, { nullable: true, description: 'What the areas include, or how they changed.' })
  areaNote(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.area_note_vi, this.row.area_note_en);
  }

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'Installed capacity of a power plant in megawatts (MW), as printed; null where unknown.',
  })
  get capacityMegawatts(): string | null {
    return this.row.capacity_megawatts;
  }

  @Field(() => String, { nullable: true, description: 'Who invests; null where undecided or unknown.' })
  investor(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.investor_vi, this.row.investor_en);
  }

  @Field(() => Territory, {
    simple: true,
    nullable: true,
    description: 'The smallest unit that it is known to lie in, as it was when the document was written.',
  })
  get territory(): Territory | null {
    return this.unit;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Where it lies in the words of the document, where they say more than the unit.',
  })
  get place(): string | null {
    return this.row.place;
  }

  @Field(() => String, { nullable: true, description: 'What else is known of it.' })
  note(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.note_vi, this.row.note_en);
  }

  @Field(() => Citation, {
    simple: true,
    nullable: true,
    description: 'Where this is written; versions of its capital and notes of progress have their own.',
  })
  get citation(): Citation | null {
    return this.cited;
  }
}
