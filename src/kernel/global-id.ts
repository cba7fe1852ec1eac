import { isCanonicalMoment } from './moment.js';

/** What an opaque id names: a type, its key, and for figures the moment as of which they were read. */
export interface GlobalId {
  type: string;
  key: string;
  asOf: string | null;
}

/** Opaque to clients; `asOf` is part of the id because the same figure reads differently then. */
export function globalId(type: string, key: string | number, asOf: string | null = null): string {
  const text = asOf === null ? `${type}:${key}` : `${type}:${key}@${asOf}`;
  return Buffer.from(text, 'utf8').toString('base64url');
}

const FORM = /^([A-Za-z]{1,40}):([A-Za-z0-9_.\-]{1,400})(?:@([0-9TZ:.\-]{10,40}))?$/;

/** Reads an id back; null for anything that is not one of ours. */
export function readGlobalId(id: string): GlobalId | null {
  if (id.length > 700 || !/^[A-Za-z0-9_-]+$/.test(id)) return null;
  const parts = FORM.exec(Buffer.from(id, 'base64url').toString('utf8'));
  if (!parts || (parts[3] !== undefined && !isCanonicalMoment(parts[3]))) return null;
  return { type: parts[1]!, key: parts[2]!, asOf: parts[3] ?? null };
}
