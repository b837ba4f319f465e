import type { Article } from '../articles/article.ts';
import type { Evidence } from '../records/model.ts';
import type { NearPassage, QuoteMatch } from '../text/quote.ts';
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

/** Finds the quote of a piece of evidence in its source, each quote once. */
export function locate(evidence: Evidence, states: readonly SourceState[]): Passage {
  const state = sourceOf(evidence, states);
  if (!state) return { kind: 'nothing', why: evidence.source ? 'unknown source' : 'no evidence' };
  const { article } = state;
  if (!article) return { kind: 'nothing', why: state.failure ? 'unreadable' : 'no file', state };
  // In a language without a table a scale word would be passed over, and a wrong number might look right.
  const unread = state.isForeign === true;
  if (!evidence.quote) return unread ? { kind: 'nothing', why: 'language', state } : { kind: 'whole', state, article };
  const found = state.search(article, evidence.quote.value);
  switch (found.kind) {
    case 'exact':
      if (unread) return { kind: 'nothing', why: 'language', state };
      return { kind: 'quoted', state, article, matches: found.matches };
    case 'near':
      return { ...found, state, article };
    case 'apart':
      return { kind: 'lost', state, article, apart: found.apart };
    case 'lost':
      return { ...found, state, article };
  }
}

/** The source that is named, else the record's only one. */
function sourceOf(evidence: Evidence, states: readonly SourceState[]): SourceState | undefined {
  const named = evidence.source?.value;
  if (named !== undefined) return states.find((state) => state.source.id.value === named);
  return states.length === 1 ? states[0] : undefined;
}
