import { ArgsType, Field, InputType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { PageArgs } from '../../kernel/page.js';
import { DayScalar } from '../../kernel/scalars.js';

@InputType({
  description: 'Which deeds. Texts are compared exactly; a thing to which nothing was done gives an empty list.',
})
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Done to things of this kind, e.g. `release`.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Done to the thing of this code or slug; of a key, its prefix.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Done by this one: the name of a key, or `command line`.' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Deeds of this sort, e.g. `release.publish`.' })
  action?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Done on this day or later.' })
  from?: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'Done on this day or before.' })
  to?: Day | null;
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which deeds; without it, all.' })
  filter?: AuditFilter | null;
}
