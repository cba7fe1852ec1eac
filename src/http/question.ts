import Negotiator from 'negotiator';
import { type Language, languageOf } from '../kernel/language.js';
import { isNamed } from './answer.js';
import type { Asked } from './asked.js';
import { remembered } from './remembered.js';

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const OTHER_CHARSET = /;\s*charset\s*=(?!\s*"?utf-?8"?\s*(;|$))/i;

/** Whether a body of this type is JSON in UTF-8. */
export const isJson = (type = ''): boolean => JSON_TYPE.test(type) && !OTHER_CHARSET.test(type);

/** What a response may be, in Apollo's order. */
const ANSWERS = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
  'application/json; callbackSpec=1.0; charset=utf-8',
];

const languageIn = remembered(languageOf);
const typeFor = remembered((accept) => new Negotiator({ headers: { accept } }).mediaType(ANSWERS) ?? '');

/** The language of an answer. */
export const languageFor = ({ headers }: Asked): Language => languageIn(headers['accept-language'] ?? '');

/** The type of an answer; empty where the client reads nothing that we write. */
export const answerTypeFor = ({ headers: { accept } }: Asked): string => (accept ? typeFor(accept) : ANSWERS[0]!);

/**
 * A question by all that its answer depends on besides the data: requests with the same text are answered with the same
 * bytes. Documents are taken as they were sent, so that nothing need be parsed to know one again. Null where nobody else
 * asks the same: a reader who says who they are, or a request that will be refused.
 */
export function questionOf(asked: Asked): string | null {
  if (isNamed(asked)) return null;
  const type = answerTypeFor(asked);
  if (type === '') return null;
  const { method, url, headers, body } = asked;
  // Neither language nor type has a line break in it: what follows them is the rest.
  const form = `${languageFor(asked)}\n${type}\n`;
  if (method === 'GET') return headers['content-type'] === undefined ? `${form}GET ${url}` : null;
  return body && isJson(headers['content-type']) ? `${form}POST ${body.toString('latin1')}` : null;
}
