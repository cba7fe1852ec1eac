/** What is asked of whom, and what an answer comes down to. Runs on Node's type stripping: only erasable syntax here. */
import { folded } from '../src/kernel/folded.ts';
import type { Ask } from './load.ts';

export const WORKS = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'] as const;
export type WorkName = (typeof WORKS)[number];

export const PROGRAMS = ['limit', 'Solieu', 'PostGraphile', 'Mercurius'] as const;
export type Program = (typeof PROGRAMS)[number];

/** What an answer comes down to, whoever gives it. */
export interface Figure {
  indicator?: string;
  territory?: string;
  value: string;
  status: string;
  unitMultiplier: number;
  title: string;
  publishedOn: string;
}

export interface Product {
  name: string;
  slug: string;
  /** Name and kind. */
  producer: [string, string] | null;
  /** Code and name. */
  territory: [string, string] | null;
  /** Names and first days. */
  events: [string, string | null][];
}

export interface Found {
  totalCount: number;
  /** Name, slug, name of the producer. */
  nodes: [string, string, string | null][];
}

/** How a question is put in each turn, and what its answer comes down to. */
export interface Question {
  ask: (turn: number) => Ask;
  read: (answer: unknown) => unknown;
}

export type Questions = Record<WorkName, Question>;

/** A search as the peers' functions take it: what is typed without diacritics, and its words for the full-text index. */
export function typed(text: string): { text: string; words: string } {
  const plain = folded(text);
  return { text: plain, words: [...new Set(plain.split(' '))].map((word) => `${word}:*`).join(' & ') };
}
