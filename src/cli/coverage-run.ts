import type { Article } from '../articles/article.ts';
import type { RecordResult } from '../checks/finding.ts';
import { type ArticleClaim, type ArticleCoverage, coverageOf, type IgnoredPassage } from '../insight/coverage.ts';
import type { OpenedArticles } from '../node/article-shelf.ts';
import { sourcePath } from '../records/layout.ts';
import type { PolicyRecord } from '../records/model.ts';
import { findQuote } from '../text/quote.ts';

/** An article with everything that the records of a run say of its numbers. */
interface Cited {
  readonly article: Article;
  readonly claims: ArticleClaim[];
  readonly ignored: IgnoredPassage[];
}

/** The coverage of one article of a repository. */
export interface CoveredArticle {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly article: Article;
  readonly coverage: ArticleCoverage;
}

/** Gathers what records claim of articles, record by record, and then counts article by article. */
export class CoverageRun {
  private readonly cited = new Map<string, Cited>();
  /** Sources that could not be opened, as phrases for a report. */
  readonly notChecked: string[] = [];

  add(record: PolicyRecord, result: RecordResult, opened: OpenedArticles): void {
    const labels = new Map<string, string>();
    for (const { id, label } of record.figures) labels.set(`figure ${id.value}`, label.value);
    for (const { id, event } of record.dates) labels.set(`date ${id.value}`, event?.value ?? id.value);
    for (const [source, outcome] of opened) {
      const place = sourcePath(record.path, source.file?.value ?? '');
      if (!('path' in place) || !('article' in outcome)) {
        this.notChecked.push(`“${source.id.value}” of ${record.path}, which could not be opened`);
        continue;
      }
      const cited = this.citedAt(place.path, outcome.article);
      for (const { type, id, verdict, places } of result.claims) {
        const own = places.filter((one) => one.source === source.id.value);
        const label = labels.get(`${type} ${id}`) ?? id;
        if (own.length > 0) cited.claims.push({ record: record.path, type, id, label, verdict, places: own });
      }
      for (const { quote, reason } of source.ignore) {
        for (const { start, end } of findQuote(outcome.article.folded(), quote.value)) {
          cited.ignored.push({ record: record.path, start, end, ...(reason && { reason: reason.value }) });
        }
      }
    }
  }

  /** In the order of paths. */
  articles(): CoveredArticle[] {
    return [...this.cited]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { article, claims, ignored }]) => ({
        path,
        article,
        coverage: coverageOf(article.reading().quantities, claims, ignored),
      }));
  }

  /** Records may declare another language or encoding for the same file; the first one decides how it is read. */
  private citedAt(path: string, article: Article): Cited {
    const known = this.cited.get(path);
    if (known) return known;
    const cited = { article, claims: [], ignored: [] };
    this.cited.set(path, cited);
    return cited;
  }
}
