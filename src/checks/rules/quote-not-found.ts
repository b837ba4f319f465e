import type { DateClaim, Evidence, FigureClaim } from '../../records/model.ts';
import { findQuote } from '../../text/quote.ts';
import type { CheckContext } from '../context.ts';
import { replacement } from '../edits.ts';
import type { Passage } from '../locate.ts';
import { placeIn } from '../related.ts';
import type { Complaint, Rule } from '../rule.ts';
import type { SourceState } from '../source-state.ts';
import { shown, sliceOf } from '../wording.ts';

/** The quote does not stand in the source, and nothing like it. */
export const quoteNotFound: Rule = {
  id: 'quote/not-found',
  severity: 'error',
  verdict: 'not-found',
  title: 'the quote does not stand in the source',
  figureEvidence: (figure, { evidence, passage }, context) => complaints(figure, evidence, passage, context),
  dateEvidence: (claim, { evidence, passage }, context) => complaints(claim, evidence, passage, context),
};

function complaints(
  claim: FigureClaim | DateClaim,
  { quote, source }: Evidence,
  passage: Passage,
  { sources }: CheckContext,
): readonly Complaint[] {
  if (passage.kind !== 'lost') return [];
  const { article, nearest, state, apart } = passage;
  const { start, end } = quote ?? claim;
  if (apart) {
    return [
      {
        start,
        end,
        message: `The pieces of the quote all stand in “${state.source.id.value}”, but not in this order within one paragraph; quote a single paragraph, or give each passage a place of its own under \`evidence\`.`,
        ...(quote && { found: quote.value }),
        related: apart.map((piece) => placeIn(state, piece)),
      },
    ];
  }
  const elsewhere = quote && sourceWith(quote.value, sources);
  if (elsewhere) {
    const id = elsewhere.source.id.value;
    return [
      {
        start,
        end,
        message: `The quote does not stand in “${state.source.id.value}”; it stands in “${id}”: name that as the source.`,
        found: quote.value,
        ...(source && { fix: replacement(source, id, `Name “${id}” as the source`) }),
        related: [],
      },
    ];
  }
  const words = nearest && sliceOf(article, nearest.span);
  return [
    {
      start,
      end,
      message: `The quote does not stand in “${state.source.id.value}”${words ? `; the nearest passage is “${shown(words)}”` : ''}. Quote the source's own words.`,
      ...(words && { expected: words }),
      ...(quote && { found: quote.value }),
      ...(nearest && { related: [placeIn(state, nearest.span)] }),
    },
  ];
}

/** Another source of the record in which the quote stands. */
const sourceWith = (quote: string, sources: readonly SourceState[]): SourceState | undefined =>
  sources.find(({ article }) => article && findQuote(article.folded(), quote, 1).length > 0);
