import type { Article } from '../../articles/article.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { FigureClaim } from '../../records/model.ts';
import { contains, overlaps, type Span } from '../../text/span.ts';
import type { FigureEvidence } from '../assess.ts';
import { type Candidate, fits } from '../candidate.ts';
import { placeIn } from '../related.ts';
import type { Complaint, Rule } from '../rule.ts';
import { slipBetween } from '../slip.ts';
import { slipText } from '../slip-wording.ts';
import { quantitiesTouching } from '../within.ts';
import {
  claimText,
  numberWords,
  quantityWords,
  readableQuantity,
  shown,
  sliceOf,
  thingOf,
  withUnit,
} from '../wording.ts';

/** There is no quote, and the number does not stand in the source; or the quote holds no number at all. */
export const figureNotInSource: Rule = {
  id: 'figure/not-in-source',
  severity: 'error',
  verdict: 'not-found',
  title: 'the number does not stand in the source',
  figureEvidence(figure, evidence) {
    const { passage, best } = evidence;
    if (passage.kind === 'quoted' && !best) return [withoutNumber(figure, evidence)];
    if (passage.kind !== 'whole' || (best && fits(best))) return [];
    const { article, state } = passage;
    const nearest = best && nearestText(figure, best, evidence);
    return [
      {
        start: figure.value.start,
        end: figure.value.end,
        message: `The source “${state.source.id.value}” does not give ${claimText(figure)}${nearest ? `; it says ${nearest}` : ''}. Add the quote that bears it, or correct the value.`,
        found: claimText(figure),
        ...(nearest &&
          best && { expected: numberWords(article, best.quantity), related: [placeIn(state, best.quantity)] }),
      },
    ];
  },
};

function withoutNumber(figure: FigureClaim, { evidence, passage, match }: FigureEvidence): Complaint {
  const { start, end } = evidence.quote ?? figure.value;
  const range =
    passage.kind === 'quoted' ? match?.pieces.flatMap((piece) => rangeCutBy(piece, passage.article))[0] : undefined;
  if (range && passage.kind === 'quoted') {
    const meaning = withUnit(readableQuantity(range), thingOf(range));
    return {
      start,
      end,
      message: `The quote “${shown(evidence.quote?.value ?? '')}” is cut out of a range: the source says “${quantityWords(passage.article, range)}” (${meaning}); the record says ${claimText(figure)}. Quote the whole range, and claim it.`,
      expected: meaning,
      found: claimText(figure),
      related: [placeIn(passage.state, range)],
    };
  }
  return {
    start,
    end,
    message: `The quote “${shown(evidence.quote?.value ?? '')}” holds no number that could bear ${claimText(figure)}; quote the words with the number.`,
    expected: claimText(figure),
    found: 'no number',
    ...(match && passage.kind === 'quoted' && { related: [placeIn(passage.state, match)] }),
  };
}

/** The ranges of which the piece holds only one end: *10 percent*, cut out of *between 5 and 10 percent*. */
const rangeCutBy = (piece: Span, article: Article): readonly Quantity[] =>
  quantitiesTouching(article, piece).filter(
    ({ min, max, number, digits }) =>
      min !== undefined && max !== undefined && !contains(piece, number) && overlaps(piece, digits),
  );

/** What the source says instead, where it is the same number of something else or one slip away. */
function nearestText(figure: FigureClaim, best: Candidate, { passage }: FigureEvidence): string | undefined {
  if (passage.kind !== 'whole') return undefined;
  if (best.value !== 'other') return `“${quantityWords(passage.article, best.quantity)}”`;
  const { value } = figure.value;
  if (value.kind !== 'number' || best.way.value === undefined || best.unit === 'disagree') return undefined;
  const text = sliceOf(passage.article, best.quantity.number);
  const slip = slipBetween(value.number, { value: best.way.value, text });
  return slip && `${numberWords(passage.article, best.quantity)} (${slipText(slip)} in the record)`;
}
