import type { Problem } from '../records/problem.ts';
import type { Finding, Severity } from './finding.ts';

/** What reading a file complained about, as findings. */
export const problemFindings = (problems: readonly Problem[]): readonly Finding[] =>
  problems.map(({ severity = 'error', ...problem }) => ({ ...problem, severity, related: [] }));

/** A configuration changes what is shown of a finding, never a verdict. */
export function configured(
  finding: Finding,
  severities: Readonly<Record<string, Severity | 'off'>>,
): readonly Finding[] {
  const severity = Object.hasOwn(severities, finding.rule) ? severities[finding.rule] : undefined;
  if (severity === 'off') return [];
  return [severity === undefined ? finding : { ...finding, severity }];
}

/** Findings in the order of the text, then of their rules. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
