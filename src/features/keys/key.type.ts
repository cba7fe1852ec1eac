import { Field, ObjectType } from 'type-graphql';
import type { Actor, Role } from '../../kernel/actor.js';
import { momentOfRow } from '../../kernel/database-moment.js';
import { globalId } from '../../kernel/global-id.js';
import { Node } from '../../kernel/node.js';
import { RoleEnum } from '../../kernel/role.type.js';
import { MomentScalar } from '../../kernel/scalars.js';

export interface KeyRow {
  id: number;
  name: string;
  prefix: string;
  role: Exclude<Role, 'READER'>;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
}

const momentIfAny = (text: string | null): string | null => (text === null ? null : momentOfRow(text));

@ObjectType({
  implements: Node,
  description: 'A key by which a person or a program of the department shows who they are. The key itself is not kept.',
})
export class ApiKey extends Node {
  constructor(readonly row: KeyRow) {
    super();
  }

  get id(): string {
    return globalId('ApiKey', this.row.prefix);
  }

  @Field(() => String, {
    simple: true,
    description: 'Whose it is, as the audit trail tells it. No two keys ever have the same.',
  })
  get name(): string {
    return this.row.name;
  }

  @Field(() => String, {
    simple: true,
    description: 'The first 14 characters of the key, by which it is told apart: `sol_` and ten hexadecimal digits.',
  })
  get prefix(): string {
    return this.row.prefix;
  }

  @Field(() => RoleEnum, { simple: true, description: 'What it may do.' })
  get role(): Role {
    return this.row.role;
  }

  @Field(() => MomentScalar, { simple: true, description: 'When it was made.' })
  get createdAt(): string {
    return momentOfRow(this.row.created_at);
  }

  @Field(() => MomentScalar, {
    simple: true,
    nullable: true,
    description: 'The moment from which it works no more, by the clock of the database; null for a key without end.',
  })
  get expiresAt(): string | null {
    return momentIfAny(this.row.expires_at);
  }

  @Field(() => MomentScalar, {
    simple: true,
    nullable: true,
    description: 'When it was revoked; null where it was not.',
  })
  get revokedAt(): string | null {
    return momentIfAny(this.row.revoked_at);
  }

  @Field(() => MomentScalar, {
    simple: true,
    nullable: true,
    description: 'When it was last used, to the minute; null where it never was.',
  })
  get lastUsedAt(): string | null {
    return momentIfAny(this.row.last_used_at);
  }
}

@ObjectType({ simpleResolvers: true, description: 'A key just made.' })
export class CreatedKey {
  @Field(() => String, {
    description:
      'The key, told this once: only its prefix and a hash are kept. It is sent as `Authorization: Bearer …`.',
  })
  key!: string;

  @Field(() => ApiKey, { description: 'What is kept of it.' })
  apiKey!: ApiKey;
}

@ObjectType({ description: 'Who asks, by the key that the request shows.' })
export class Viewer {
  constructor(private readonly actor: Actor) {}

  @Field(() => String, { simple: true, description: 'Name of the key; `anonymous` without one.' })
  get name(): string {
    return this.actor.name;
  }

  @Field(() => RoleEnum, { simple: true, description: 'What they may do.' })
  get role(): Role {
    return this.actor.role;
  }
}
