import type { DateClaim, Evidence, FigureClaim } from '../../records/model.ts';
import type { Difference, NearPassage } from '../../text/quote.ts';
import type { CheckContext } from '../context.ts';
import { replacedQuote } from '../edits.ts';
import type { Passage } from '../locate.ts';
import { placeIn } from '../related.ts';
import type { Complaint, Rule } from '../rule.ts';
import { shown, sliceOf } from '../wording.ts';

/** The quote stands in the source nearly, but not word for word. */
export const quoteInexact: Rule = {
  id: 'quote/inexact',
  severity: 'error',
  verdict: 'not-found',
  title: 'the quote is not word for word',
  figureEvidence: (figure, { evidence, passage }, context) => complaints(figure, evidence, passage, context),
  dateEvidence: (claim, { evidence, passage }, context) => complaints(claim, evidence, passage, context),
};

function complaints(
  claim: FigureClaim | DateClaim,
  evidence: Evidence,
  passage: Passage,
  { record }: CheckContext,
): readonly Complaint[] {
  if (passage.kind !== 'near' || !evidence.quote) return [];
  const { article, nearest, state } = passage;
  const words = nearest.pieces.map((piece) => sliceOf(article, piece).replace(/\s+/gu, ' ').trim()).join(' […] ');
  const { start, end } = evidence.quote;
  const mapping = evidence.start < start ? evidence : claim;
  return [
    {
      start,
      end,
      message: `The quote stands in “${state.source.id.value}” nearly, but not word for word: ${differenceText(nearest)}.`,
      expected: words,
      found: evidence.quote.value,
      related: [placeIn(state, nearest.span)],
      fix: replacedQuote({ text: record.text, mapping }, evidence.quote, words, "Take the source's words"),
    },
  ];
}

/** How many differences a message spells out. */
const shownDifferences = 3;

function differenceText({ differences }: NearPassage): string {
  const texts = differences.slice(0, shownDifferences).map(oneDifference);
  const rest = differences.length - texts.length;
  return `${texts.join('; ')}${rest > 0 ? `; and ${rest} more ${rest === 1 ? 'place' : 'places'}` : ''}`;
}

function oneDifference({ kind, quoted, printed }: Difference): string {
  if (kind === 'missing') return `“${shown(quoted)}” does not stand in the source`;
  if (kind === 'added') return `the quote leaves out “${shown(printed)}”`;
  const note = looksAlike(quoted, printed) ? ', with letters of another alphabet that look alike' : '';
  return `the source says “${shown(printed)}”, the quote “${shown(quoted)}”${note}`;
}

const otherAlphabets = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Words of one length that differ by letters of another alphabet can seldom be told apart by the eye. */
const looksAlike = (quoted: string, printed: string): boolean =>
  quoted.length === printed.length && otherAlphabets.test(quoted) !== otherAlphabets.test(printed);
