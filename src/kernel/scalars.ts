import { inspect } from 'node:util';
import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { BadInput } from './bad-input.js';
import { isDecimal } from './decimal.js';
import { parseDay } from './day.js';
import { parseAsOf } from './moment.js';
import { parseUncertainDate } from './uncertain-date.js';

const RFC3339 = 'https://www.rfc-editor.org/rfc/rfc3339';

/** A scalar that is a text of a checked form, kept as written. */
function textScalar(name: string, description: string, specifiedByURL: string, check: (text: string) => unknown) {
  const parse = (value: unknown, shown = inspect(value)): string => {
    if (typeof value !== 'string') {
      throw new GraphQLError(`${name} takes a text, not ${shown.slice(0, 100)}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    check(value);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value as string,
    parseValue: (value) => parse(value),
    parseLiteral: (node) =>
      placed(node, () => (node.kind === Kind.STRING ? parse(node.value) : parse(undefined, print(node)))),
  });
}

/** A refusal tells where in the document it is, which nobody else does of one that a scalar throws. */
function placed(node: ValueNode, parse: () => string): string {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    throw new GraphQLError(message, { nodes: node, extensions, originalError: error });
  }
}

export const DayScalar = textScalar(
  'Day',
  'A calendar day `YYYY-MM-DD` of Asia/Ho_Chi_Minh.',
  `${RFC3339}#section-5.6`,
  parseDay,
);

export const PartialDateScalar = textScalar(
  'PartialDate',
  'A date no more exact than is known: `YYYY`, `YYYY-Qn`, `YYYY-MM`, `YYYY-MM-DD`, or a range `A/B` of those.',
  'https://www.loc.gov/standards/datetime/',
  parseUncertainDate,
);

export const MomentScalar = textScalar(
  'Moment',
  'A moment with its zone (`2024-06-06T09:30:00+07:00`), answered in UTC; or a day, which means its end in Asia/Ho_Chi_Minh.',
  RFC3339,
  parseAsOf,
);

export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal number as text, with the digits that were printed (`"47.0"`): never rounded, never in exponent form.',
  'https://www.w3.org/TR/xmlschema-2/#decimal',
  (text) => {
    if (!isDecimal(text)) throw new BadInput('INVALID_TEXT', `"${text.slice(0, 100)}" is not a decimal number.`);
  },
);
