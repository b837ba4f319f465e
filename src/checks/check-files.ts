import type { Configuration } from '../records/configuration.ts';
import type { Registry } from '../records/model.ts';
import { nearest } from '../records/nearest.ts';
import type { Problem } from '../records/problem.ts';
import type { Located } from '../text/span.ts';
import type { Finding, Severity } from './finding.ts';
import { byPlace, configured, problemFindings } from './findings.ts';
import { rules } from './rules/index.ts';

type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What is to be said of a file that cannot be read as what its name says: what reading it complained about. */
export const checkUnreadable = (problems: readonly Problem[], severities: Severities): readonly Finding[] =>
  problemFindings(problems)
    .flatMap((finding) => configured(finding, severities))
    .sort(byPlace);

/**
 * What is to be said of a registry of agencies: what reading it complained about, ids that stand twice in it, and parents
 * that no registry has.
 */
export function checkRegistry(
  { agencies }: Registry,
  problems: readonly Problem[],
  isAgency: (id: string) => boolean,
  severities: Severities,
): readonly Finding[] {
  const seen = new Set<string>();
  const found = agencies.flatMap(({ id, parent }): readonly Finding[] => {
    const isNew = !seen.has(id.value);
    seen.add(id.value);
    const findings: Finding[] = [];
    if (!isNew) {
      const message = `The id “${id.value}” belongs to another agency of this registry already; give each agency its own.`;
      findings.push(errorAt('record/duplicate-id', id, message));
    }
    if (parent && !isAgency(parent.value)) {
      const message = `No registry has the parent “${parent.value}” of the agency “${id.value}”; add it, or correct the id.`;
      findings.push(errorAt('agency/unknown', parent, message));
    }
    return findings;
  });
  return [...problemFindings(problems), ...found].flatMap((finding) => configured(finding, severities)).sort(byPlace);
}

/** What is to be said of the configuration: what reading it complained about, and rules that it names and that there are not. */
export function checkConfiguration({ rulePlaces }: Configuration, problems: readonly Problem[]): readonly Finding[] {
  const known = rules.map(({ id }) => id);
  const unknown = Object.entries(rulePlaces).flatMap(([rule, { start, end }]): readonly Finding[] => {
    if (known.includes(rule)) return [];
    const meant = nearest(rule, known);
    const place = { value: rule, start, end };
    if (meant === undefined) {
      return [errorAt('record/schema', place, `There is no rule “${rule}”; “policy-records rules” lists them.`)];
    }
    const fix = { title: `Write “${meant}”`, edits: [{ start, end, newText: meant }], safe: false };
    return [
      {
        ...errorAt('record/schema', place, `There is no rule “${rule}”; did you mean “${meant}”?`),
        expected: meant,
        fix,
      },
    ];
  });
  return [...problemFindings(problems), ...unknown].sort(byPlace);
}

const errorAt = (rule: string, { value, start, end }: Located<string>, message: string): Finding => ({
  rule,
  severity: 'error',
  start,
  end,
  message,
  found: value,
  related: [],
});
