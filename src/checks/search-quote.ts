import type { Article } from '../articles/article.ts';
import {
  findQuote,
  inexactFrom,
  type NearPassage,
  nearestPassage,
  type QuoteMatch,
  scatteredPieces,
} from '../text/quote.ts';
import type { Span } from '../text/span.ts';

/** What became of looking for a quote in an article. */
export type FoundQuote =
  /** It stands there, once or several times. */
  | { readonly kind: 'exact'; readonly matches: readonly QuoteMatch[] }
  /** Its pieces stand apart: in several paragraphs, or in another order. */
  | { readonly kind: 'apart'; readonly apart: readonly Span[] }
  /** Something like it stands there. */
  | { readonly kind: 'near'; readonly nearest: NearPassage }
  /** Nothing like it does; the nearest passage is shown all the same. */
  | { readonly kind: 'lost'; readonly nearest?: NearPassage };

export type SearchQuote = (article: Article, quote: string) => FoundQuote;

/** How many occurrences of one quote are looked at; a person would not read as many. */
export const maxOccurrences = 100;

/** Looks for a quote word for word, then in pieces, then for what is nearest to it. */
export const searchQuote: SearchQuote = (article, quote) => {
  const folded = article.folded();
  const matches = findQuote(folded, quote, maxOccurrences);
  if (matches.length > 0) return { kind: 'exact', matches };
  const apart = scatteredPieces(folded, quote);
  if (apart) return { kind: 'apart', apart };
  const nearest = nearestPassage(folded, quote);
  if (nearest && nearest.similarity >= inexactFrom) return { kind: 'near', nearest };
  return { kind: 'lost', ...(nearest && { nearest }) };
};
