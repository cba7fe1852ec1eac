import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A key as it is sent, and what is kept of it. */
export interface NewKey {
  /** Told once, to whoever made it. */
  key: string;
  prefix: string;
  hash: string;
}

/** What every key begins with. */
export const SIGN = 'sol_';

/** `sol_` and ten digits, by which a key is found and people tell it apart; then 32 random bytes. */
const FORM = /^(sol_[0-9a-f]{10})[A-Za-z0-9_-]{43}$/;
const PREFIX = /^sol_[0-9a-f]{10}$/;

export function newKey(): NewKey {
  const prefix = `${SIGN}${randomBytes(5).toString('hex')}`;
  const key = prefix + randomBytes(32).toString('base64url');
  return { key, prefix, hash: hashOf(key) };
}

/** SHA-256 of a key in hexadecimal digits. A key is random, so that nothing slower is needed to keep it from being guessed. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The prefix of a key; null for what has not the form of one. */
export const prefixIn = (key: string): string | null => FORM.exec(key)?.[1] ?? null;

export const isPrefix = (text: string): boolean => PREFIX.test(text);

/** Whether a key is the one of a hash, in a time that tells nothing of where they differ. */
export const isKeyOf = (key: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(key), 'hex'), Buffer.from(hash, 'hex'));
