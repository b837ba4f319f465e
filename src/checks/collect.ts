import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import type { Complaint, Effect, Rule } from './rule.ts';

/** A finding, and what it makes of the claim that it speaks of. */
export interface Weighed {
  readonly finding: Finding;
  readonly effect?: Effect;
}

/** What a finding is about, beside its place. */
export interface About {
  readonly claim?: string;
  readonly source?: string;
}

/**
 * Runs one function of a rule and turns what it complains of into findings. A rule that fails is a finding of that rule,
 * an error that leaves the claim unchecked: a fault of the program must not look like a clean record.
 */
export function collect(rule: Rule, about: About, place: Span, run: () => readonly Complaint[]): readonly Weighed[] {
  let complaints: readonly Complaint[];
  try {
    complaints = run();
  } catch {
    return [failed(rule.id, about, place)];
  }
  return complaints.map((complaint) => weigh(rule, about, complaint));
}

/** The finding for what could not be checked because the program failed on it. */
export function failed(rule: string, about: About, { start, end }: Span): Weighed {
  const what = about.claim === undefined ? 'this' : `“${about.claim}”`;
  const who = rule === 'check/failed' ? 'The program' : `The rule ${rule}`;
  const message = `${who} failed on ${what} through a fault of its own, so it was not checked; please report it.`;
  return { finding: { rule, severity: 'error', ...about, start, end, message, related: [] }, effect: 'unchecked' };
}

function weigh(rule: Rule, about: About, { verdict, severity, related, ...complaint }: Complaint): Weighed {
  const usual = rule.severity === 'off' ? 'info' : rule.severity;
  const finding: Finding = {
    rule: rule.id,
    severity: severity ?? usual,
    ...about,
    ...complaint,
    related: related ?? [],
  };
  const effect = verdict === 'none' ? undefined : (verdict ?? rule.verdict);
  return { finding, ...(effect && { effect }) };
}
