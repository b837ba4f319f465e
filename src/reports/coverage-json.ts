import { percentOf } from '../insight/coverage.ts';
import { LineIndex } from '../text/lines.ts';
import { type ReportedArticle, totalOf } from './coverage-table.ts';
import { printedQuantity } from './quantities.ts';

/** Coverage for programs: counts, and each quantity with what became of it. Lines are zero-based, offsets UTF-16 units. */
export function coverageJson(articles: readonly ReportedArticle[], notChecked: readonly string[]): string {
  const total = totalOf(articles);
  const printed = articles.map(({ path, article, coverage }) => {
    const lines = new LineIndex(article.text);
    const { claimed, ignored, unclaimed, quantities } = coverage;
    return {
      file: path,
      language: article.language,
      ...{ claimed, ignored, unclaimed, percent: percentOf(coverage) },
      quantities: quantities.map(({ quantity, state, claims, reason }) => ({
        state,
        ...printedQuantity(article.text, quantity),
        line: lines.positionAt(quantity.start).line,
        ...(claims.length > 0 && {
          claims: claims.map(({ record, type, id, verdict }) => ({ record, type, id, verdict })),
        }),
        ...(reason !== undefined && { reason }),
      })),
    };
  });
  return `${JSON.stringify({ version: 1, summary: { articles: articles.length, ...total, percent: percentOf(total) }, notChecked, articles: printed }, undefined, 2)}\n`;
}
