import { compareCodes } from '../../kernel/code-table.js';
import { startOfDay } from '../../kernel/moment.js';
import type { Release } from '../releases/release.type.js';
import type { Source } from '../sources/source.type.js';

/** What tells from when a print could be known. */
export interface Dated {
  source: Source;
  release: Release;
  correctsId: string | null;
}

/**
 * The moment from which a print could be known: that of its release where the document first appears with it or our own
 * transcription is mended; else the start of the last day on which the document can have appeared, if that is earlier.
 * The view `print_reading` says the same to the database.
 */
export function knownFrom({ source, release, correctsId }: Dated): string {
  const { firstRelease, publishedOn } = source.parts;
  if (correctsId !== null || firstRelease?.code === release.code || publishedOn === null) return release.publishedAt;
  const appeared = startOfDay(publishedOn.latest);
  return appeared < release.publishedAt ? appeared : release.publishedAt;
}

/** Prints of one figure by when their documents can have appeared at the latest, from when they could be known, and entry. */
export function inPrintOrder<P extends Dated & { printId: string }>(prints: P[]): P[] {
  if (prints.length === 1) return prints;
  const keyed = prints.map((print) => ({
    print,
    latest: print.source.parts.publishedOn!.latest,
    known: knownFrom(print),
  }));
  keyed.sort(
    (a, b) =>
      compareCodes(a.latest, b.latest) ||
      compareCodes(a.known, b.known) ||
      Number(a.print.printId) - Number(b.print.printId),
  );
  return keyed.map(({ print }) => print);
}
