import type { Range } from 'vscode-languageserver-types';
import type { ClaimResult, EvidenceResult, Verdict } from '../checks/finding.ts';
import type { DateClaim, FigureClaim } from '../records/model.ts';
import { findQuote } from '../text/quote.ts';
import { sentenceAt } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import { placeInArticle, rangeOf } from './ranges.ts';
import { type RecordView, sourceNamed } from './views.ts';

/** One claim of a record: where it stands, what the check says, and the passages that it was compared with. */
export interface ClaimState {
  readonly type: 'figure' | 'date';
  readonly id: string;
  /** What a person calls it: a figure's label, a date's event. */
  readonly label: string;
  /** Of a figure that names one. */
  readonly indicator?: string;
  readonly verdict: Verdict;
  /** The whole claim in the record. */
  readonly range: Range;
  /** Its number or date in the record. */
  readonly valueRange: Range;
  /** What was found, one sentence each; empty where nothing was. */
  readonly messages: readonly string[];
  /** The same, with what the source says and what the record says, where both are short enough to be set side by side. */
  readonly differences: readonly Difference[];
  /** Best evidence first: those with a number before those without. */
  readonly passages: readonly ArticlePassage[];
}

export interface Difference {
  readonly message: string;
  readonly source?: string;
  readonly record?: string;
}

/** A place in an open article. */
export interface ArticlePassage {
  readonly uri: string;
  /** Id of the source. */
  readonly source: string;
  /** The quote or, without one, the sentence. */
  readonly passage: Range;
  /** The number in it that the claim was compared with. */
  readonly number?: Range;
}

/** The claims of a record that can be read, dates and figures in the order of the file. */
export function claimStatesOf(view: RecordView): ClaimState[] {
  const { record, result, lines } = view;
  if (!record) return [];
  // The results are in the order of figures and dates, which tells those apart that have the same id by mistake.
  return [...record.figures, ...record.dates]
    .map((claim, index) => ({ claim, checked: result.claims[index] }))
    .sort((a, b) => a.claim.start - b.claim.start)
    .flatMap(({ claim, checked }) => {
      if (!checked) return [];
      const found = result.findings.filter(
        (finding) => finding.claim === checked.id && contains(claim, finding) && finding.accepted === undefined,
      );
      return {
        type: claim.type,
        id: claim.id.value,
        label: labelOf(claim),
        ...(claim.type === 'figure' && claim.indicator && { indicator: claim.indicator.value }),
        verdict: checked.verdict,
        range: rangeOf(lines, claim),
        valueRange: rangeOf(lines, claim.type === 'date' ? claim.date : claim.value),
        messages: found.map(({ message }) => message),
        differences: found.map(({ message, expected, found: said }) => ({
          message,
          ...(expected !== undefined && { source: expected }),
          ...(said !== undefined && { record: said }),
        })),
        passages: passagesOf(view, claim, checked),
      };
    });
}

const labelOf = (claim: DateClaim | FigureClaim): string =>
  claim.type === 'figure' ? claim.label.value : (claim.event?.value ?? claim.date.value);

function passagesOf(view: RecordView, claim: DateClaim | FigureClaim, checked: ClaimResult): ArticlePassage[] {
  const proven = checked.evidence.flatMap((evidence) => passageOf(view, claim, evidence) ?? []);
  if (proven.length > 0) return proven.sort((a, b) => Number(!a.number) - Number(!b.number));
  // Where the quote is not there, the nearest passage that a finding tells of is what a person wants to see.
  return view.result.findings
    .filter((finding) => finding.claim === checked.id && contains(claim, finding))
    .flatMap(({ related }) => related)
    .flatMap(({ source, ...place }) => whole(view, source, place) ?? []);
}

function passageOf(
  view: RecordView,
  claim: DateClaim | FigureClaim,
  { source, place }: EvidenceResult,
): ArticlePassage | undefined {
  const { article } = sourceNamed(view, source) ?? {};
  if (!place || !article) return undefined;
  const quotes = claim.evidence.flatMap((piece) =>
    piece.quote && (piece.source?.value ?? source) === source ? [piece.quote.value] : [],
  );
  const passage = quotes.flatMap((quote) => findQuote(article.folded(), quote)).find((match) => contains(match, place));
  if (passage && passage.start === place.start && passage.end === place.end) return whole(view, source, place);
  const around = whole(view, source, passage ?? sentenceAt(article.text, place.start));
  const number = placeInArticle(sourceNamed(view, source), place);
  return around && { ...around, ...(number && { number: number.range }) };
}

function whole(view: RecordView, source: string, place: Span): ArticlePassage | undefined {
  const found = placeInArticle(sourceNamed(view, source), place);
  return found && { uri: found.uri, source, passage: found.range };
}
