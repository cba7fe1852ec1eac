import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { CHECKS, type CheckName } from './check-name.js';
import type { Finding, Severity } from './finding.js';

export const CheckNameEnum = describedEnum<CheckName>(
  'CheckName',
  'A check that the prints of a draft go through before they are published, against what stands: the prints that are out, and its own. Numbers are compared exactly.',
  CHECKS,
);

export const SeverityEnum = describedEnum<Severity>('Severity', 'What a finding means for publishing.', {
  ERROR: 'The release cannot be published before it is corrected.',
  WARNING: 'It may be right, as it was printed: whoever publishes accepts the warnings of a check by its name.',
});

@ObjectType('Finding', { description: 'What a data check found in a draft.' })
export class FindingType {
  /** `place` is where it stands among the findings of its release, from 0. */
  constructor(
    private readonly found: Finding,
    readonly place: number,
  ) {}

  @Field(() => CheckNameEnum, { simple: true, description: 'The check, by whose name its warnings are accepted.' })
  get check(): string {
    return this.found.check;
  }

  @Field(() => SeverityEnum, { simple: true, description: 'Whether it stops publishing, or is to be accepted.' })
  get severity(): Severity {
    return this.found.severity;
  }

  @Field(() => String, {
    simple: true,
    description:
      'The figure by its codes: indicator, territory, items of its breakdown, period, publisher, e.g. `EXPORT_TURNOVER 58 2024-M06 DOIT_NINH_THUAN`. Where several units have borne the code of the territory, a day of the one stands after an `@`.',
  })
  get subject(): string {
    return this.found.subject;
  }

  @Field(() => String, { simple: true, description: 'What is wrong, with the numbers compared, in English.' })
  get message(): string {
    return this.found.message;
  }
}
