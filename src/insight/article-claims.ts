import type { Article } from '../articles/article.ts';
import type { RecordResult } from '../checks/finding.ts';
import type { PolicyRecord, Source } from '../records/model.ts';
import { findQuote } from '../text/quote.ts';
import type { ArticleClaim, IgnoredPassage } from './coverage.ts';

/** What a record claims of the article of one of its sources. */
export function articleClaims(record: PolicyRecord, result: RecordResult, source: Source): ArticleClaim[] {
  const labels = new Map<string, string>();
  for (const { id, label } of record.figures) labels.set(`figure ${id.value}`, label.value);
  for (const { id, event } of record.dates) labels.set(`date ${id.value}`, event?.value ?? id.value);
  return result.claims.flatMap(({ type, id, verdict, places }) => {
    const own = places.filter((place) => place.source === source.id.value);
    const label = labels.get(`${type} ${id}`) ?? id;
    return own.length > 0 ? [{ record: record.path, type, id, label, verdict, places: own }] : [];
  });
}

/** What a record leaves out on purpose of the article of one of its sources. */
export const ignoredPassages = (record: PolicyRecord, source: Source, article: Article): IgnoredPassage[] =>
  source.ignore.flatMap(({ quote, reason }) =>
    findQuote(article.folded(), quote.value).map(({ start, end }) => ({
      record: record.path,
      start,
      end,
      ...(reason && { reason: reason.value }),
    })),
  );
