import type { Article } from '../articles/article.ts';
import type { Evidence } from '../records/model.ts';
import {
  findQuote,
  inexactFrom,
  type NearPassage,
  nearestPassage,
  type QuoteMatch,
  scatteredPieces,
} from '../text/quote.ts';
import type { Span } from '../text/span.ts';
import type { SourceState } from './source-state.ts';

/** Why there is nothing to check against. */
export type Nothing = 'no evidence' | 'unknown source' | 'no file' | 'unreadable' | 'language';

/** Where a piece of evidence points to in its source. */
export type Passage =
  | { readonly kind: 'nothing'; readonly why: Nothing; readonly state?: SourceState }
  /** The quote stands there, once or several times. */
  | {
      readonly kind: 'quoted';
      readonly state: SourceState;
      readonly article: Article;
      readonly matches: readonly QuoteMatch[];
    }
  /** Something like the quote stands there. It is shown and may refute, but it never supports. */
  | { readonly kind: 'near'; readonly state: SourceState; readonly article: Article; readonly nearest: NearPassage }
  /** Nothing like the quote stands there, or its pieces stand apart: in several paragraphs, or in another order. */
  | {
      readonly kind: 'lost';
      readonly state: SourceState;
      readonly article: Article;
      readonly nearest?: NearPassage;
      readonly apart?: readonly Span[];
    }
  /** There is no quote: the whole article is searched. */
  | { readonly kind: 'whole'; readonly state: SourceState; readonly article: Article };

/** How many occurrences of one quote are looked at; a person would not read as many. */
const maxOccurrences = 100;

/** Finds the quote of a piece of evidence in its source, each quote once. */
export function locate(evidence: Evidence, states: readonly SourceState[]): Passage {
  const state = sourceOf(evidence, states);
  if (!state) return { kind: 'nothing', why: evidence.source ? 'unknown source' : 'no evidence' };
  const { article } = state;
  if (!article) return { kind: 'nothing', why: state.failure ? 'unreadable' : 'no file', state };
  // In a language without a table a scale word would be passed over, and a wrong number might look right.
  const unread = state.isForeign === true;
  if (!evidence.quote) return unread ? { kind: 'nothing', why: 'language', state } : { kind: 'whole', state, article };
  const quote = evidence.quote.value;
  const folded = article.folded();
  const matches = findQuote(folded, quote, maxOccurrences);
  if (matches.length > 0)
    return unread ? { kind: 'nothing', why: 'language', state } : { kind: 'quoted', state, article, matches };
  const apart = scatteredPieces(folded, quote);
  if (apart) return { kind: 'lost', state, article, apart };
  const nearest = nearestPassage(folded, quote);
  if (nearest && nearest.similarity >= inexactFrom) return { kind: 'near', state, article, nearest };
  return { kind: 'lost', state, article, ...(nearest && { nearest }) };
}

/** The source that is named, else the record's only one. */
function sourceOf(evidence: Evidence, states: readonly SourceState[]): SourceState | undefined {
  const named = evidence.source?.value;
  if (named !== undefined) return states.find((state) => state.source.id.value === named);
  return states.length === 1 ? states[0] : undefined;
}
