import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';

export interface ReleaseRow {
  code: string;
  title_vi: string;
  title_en: string | null;
  /** Canonical moment, see kernel/moment.ts. */
  published_at: string;
}

@ObjectType({
  implements: Node,
  description:
    'Our act of publishing a set of prints at one moment. What is drafted or still to come does not exist for readers.',
})
export class Release extends Node {
  constructor(readonly row: ReleaseRow) {
    super();
  }

  get id(): string {
    return globalId('Release', this.row.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: 'Title.' })
  title(@InLanguage() language: Language): string {
    return pick(language, this.row.title_vi, this.row.title_en);
  }

  @Field(() => MomentScalar, {
    simple: true,
    description: 'The moment from which everybody sees it, by the clock of the database.',
  })
  get publishedAt(): string {
    return this.row.published_at;
  }
}
