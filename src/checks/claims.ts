import type { DateClaim, FigureClaim } from '../records/model.ts';
import type { Span } from '../text/span.ts';
import { withAcceptances } from './acceptance.ts';
import { assessFigure, bears, type FigureEvidence } from './assess.ts';
import { assessDate, bearsDate, type DateEvidence } from './assess-date.ts';
import { collect, failed, type Weighed } from './collect.ts';
import type { CheckContext } from './context.ts';
import type { ClaimedPlace, ClaimResult, EvidenceResult, Finding, Verdict } from './finding.ts';
import type { Passage } from './locate.ts';
import { filePlace } from './related.ts';
import type { Operand, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { dateSaid, figureSaid } from './said.ts';
import { verdictOn, worst } from './verdict.ts';
import { sliceOf } from './wording.ts';

type Claim = DateClaim | FigureClaim;

/** What checking one claim says. */
export interface CheckedClaim {
  readonly result: ClaimResult;
  /** With the acceptances of the record applied. */
  readonly findings: readonly Finding[];
}

const ofFigures = rules.filter(({ figure, derived }) => figure ?? derived);
const ofFigureEvidence = rules.filter(({ figureEvidence }) => figureEvidence);
const ofDates = rules.filter(({ date }) => date);
const ofDateEvidence = rules.filter(({ dateEvidence }) => dateEvidence);

/** Ids of sources whose file is not the recorded one, as long as nobody accepts that: what stands in them is unchecked. */
export type Distrusted = ReadonlySet<string>;

/** Checks a figure against its evidence; for a computed one `operands` says how the figures came out that it is made of. */
export function checkFigure(
  figure: FigureClaim,
  operands: readonly Operand[],
  context: CheckContext,
  distrusted: Distrusted,
): CheckedClaim {
  const own = ofFigures.flatMap((rule) => [
    ...call(rule, figure, rule.figure, (run) => run(figure, context)),
    ...(figure.derived ? call(rule, figure, rule.derived, (run) => run(figure, operands, context)) : []),
  ]);
  const pieces = figure.evidence.map((evidence) =>
    checkPiece(figure, distrusted, () => {
      const assessed = assessFigure(figure, evidence, context);
      return {
        isBorneOut: bears(assessed),
        passage: assessed.passage,
        place: placeOf(assessed),
        says: figureSaid(assessed, figure.unit?.value),
        claimed: claimedPlaces(assessed),
        found: ofFigureEvidence.flatMap((rule) =>
          call(rule, figure, rule.figureEvidence, (run) => run(figure, assessed, context)),
        ),
      };
    }),
  );
  return conclude(figure, own, pieces);
}

/** Checks a date against its evidence. */
export function checkDate(claim: DateClaim, context: CheckContext, distrusted: Distrusted): CheckedClaim {
  const own = ofDates.flatMap((rule) => call(rule, claim, rule.date, (run) => run(claim, context)));
  const pieces = claim.evidence.map((evidence) =>
    checkPiece(claim, distrusted, () => {
      const assessed = assessDate(claim, evidence, context.sources);
      return {
        isBorneOut: bearsDate(assessed),
        passage: assessed.passage,
        place: datePlace(assessed),
        says: dateSaid(assessed),
        claimed: assessed.best ? [assessed.best.printed] : [],
        found: ofDateEvidence.flatMap((rule) =>
          call(rule, claim, rule.dateEvidence, (run) => run(claim, assessed, context)),
        ),
      };
    }),
  );
  return conclude(claim, own, pieces);
}

const call = <T>(
  rule: Rule,
  claim: Claim,
  run: T | undefined,
  apply: (run: T) => ReturnType<Parameters<typeof collect>[3]>,
): readonly Weighed[] => (run === undefined ? [] : collect(rule, { claim: claim.id.value }, claim, () => apply(run)));

/** What became of one piece of evidence before its verdict. */
interface Piece {
  readonly isBorneOut: boolean;
  readonly passage: Passage;
  readonly place: Span | undefined;
  readonly says: string | undefined;
  readonly claimed: readonly Span[];
  readonly found: readonly Weighed[];
}

interface CheckedPiece {
  readonly result: EvidenceResult;
  readonly found: readonly Weighed[];
  readonly places: readonly ClaimedPlace[];
  /** It is supported, or findings of its own say why not, so that accepting them settles it. */
  readonly isExplained: boolean;
}

function checkPiece(claim: Claim, distrusted: Distrusted, assess: () => Piece): CheckedPiece {
  let piece: Piece;
  try {
    piece = assess();
  } catch {
    const found = [failed('check/failed', { claim: claim.id.value }, claim)];
    return { result: { source: '', verdict: 'unchecked' }, found, places: [], isExplained: true };
  }
  const { passage, place, says, found, isBorneOut } = piece;
  const source = passage.state?.source.id.value ?? '';
  const effects = found.flatMap(({ effect }): readonly Verdict[] => (effect ? [effect] : []));
  const isDistrusted = distrusted.has(source);
  const isExplained = !isDistrusted && (effects.length > 0 || isBorneOut);
  if (isDistrusted) effects.push('unchecked');
  const article = passage.kind === 'nothing' ? undefined : passage.article;
  const text = place && article ? sliceOf(article, place) : undefined;
  return {
    result: {
      source,
      verdict: verdictOn(effects, isBorneOut),
      ...(place && { place: { start: place.start, end: place.end } }),
      ...(place && article && article.view.kind !== 'text' && { inFile: filePlace(article, place) }),
      ...(text !== undefined && { text }),
      ...(place && says !== undefined && { says }),
    },
    found,
    places: piece.claimed.map(({ start, end }) => ({ source, start, end })),
    isExplained,
  };
}

/** The number, or the quote where there is no number. */
function placeOf({ passage, best, match }: FigureEvidence): Span | undefined {
  if (passage.kind === 'whole') return best && bestOrNothing(best.value !== 'other', best.quantity);
  return best?.quantity ?? match ?? (passage.kind === 'near' ? passage.nearest.span : undefined);
}

const bestOrNothing = (isFound: boolean, span: Span): Span | undefined => (isFound ? span : undefined);

function datePlace({ passage, best }: DateEvidence): Span | undefined {
  if (passage.kind === 'whole') return best && bestOrNothing(best.agreement === 'same', best.printed);
  if (best) return best.printed;
  return passage.kind === 'quoted' ? passage.matches[0] : passage.kind === 'near' ? passage.nearest.span : undefined;
}

/** Every place that a figure speaks of: wherever its quote stands, or its number where it has no quote. */
const claimedPlaces = ({ places }: FigureEvidence): readonly Span[] => places.map(({ quantity }) => quantity);

function conclude(claim: Claim, own: readonly Weighed[], pieces: readonly CheckedPiece[]): CheckedClaim {
  const evidence = pieces.map(({ result }) => result);
  const effects = own.flatMap(({ effect }): readonly Verdict[] => (effect ? [effect] : []));
  const isComputed = claim.type === 'figure' && claim.derived !== undefined;
  const verdicts = [...effects, ...evidence.map((piece) => piece.verdict)];
  const verdict = verdicts.length === 0 && isComputed ? 'supported' : worst(verdicts);
  const found = [...own, ...pieces.flatMap((piece) => piece.found)].map(({ finding }) => finding);
  const findings = withAcceptances([claim], found);
  const isSettled = pieces.every(({ isExplained }) => isExplained) && areAccepted(findings);
  return {
    result: {
      type: claim.type,
      id: claim.id.value,
      verdict: verdict !== 'supported' && isSettled ? 'accepted' : verdict,
      evidence,
      places: pieces.flatMap(({ places }) => places),
    },
    findings,
  };
}

/** Whether somebody looked at every error and warning and gave a reason; infos ask for nothing. */
function areAccepted(findings: readonly Finding[]): boolean {
  const serious = findings.filter(({ severity }) => severity !== 'info');
  return serious.length > 0 && serious.every(({ accepted }) => accepted !== undefined);
}
