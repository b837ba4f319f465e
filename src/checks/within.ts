import type { Article } from '../articles/article.ts';
import type { PeriodMention, Quantity } from '../quantities/quantity.ts';
import { contains, overlaps, type Span } from '../text/span.ts';

/** Index of the first of the ordered spans that ends after the offset; their number where none does. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The quantities whose number stands in one of the pieces: with its scale word, or its digits alone where the quote
 * stops before the scale word. What surrounds it (qualifier, unit) may lie outside.
 */
export const quantitiesWithin = (article: Article, pieces: readonly Span[]): readonly Quantity[] =>
  pieces.flatMap((piece) =>
    quantitiesTouching(article, piece).filter(
      (quantity) => contains(piece, quantity.number) || contains(piece, quantity.digits),
    ),
  );

/** The quantities of an article that share a unit with a span; no more of the article is read than that takes. */
export const quantitiesTouching = ({ reading }: Article, span: Span): readonly Quantity[] =>
  touching(reading(span).quantities, span);

/** The mentions of years and months that a span touches. */
export const mentionsWithin = ({ reading }: Article, span: Span): readonly PeriodMention[] =>
  touching(reading(span).periods, span);

/** Those of the ordered spans that share a unit with the span given. */
export function touching<T extends Span>(spans: readonly T[], span: Span): readonly T[] {
  const first = firstEndingAfter(spans, span.start);
  let last = first;
  while (last < spans.length && overlaps(spans[last] as T, span)) last += 1;
  return spans.slice(first, last);
}
