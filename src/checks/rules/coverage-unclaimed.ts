import { findQuote } from '../../text/quote.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { CheckContext } from '../context.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import type { SourceState } from '../source-state.ts';
import { touching } from '../within.ts';
import { quantityWords, readableQuantity } from '../wording.ts';

/** A quantity of the source that no figure of any record claims. Cut-offs, dates and ignored passages do not count. */
export const coverageUnclaimed: Rule = {
  id: 'coverage/unclaimed',
  severity: 'off',
  title: 'no figure claims a number of the source',
  source(state, context) {
    const { article, source } = state;
    if (!article) return [];
    const claimed = claimedPlaces(state, context);
    const { start, end } = source.file ?? source;
    return article
      .reading()
      .quantities.filter(
        (quantity) => quantity.kind !== 'date' && !quantity.cutoff && touching(claimed, quantity).length === 0,
      )
      .map((quantity) => ({
        start,
        end,
        message: `No figure claims “${quantityWords(article, quantity)}” of “${source.id.value}”; claim it, or name it under \`ignore\`.`,
        expected: readableQuantity(quantity),
        related: [placeIn(state, quantity)],
      }));
  },
};

/** Ordered and joined, so that they can be searched. */
function claimedPlaces(state: SourceState, { claimedPlaces, input }: CheckContext): readonly Span[] {
  const { article, source } = state;
  if (!article) return [];
  const ignored = source.ignore.flatMap(({ quote }) => findQuote(article.folded(), quote.value));
  const spans = [...claimedPlaces(state), ...ignored, ...(input.claimedElsewhere?.(source) ?? [])];
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && overlaps(last, span))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
