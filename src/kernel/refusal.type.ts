import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from './described-enum.js';
import { ListSize } from './list-size.js';
import { type RefusalReason, Refused, type WrongField } from './refused.js';

const RefusalCodeEnum = describedEnum<RefusalReason>('RefusalCode', 'Why a change was not made.', {
  NOT_FOUND: 'There is no such thing, or none that this key may see.',
  NOT_ALLOWED: 'It is there, and this key may not do that.',
  INVALID: 'What was sent is wrong: `fields` tells where.',
  CONFLICT: 'As things stand it cannot be done: published already, taken, or changed meanwhile.',
  CHECKS_FAILED: 'The data checks found errors, or warnings that were not accepted by name.',
  TOO_LARGE: 'More than fits into one request: send a file to `/imports` instead.',
});

@ObjectType({ description: 'One field that is wrong.' })
export class FieldError {
  constructor(private readonly wrong: WrongField) {}

  @Field(() => String, { simple: true, description: 'Its path as it was sent, e.g. `prints.3.value`.' })
  get path(): string {
    return this.wrong.path;
  }

  @Field(() => String, { simple: true, description: 'What is wrong, and what was expected.' })
  get message(): string {
    return this.wrong.message;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'What was sent, shortened; null for nothing.' })
  get value(): string | null {
    return this.wrong.value;
  }
}

@ObjectType({ description: 'A change that was not made, and why. Nothing of it was kept.' })
export class Refusal {
  constructor(private readonly refused: Refused) {}

  @Field(() => RefusalCodeEnum, { simple: true, description: 'What a program decides by.' })
  get code(): RefusalReason {
    return this.refused.reason;
  }

  @Field(() => String, { simple: true, description: 'What a person reads.' })
  get message(): string {
    return this.refused.message;
  }

  @Field(() => [FieldError], { description: 'Every field that is wrong, in the order sent.' })
  fields(@ListSize(100) first: number): FieldError[] {
    return this.refused.fields.slice(0, first).map((wrong) => new FieldError(wrong));
  }
}

/** What a mutation answers: what was made, or why nothing was. Other errors go their way. */
export async function outcome<T>(change: Promise<T>): Promise<T | Refusal> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Refused) return new Refusal(error);
    throw error;
  }
}
