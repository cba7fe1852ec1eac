import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { Refused } from '../../kernel/refused.js';
import { MomentScalar } from '../../kernel/scalars.js';
import type { Writing } from '../audit/writing.js';
import type { CheckName } from '../checks/check-name.js';
import { CheckNameEnum } from '../checks/finding.type.js';
import { refusePublished, releaseToChange } from './changing-release.js';
import { checkedRelease } from './checked-release.js';
import { momentToCome, notToCome } from './moment-to-come.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';

interface Schedule {
  /** With its zone. */
  moment: string;
  announce: boolean;
  /** Checks whose warnings are accepted. */
  accept: readonly CheckName[];
}

/** Sets the moment of a draft; it is out from then on, by the clock of the database alone. */
export async function scheduleRelease(
  writing: Writing,
  code: string,
  { moment: text, announce, accept }: Schedule,
): Promise<string> {
  const moment = momentToCome(text);
  const release = await releaseToChange(writing, code, 'PUBLISHER', 'schedule a release');
  refusePublished(release);
  if (release.state === 'SCHEDULED') {
    throw new Refused('CONFLICT', `Release ${code} is scheduled already, for ${release.published_at}: move it.`);
  }
  const accepted = await checkedRelease(writing, release, accept);
  const set = await sql`
    update release set published_at = ${moment}::timestamptz, is_announced = ${announce}, accepted = ${accepted}::text[]
    where id = ${release.id} and ${moment}::timestamptz > clock_timestamp() returning id`.execute(writing.db);
  if (set.rows.length === 0) throw notToCome(moment);
  await writing.record({
    action: 'release.schedule',
    kind: 'release',
    code,
    before: { publishedAt: null, isAnnounced: false },
    after: { publishedAt: moment, isAnnounced: announce, accepted },
  });
  return code;
}

@Resolver()
export class ScheduleRelease {
  @Mutation(() => ReleaseOutcome, {
    description:
      'Sets the moment of a draft: nobody but staff sees anything of it before, everybody all of it from then on. The data checks must find no error, and warnings only that are accepted by name; a release without prints is refused. It takes a key of a publisher.',
  })
  scheduleRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Arg('moment', () => MomentScalar, {
      description: 'Its moment, later than now by the clock of the database; a day without a time is refused.',
    })
    moment: string,
    @Arg('announce', () => Boolean, {
      defaultValue: false,
      description: 'Whether readers are told beforehand: its title, its moment and what it will cover, nothing else.',
    })
    announce: boolean,
    @Arg('accept', () => [CheckNameEnum], {
      defaultValue: [],
      description: 'The data checks whose warnings are accepted.',
    })
    accept: CheckName[],
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => scheduleRelease(writing, code, { moment, announce, accept }));
  }
}
