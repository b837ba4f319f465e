import type { Severity, Verdict } from '../checks/finding.ts';

/** `1 figure`, `2 figures`; the plural is given where it is not made with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How many findings the baseline lists. */
export const heldBack = (count: number): string => `${counted(count, 'finding')} of the baseline held back`;

/** The order in which a report counts them. */
export const verdicts: readonly Verdict[] = ['supported', 'refuted', 'not-found', 'accepted', 'unchecked'];

export const severityWords: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** `2 errors, 1 warning`; empty where there is none. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], ...severityWords[severity]));
  return parts.join(', ');
}
