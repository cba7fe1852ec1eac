import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { Node } from '../../kernel/node.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { CheckNameEnum } from '../checks/finding.type.js';
import { type ReleaseState, ReleaseStateEnum } from '../releases/release-state.type.js';

/** A release as staff see it. */
export interface StaffReleaseRow {
  id: number;
  code: string;
  title_vi: string;
  title_en: string | null;
  covers_vi: string | null;
  covers_en: string | null;
  is_announced: boolean;
  accepted: string[];
  state: ReleaseState;
  /** Canonical moments, see kernel/moment.ts. */
  published_at: string | null;
  created_at: string | null;
  /** Code of the release that takes it back. */
  withdrawn_by: string | null;
}

@ObjectType({
  implements: Node,
  description: 'A release as staff see it, drafts included. It exists for holders of a key of an editor and above.',
})
export class StaffRelease extends Node {
  constructor(readonly row: StaffReleaseRow) {
    super();
  }

  get id(): string {
    return globalId('StaffRelease', this.row.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { simple: true, description: 'Title in Vietnamese.' })
  get titleVi(): string {
    return this.row.title_vi;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Title in English; null where there is none.' })
  get titleEn(): string | null {
    return this.row.title_en;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'What it covers, in Vietnamese; null where nobody said so.',
  })
  get coversVi(): string | null {
    return this.row.covers_vi;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'What it covers, in English; null where nobody said so.',
  })
  get coversEn(): string | null {
    return this.row.covers_en;
  }

  @Field(() => ReleaseStateEnum, { simple: true, description: 'Where it stands, by the clock of the database.' })
  get state(): ReleaseState {
    return this.row.state;
  }

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether readers were told that it would come, and when, before its moment.',
  })
  get isAnnounced(): boolean {
    return this.row.is_announced;
  }

  @Field(() => MomentScalar, { simple: true, nullable: true, description: 'Its moment; null for a draft.' })
  get publishedAt(): string | null {
    return this.row.published_at;
  }

  @Field(() => MomentScalar, {
    simple: true,
    nullable: true,
    description: 'When it was made; null where nobody kept it.',
  })
  get createdAt(): string | null {
    return this.row.created_at;
  }

  @Field(() => [CheckNameEnum], {
    simple: true,
    description: 'The data checks whose warnings were accepted when it was scheduled or published.',
  })
  get acceptedChecks(): string[] {
    return this.row.accepted;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Code of the release that takes it back; null where it stands.',
  })
  get withdrawnBy(): string | null {
    return this.row.withdrawn_by;
  }
}
