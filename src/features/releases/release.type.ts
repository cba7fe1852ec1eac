import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick, pickIfAny } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { type ReleaseState, ReleaseStateEnum } from './release-state.type.js';

export interface ReleaseRow {
  code: string;
  title_vi: string;
  title_en: string | null;
  covers_vi: string | null;
  covers_en: string | null;
  /** Canonical moment, see kernel/moment.ts. */
  published_at: string;
}

/** Which release takes back another, and why. */
export interface Withdrawal {
  readonly release: Release;
  reason: (language: Language) => string | null;
}

@ObjectType({
  implements: Node,
  description:
    'Our act of publishing a set of prints at one moment. What is drafted, or to come unannounced, does not exist for readers; of what is announced they see when it comes and what it will cover, and nothing that it contains.',
})
export class Release extends Node {
  constructor(
    readonly row: ReleaseRow,
    /** What became of it; to come where its moment has not come. */
    readonly fate: 'TO_COME' | 'STANDS' | Withdrawal = 'STANDS',
  ) {
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

  @Field(() => String, { nullable: true, description: 'What it covers, in a sentence; null where nobody said so.' })
  covers(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.covers_vi, this.row.covers_en);
  }

  @Field(() => ReleaseStateEnum, {
    simple: true,
    description: 'Where it stands: SCHEDULED where it is announced and still to come, else PUBLISHED or WITHDRAWN.',
  })
  get state(): ReleaseState {
    if (this.fate === 'TO_COME') return 'SCHEDULED';
    return this.fate === 'STANDS' ? 'PUBLISHED' : 'WITHDRAWN';
  }

  @Field(() => MomentScalar, {
    simple: true,
    description:
      'The moment from which everybody sees it, by the clock of the database. Of a release to come it may still be moved.',
  })
  get publishedAt(): string {
    return this.row.published_at;
  }

  @Field(() => ReleaseWithdrawal, {
    simple: true,
    nullable: true,
    description: 'How it was taken back; null where it stands.',
  })
  get withdrawal(): Withdrawal | null {
    return typeof this.fate === 'string' ? null : this.fate;
  }
}

@ObjectType({
  description:
    'The taking back of a release. Its figures are empty from then on where nothing else states them; as of an earlier moment they are read as they stood.',
})
export class ReleaseWithdrawal implements Withdrawal {
  constructor(
    private readonly by: Release,
    private readonly reasons: { reason_vi: string | null; reason_en: string | null },
  ) {}

  @Field(() => Release, {
    simple: true,
    description: 'The release that takes it back; its moment is that of the withdrawal.',
  })
  get release(): Release {
    return this.by;
  }

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.reasons.reason_vi, this.reasons.reason_en);
  }
}
