import type { Verdict } from './finding.ts';

/** From best to worst; of several pieces of evidence the worst counts. */
const order: readonly Verdict[] = ['supported', 'accepted', 'unchecked', 'not-found', 'refuted'];

/** The worst of several verdicts; `unchecked` where there are none, for what was not checked is never supported. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  const [first, ...others] = verdicts;
  return first === undefined
    ? 'unchecked'
    : others.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), first);
}

/**
 * The verdict on a piece of evidence: the worst that a finding makes of it. Without any it is supported only where the
 * comparison itself bore the claim out, so that a rule that fails to speak cannot make a claim look checked.
 */
export const verdictOn = (effects: readonly Verdict[], isBorneOut: boolean): Verdict =>
  effects.length > 0 ? worst(effects) : isBorneOut ? 'supported' : 'unchecked';
