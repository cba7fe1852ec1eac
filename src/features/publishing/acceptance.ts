import { Refused, type WrongField } from '../../kernel/refused.js';
import type { Finding } from '../checks/finding.js';

/**
 * The checks whose warnings stand because they were accepted by name. Throws a `Refused` CHECKS_FAILED that names each error,
 * and each warning that nobody accepted.
 */
export function accepted(found: readonly Finding[], accept: readonly string[]): string[] {
  const names = new Set(accept);
  const stopping = found.filter(({ check, severity }) => severity === 'ERROR' || !names.has(check));
  if (stopping.length > 0) throw new Refused('CHECKS_FAILED', summary(stopping), stopping.map(told));
  return [...new Set(found.map(({ check }) => check))].sort();
}

function summary(stopping: readonly Finding[]): string {
  const errors = stopping.filter(({ severity }) => severity === 'ERROR').length;
  const warnings = stopping.length - errors;
  return `The data checks found errors: ${errors}, warnings that were not accepted by name: ${warnings}.`;
}

const told = ({ check, severity, subject, message }: Finding): WrongField => ({
  path: `${check} ${subject}`,
  message: severity === 'ERROR' ? message : `${message} (A warning: accept ${check} by name if it is right.)`,
  value: null,
});
