import type { Finding } from './finding.ts';

/** Most findings that one record reports; a person would not read on. */
export const maxFindings = 500;

/** The most serious findings of a file, in their order, and one that says how many were left out. */
export function limited(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= maxFindings) return findings;
  const kept = new Set(mostSerious(findings).slice(0, maxFindings));
  const left = findings.length - kept.size;
  const message = `There are ${left} more findings than the ${maxFindings} that are shown; correct these first, then check again.`;
  const limit: Finding = { rule: 'check/limit', severity: 'error', start: 0, end: 0, message, related: [] };
  return [limit, ...findings.filter((finding) => kept.has(finding))];
}

/** What could not be read or checked is always told: left out, it would look as if it had been. */
const unchecked: ReadonlySet<string> = new Set([
  'yaml/syntax',
  'record/schema',
  'source/missing',
  'source/unreadable',
  'source/changed',
  'check/failed',
]);

const ranks = { error: 1, warning: 2, info: 3 };

const rankOf = ({ rule, severity }: Finding): number =>
  severity === 'error' && unchecked.has(rule) ? 0 : ranks[severity];

const mostSerious = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => rankOf(a) - rankOf(b));
