import type { Acceptance, PolicyRecord } from '../records/model.ts';
import { contains, type Span } from '../text/span.ts';
import type { Finding } from './finding.ts';

/** An acceptance, and whether it covers a finding: one of its rule, on the claim, source or agency that it stands on. */
export interface Covering {
  readonly acceptance: Acceptance;
  readonly covers: (finding: Finding) => boolean;
}

/** Every acceptance of a record that gives a reason. */
export function acceptancesOf(record: PolicyRecord): readonly Covering[] {
  const holders: readonly (Span & { readonly accept: readonly Acceptance[] })[] = [
    ...record.figures,
    ...record.dates,
    ...record.sources,
    ...record.agencies,
  ];
  return holders.flatMap((holder) =>
    holder.accept
      .filter(({ reason }) => reason.value.trim() !== '')
      .map((acceptance) => ({
        acceptance,
        covers: (finding) =>
          finding.rule === acceptance.rule.value && finding.rule !== 'accept/unused' && contains(holder, finding),
      })),
  );
}

/** The findings, each with the reason of the first acceptance that covers it. */
export function withAcceptances(record: PolicyRecord, findings: readonly Finding[]): readonly Finding[] {
  const acceptances = acceptancesOf(record);
  if (acceptances.length === 0) return findings;
  return findings.map((finding) => {
    const covering = acceptances.find(({ covers }) => covers(finding));
    return covering ? { ...finding, accepted: covering.acceptance.reason.value } : finding;
  });
}
