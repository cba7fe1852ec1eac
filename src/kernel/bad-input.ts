import { GraphQLError } from 'graphql';

/** Why an argument was refused; stated as `extensions.reason` beside the code `BAD_USER_INPUT`. */
export type BadInputReason =
  | 'UNKNOWN_CODE'
  | 'INVALID_PERIOD'
  | 'INVALID_DATE'
  | 'INVALID_MOMENT'
  | 'INVALID_RANGE'
  | 'INVALID_CURSOR'
  | 'INVALID_ID'
  | 'INVALID_TEXT'
  | 'INVALID_PAGE'
  | 'INVALID_COMBINATION'
  | 'EMPTY_LIST'
  | 'FUTURE_AS_OF'
  | 'TOO_LARGE';

export interface BadInputDetails {
  /** Path of the argument as the client typed it, e.g. `filter.periods`. */
  argument?: string;
  value?: unknown;
  /** The closest code that exists, where one is close. */
  nearest?: string;
}

/** A wrong argument: the client sees the message, the code, the argument, the value and the nearest good one. */
export class BadInput extends GraphQLError {
  constructor(
    readonly reason: BadInputReason,
    message: string,
    readonly details: BadInputDetails = {},
  ) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', reason, ...details } });
    this.name = 'BadInput';
  }

  /** The same refusal, told of the argument in which it was found. */
  at(argument: string): BadInput {
    return new BadInput(this.reason, this.message, { ...this.details, argument });
  }
}
