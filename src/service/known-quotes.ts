import type { Article } from '../articles/article.ts';
import { type FoundQuote, searchQuote } from '../checks/search-quote.ts';

/** Quotes of one article that are kept; a record has at most 5,000 figures. */
const most = 6_000;

/** Where quotes stand, kept as long as their article: at the next key all but one are the same. */
export class KnownQuotes {
  private readonly found = new WeakMap<Article, Map<string, FoundQuote>>();

  search(article: Article, quote: string): FoundQuote {
    const known = this.of(article);
    const before = known.get(quote);
    if (before) return before;
    const found = searchQuote(article, quote);
    // A quote that is being written is another one at every key.
    if (known.size >= most) known.clear();
    known.set(quote, found);
    return found;
  }

  private of(article: Article): Map<string, FoundQuote> {
    const known = this.found.get(article) ?? new Map<string, FoundQuote>();
    this.found.set(article, known);
    return known;
  }
}
