import type { Article } from '../articles/article.ts';
import type { RecordResult } from '../checks/finding.ts';
import { articleClaims, ignoredPassages } from '../insight/article-claims.ts';
import { type ArticleClaim, type ArticleCoverage, coverageOf, type IgnoredPassage } from '../insight/coverage.ts';
import type { OpenedArticles } from '../node/article-shelf.ts';
import { sourcePath } from '../records/layout.ts';
import type { PolicyRecord } from '../records/model.ts';

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
    for (const [source, outcome] of opened) {
      const place = sourcePath(record.path, source.file?.value ?? '');
      if (!('path' in place) || !('article' in outcome)) {
        this.notChecked.push(`“${source.id.value}” of ${record.path}, which could not be opened`);
        continue;
      }
      const cited = this.citedAt(place.path, outcome.article);
      cited.claims.push(...articleClaims(record, result, source));
      cited.ignored.push(...ignoredPassages(record, source, outcome.article));
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
