import type { Configuration } from '../records/configuration.ts';
import { nearest } from '../records/nearest.ts';
import type { Problem } from '../records/problem.ts';
import type { Finding, RecordResult, Severity } from './finding.ts';
import { rules } from './rules/index.ts';

/** What reading a registry or the configuration had to complain about, as findings with their configured severity. */
export const readingFindings = (
  problems: readonly Problem[],
  severities: Readonly<Record<string, Severity | 'off'>>,
): readonly Finding[] =>
  problems.flatMap(({ severity = 'error', ...problem }): Finding[] => {
    const configured = Object.hasOwn(severities, problem.rule) ? severities[problem.rule] : undefined;
    return configured === 'off' ? [] : [{ ...problem, severity: configured ?? severity, related: [] }];
  });

/** The result for a file that could not be read as a record; no configuration makes it look like a clean one. */
export const unreadRecord = (path: string, problems: readonly Problem[]): RecordResult => ({
  path,
  claims: [],
  findings: readingFindings(problems, {}),
});

/** What the configuration says of rules that there are not. */
export function unknownRules({ rulePlaces }: Configuration): readonly Problem[] {
  const known = rules.map(({ id }) => id);
  return Object.entries(rulePlaces).flatMap(([rule, { start, end }]): Problem[] => {
    if (known.includes(rule)) return [];
    const guess = nearest(rule, known);
    const hint = guess === undefined ? '“policy-records rules” lists them.' : `did you mean ${guess}?`;
    const message = `There is no rule “${rule}”; ${hint}`;
    const fix = guess !== undefined && {
      fix: { title: `Write ${guess}`, edits: [{ start, end, newText: guess }], safe: true },
    };
    return [
      {
        rule: 'record/schema',
        start,
        end,
        message,
        found: rule,
        ...(guess !== undefined && { expected: guess }),
        ...fix,
      },
    ];
  });
}

/** The finding for a record on which the program itself failed: it must not look like a clean one. */
export const crashedRecord = (path: string): RecordResult => ({
  path,
  claims: [],
  findings: [
    {
      rule: 'check/failed',
      severity: 'error',
      start: 0,
      end: 0,
      message: 'The program failed on this record through a fault of its own, so it was not checked; please report it.',
      related: [],
    },
  ],
});
