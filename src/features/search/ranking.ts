import type { Found, SearchKind } from './search.type.js';

/** Something found that is not loaded yet. */
export interface Candidate {
  kind: SearchKind;
  /** The closest the least. */
  closeness: number;
  load: () => Promise<Found | null>;
}

/**
 * The closest first over all kinds, which take turns where they are equally close: otherwise products, the most by far, would
 * hide all else. Candidates of a kind that are equally close keep their order.
 */
export function ranked(candidates: readonly Candidate[], kinds: readonly SearchKind[]): Candidate[] {
  const alike = Map.groupBy(candidates, ({ kind, closeness }) => `${kind} ${closeness}`);
  const placed = [...alike.values()].flatMap((list) => list.map((candidate, turn) => ({ candidate, turn })));
  placed.sort(
    (a, b) =>
      a.candidate.closeness - b.candidate.closeness ||
      a.turn - b.turn ||
      kinds.indexOf(a.candidate.kind) - kinds.indexOf(b.candidate.kind),
  );
  return placed.map(({ candidate }) => candidate);
}
