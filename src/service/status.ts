import type { RecordResult } from '../checks/finding.ts';

/** How the claims of a record came out, counted. */
export interface Status {
  /** Figures and dates. */
  readonly claims: number;
  readonly supported: number;
  readonly refuted: number;
  readonly notFound: number;
  readonly accepted: number;
  readonly unchecked: number;
}

export function statusOf({ claims }: RecordResult): Status {
  const count = (verdict: string): number => claims.filter((claim) => claim.verdict === verdict).length;
  return {
    claims: claims.length,
    supported: count('supported'),
    refuted: count('refuted'),
    notFound: count('not-found'),
    accepted: count('accepted'),
    unchecked: count('unchecked'),
  };
}
