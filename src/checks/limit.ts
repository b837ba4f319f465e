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

const ranks = { error: 0, warning: 1, info: 2 };

const mostSerious = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
