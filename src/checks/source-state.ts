import type { Article, ArticleFailure, ArticleResult } from '../articles/article.ts';
import { readsLanguage } from '../quantities/recognise.ts';
import type { Source } from '../records/model.ts';
import { type Days, daysOf } from './calendar.ts';
import type { SearchQuote } from './search-quote.ts';

/** A source of the record and what became of reading it. */
export interface SourceState {
  readonly source: Source;
  /** Absent where the source names no file or the file could not be read. */
  readonly article?: Article;
  /** Nothing reads the language of the article, or there is none. */
  readonly isForeign?: boolean;
  readonly failure?: ArticleFailure;
  /** The file's SHA-256 where it is not the recorded one. */
  readonly changedTo?: string;
  readonly published?: Days;
  readonly search: SearchQuote;
}

/** Reads what a source names and compares its hash. A source without a file (an address alone) has no article. */
export function stateOf(source: Source, read: (source: Source) => ArticleResult, search: SearchQuote): SourceState {
  const published = source.published && daysOf(source.published.value);
  const common = { source, search, ...(published && { published }) };
  if (!source.file) return common;
  const result = read(source);
  if ('failure' in result) return { ...common, failure: result.failure };
  const { article } = result;
  const recorded = source.sha256?.value.trim().toLowerCase();
  const changedTo = recorded !== undefined && recorded !== article.sha256() ? article.sha256() : undefined;
  return {
    ...common,
    article,
    isForeign: !readsLanguage(article.language),
    ...(changedTo !== undefined && { changedTo }),
  };
}
