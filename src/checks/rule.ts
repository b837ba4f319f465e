import type { AgencyUse, DateClaim, FigureClaim } from '../records/model.ts';
import type { Fix } from '../records/problem.ts';
import type { Span } from '../text/span.ts';
import type { FigureEvidence } from './assess.ts';
import type { DateEvidence } from './assess-date.ts';
import type { CheckContext } from './context.ts';
import type { Finding, Related, Severity, Verdict } from './finding.ts';
import type { SourceState } from './source-state.ts';

/** What a rule complains of; the run adds the rule's name, the claim, and the severity. */
export interface Complaint extends Span {
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly fix?: Fix;
  readonly related?: readonly Related[];
  /** Where the rule's own severity does not fit. */
  readonly severity?: Severity;
  /** What it makes of the claim, where that is not what the rule makes of it otherwise; `none` leaves the verdict alone. */
  readonly verdict?: Effect | 'none';
}

/** What a finding makes of the claim that it speaks of. */
export type Effect = Extract<Verdict, 'refuted' | 'not-found' | 'unchecked'>;

/** How the operands of a computed figure came out: claim id → verdict, in their order; absent where no figure has the id. */
export interface Operand {
  readonly id: string;
  readonly figure?: FigureClaim;
  readonly verdict?: Verdict;
  /** The figure is computed, by however many steps, from itself. */
  readonly circular?: boolean;
}

/**
 * One rule: a plain object that turns what was assessed into complaints. A rule has one or more of the functions; each
 * is called once for each thing of its kind, and returns what it complains of.
 */
export interface Rule {
  /** Group and name: `figure/value`. */
  readonly id: string;
  readonly severity: Severity | 'off';
  /** What its findings make of a claim; absent where they leave the verdict alone. */
  readonly verdict?: Effect;
  /** What it says, in one short phrase, for lists of rules. */
  readonly title: string;
  /** A figure beside one piece of evidence. */
  readonly figureEvidence?: (
    figure: FigureClaim,
    evidence: FigureEvidence,
    context: CheckContext,
  ) => readonly Complaint[];
  /** A figure by itself, whatever its evidence. */
  readonly figure?: (figure: FigureClaim, context: CheckContext) => readonly Complaint[];
  /** A computed figure beside its operands. */
  readonly derived?: (figure: FigureClaim, operands: readonly Operand[], context: CheckContext) => readonly Complaint[];
  /** A date beside one piece of evidence. */
  readonly dateEvidence?: (claim: DateClaim, evidence: DateEvidence, context: CheckContext) => readonly Complaint[];
  readonly date?: (claim: DateClaim, context: CheckContext) => readonly Complaint[];
  readonly source?: (state: SourceState, context: CheckContext) => readonly Complaint[];
  readonly agency?: (use: AgencyUse, context: CheckContext) => readonly Complaint[];
  readonly record?: (context: CheckContext) => readonly Complaint[];
  /** Called last, with everything that the other rules found and which acceptance covers it. */
  readonly afterwards?: (context: CheckContext, findings: readonly Finding[]) => readonly Complaint[];
}
