import { Field, ObjectType } from 'type-graphql';
import { momentOfRow } from '../../kernel/database-moment.js';
import { globalId } from '../../kernel/global-id.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { type ChangedField, changedFields } from './changed-fields.js';

export interface AuditEventRow {
  /** A bigint, which comes as text or as a number, by the driver. */
  id: string | number;
  at: string;
  actor: string;
  key_id: number | null;
  action: string;
  kind: string;
  code: string;
  before: unknown;
  after: unknown;
}

@ObjectType({ simpleResolvers: true, description: 'What a deed made of one field of a thing.' })
export class AuditChange implements ChangedField {
  @Field(() => String, { description: 'Path of the field in the thing, e.g. `publishedAt` or `states.2`.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was before, as text; null where it was not there.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was afterwards, as text; null where it was no more.' })
  after!: string | null;
}

@ObjectType({
  implements: Node,
  description:
    'One deed: who did what to which thing, and when. It stands for ever, as it was written down with the deed.',
})
export class AuditEvent extends Node {
  constructor(readonly row: AuditEventRow) {
    super();
  }

  get id(): string {
    return globalId('AuditEvent', this.row.id);
  }

  @Field(() => MomentScalar, { simple: true, description: 'When, by the clock of the database.' })
  get at(): string {
    return momentOfRow(this.row.at);
  }

  @Field(() => String, {
    simple: true,
    description: 'Who: the name of the key, or `command line` for whoever runs commands on the server.',
  })
  get actor(): string {
    return this.row.actor;
  }

  @Field(() => String, { simple: true, description: 'What was done, e.g. `release.publish` or `key.create`.' })
  get action(): string {
    return this.row.action;
  }

  @Field(() => String, { simple: true, description: 'What kind of thing it was done to, e.g. `release` or `api_key`.' })
  get kind(): string {
    return this.row.kind;
  }

  @Field(() => String, { simple: true, description: 'Which one of them: its code or slug; of a key its prefix.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => [AuditChange], {
    description:
      'The fields that it changed, by name. Of contacts of people it tells that they changed, not what they say.',
  })
  changes(@ListSize(100) first: number): AuditChange[] {
    return changedFields(this.row.before, this.row.after).slice(0, first);
  }
}
