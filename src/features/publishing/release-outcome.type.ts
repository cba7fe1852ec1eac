import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../kernel/context.js';
import { outcome, Refusal } from '../../kernel/refusal.type.js';
import { changing, type Writing } from '../audit/writing.js';
import { unlessOvertaken } from './changing-release.js';
import { releaseOfCode } from './staff-release.query.js';
import { StaffRelease } from './staff-release.type.js';

@ObjectType({ description: 'A release that was changed.' })
export class ReleaseChanged {
  constructor(private readonly changed: StaffRelease) {}

  @Field(() => StaffRelease, { simple: true, description: 'The release as it stands now.' })
  get release(): StaffRelease {
    return this.changed;
  }
}

export const ReleaseOutcome = createUnionType({
  name: 'ReleaseOutcome',
  description: 'What became of a change of a release: the release as it stands now, or why nothing was changed.',
  types: () => [ReleaseChanged, Refusal] as const,
});
export type ReleaseOutcome = ReleaseChanged | Refusal;

/** Makes a change that answers the code of its release, for a mutation. */
export const releaseOutcome = (
  context: Context,
  change: (writing: Writing) => Promise<string>,
): Promise<ReleaseOutcome> =>
  outcome(
    unlessOvertaken(changing(context, change)).then(async (code) => {
      const row = await releaseOfCode(context.reading.db, code);
      return new ReleaseChanged(new StaffRelease(row!));
    }),
  );
