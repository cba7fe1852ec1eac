import { Field, ObjectType } from 'type-graphql';
import { type Language, pick } from '../../kernel/language.js';
import { InLanguage } from '../../kernel/translated.js';
import { parseUncertainDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Citation } from '../sources/citation.type.js';

export interface ProjectProgressRow {
  project_id: number;
  noted_on: string | null;
  noted_inferred: boolean;
  text_vi: string;
  text_en: string | null;
  source_id: number;
  locator: string | null;
}

@ObjectType('ProjectProgress', { description: 'How a project stood at a time, as one document tells it.' })
export class ProjectProgressNote {
  constructor(
    private readonly row: ProjectProgressRow,
    citation: Citation,
  ) {
    this.citation = citation;
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'The time it tells of, as exactly as is known; null where unknown.',
  })
  get notedOn(): UncertainDate | null {
    return this.row.noted_on === null ? null : parseUncertainDate(this.row.noted_on, this.row.noted_inferred);
  }

  @Field(() => String, { description: 'What is told, in our words.' })
  text(@InLanguage() language: Language): string {
    return pick(language, this.row.text_vi, this.row.text_en);
  }

  @Field(() => Citation, { simple: true, description: 'Where it is written.' })
  readonly citation: Citation;
}
