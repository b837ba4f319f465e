import type { DateClaim, Evidence, FigureClaim } from '../../records/model.ts';
import type { Passage } from '../locate.ts';
import { placeIn } from '../related.ts';
import type { Complaint, Rule } from '../rule.ts';
import { shown, sliceOf } from '../wording.ts';

/** The quote does not stand in the source, and nothing like it. */
export const quoteNotFound: Rule = {
  id: 'quote/not-found',
  severity: 'error',
  verdict: 'not-found',
  title: 'the quote does not stand in the source',
  figureEvidence: (figure, { evidence, passage }) => complaints(figure, evidence, passage),
  dateEvidence: (claim, { evidence, passage }) => complaints(claim, evidence, passage),
};

function complaints(claim: FigureClaim | DateClaim, { quote }: Evidence, passage: Passage): readonly Complaint[] {
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
