/** What one look at an installation found, in plain words. */
export interface Diagnosis {
  check: string;
  state: 'ok' | 'warning' | 'error';
  message: string;
  /** What to do about it; null where there is nothing to do. */
  remedy: string | null;
}

/** The same before it is told which check it belongs to. */
export type Verdict = Omit<Diagnosis, 'check'>;

export const fine = (message: string): Verdict => ({ state: 'ok', message, remedy: null });
export const warning = (message: string, remedy: string): Verdict => ({ state: 'warning', message, remedy });
export const error = (message: string, remedy: string): Verdict => ({ state: 'error', message, remedy });

export const named = (check: string, verdict: Verdict): Diagnosis => ({ check, ...verdict });

/** A count with its noun: `1 print`, `3 prints`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
