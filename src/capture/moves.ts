import type { Article } from '../articles/article.ts';
import type { PolicyRecord } from '../records/model.ts';
import { findQuote, nearestPassage } from '../text/quote.ts';
import type { Span } from '../text/span.ts';

/** What became of a quote in the article that was captured anew. */
export type QuoteFate = 'same' | 'moved' | 'changed' | 'vanished';

export interface QuoteChange {
  readonly claim: string;
  readonly quote: string;
  /** Of the quote in the record. */
  readonly place: Span;
  readonly fate: QuoteFate;
  /** Changed: the passage that is most like it now. */
  readonly now?: string;
}

/** What became of every quote of a source that stood in the old article; one that never stood there is left to the check. */
export function quoteChanges(record: PolicyRecord, source: string, old: Article, captured: Article): QuoteChange[] {
  const only = record.sources.length === 1;
  return [...record.dates, ...record.figures].flatMap((claim) =>
    claim.evidence.flatMap((evidence): QuoteChange[] => {
      if (!evidence.quote || !(evidence.source ? evidence.source.value === source : only)) return [];
      const { value: quote, start, end } = evidence.quote;
      const [before] = findQuote(old.folded(), quote);
      if (!before) return [];
      return [{ claim: claim.id.value, quote, place: { start, end }, ...fateOf(quote, before.start, captured) }];
    }),
  );
}

function fateOf(quote: string, before: number, captured: Article): Pick<QuoteChange, 'fate' | 'now'> {
  const [after] = findQuote(captured.folded(), quote);
  if (after) return { fate: after.start === before ? 'same' : 'moved' };
  const near = nearestPassage(captured.folded(), quote);
  return near ? { fate: 'changed', now: captured.text.slice(near.span.start, near.span.end) } : { fate: 'vanished' };
}
