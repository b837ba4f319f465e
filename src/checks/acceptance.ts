import type { Acceptance, PolicyRecord } from '../records/model.ts';
import { contains, type Span } from '../text/span.ts';
import type { Finding } from './finding.ts';

/** A thing of the record on which findings may be accepted: a figure, a date, a source, the use of an agency. */
export type Holder = Span & { readonly accept: readonly Acceptance[] };

/** An acceptance, and whether it covers a finding: one of its rule, on the thing that it stands on. */
export interface Covering {
  readonly holder: Holder;
  readonly acceptance: Acceptance;
  readonly covers: (finding: Finding) => boolean;
}

/** Faults that make the rest doubtful, and complaints about acceptances themselves; nobody can accept them away. */
const unacceptable: ReadonlySet<string> = new Set([
  'yaml/syntax',
  'record/schema',
  'accept/unused',
  'baseline/paid',
  'check/failed',
  'check/limit',
]);

/** Whether findings of a rule can be accepted at all. */
export const isAcceptable = (rule: string): boolean => !unacceptable.has(rule);

/** Everything of a record on which findings may be accepted. */
export const holdersOf = ({ figures, dates, sources, agencies }: PolicyRecord): readonly Holder[] => [
  ...figures,
  ...dates,
  ...sources,
  ...agencies,
];

/** The acceptances of some holders that give a reason; one without is none. */
export function acceptancesOf(holders: readonly Holder[]): readonly Covering[] {
  return holders.flatMap((holder) =>
    holder.accept
      .filter(({ reason }) => reason.value.trim() !== '')
      .map((acceptance) => ({
        holder,
        acceptance,
        covers: (finding) =>
          finding.rule === acceptance.rule.value && isAcceptable(finding.rule) && contains(holder, finding),
      })),
  );
}

/** The findings, each with the reason of the first acceptance that covers it. */
export function withAcceptances(holders: readonly Holder[], findings: readonly Finding[]): readonly Finding[] {
  const acceptances = findings.length === 0 ? [] : acceptancesOf(holders);
  if (acceptances.length === 0) return findings;
  return findings.map((finding) => {
    const covering = acceptances.find(({ covers }) => covers(finding));
    return covering ? { ...finding, accepted: covering.acceptance.reason.value } : finding;
  });
}
