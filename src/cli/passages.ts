import type { Article } from '../articles/article.ts';
import type { OpenedArticles } from '../node/article-shelf.ts';
import { sourcePath } from '../records/layout.ts';
import type { ArticlePlace, CheckedRecord } from '../reports/report.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** How a report comes from a place in an article to its words and its file. */
type Passages = Pick<CheckedRecord, 'article' | 'articlePlace'>;

export const noPassages: Passages = { article: () => undefined, articlePlace: () => undefined };

/** @param record Path of the record whose sources were opened. */
export function passagesOf(record: string, opened: OpenedArticles): Passages {
  const sources = new Map([...opened].map(([source, result]) => [source.id.value, { source, result }]));
  const articleOf = (id: string): Article | undefined => {
    const result = sources.get(id)?.result;
    return result && 'article' in result ? result.article : undefined;
  };
  // The lines of an article are told once for all the places in it.
  const shown = new Map<Article, LineIndex>();
  const linesOf = (article: Article, file: string): LineIndex => {
    const lines = shown.get(article) ?? new LineIndex(file);
    shown.set(article, lines);
    return lines;
  };
  return {
    article: (id) => articleOf(id)?.text,
    articlePlace({ source: id, start, end }) {
      const place = sourcePath(record, sources.get(id)?.source.file?.value ?? '');
      return 'path' in place ? placeOf(place.path, { start, end }, articleOf(id), linesOf) : undefined;
    },
  };
}

/** With lines where the file is a text, which a page of HTML is too, and with the page where it has pages. */
function placeOf(
  path: string,
  span: Span,
  article: Article | undefined,
  linesOf: (article: Article, file: string) => LineIndex,
): ArticlePlace {
  if (!article) return { path };
  const { view, text } = article;
  if (view.kind === 'pages') {
    const place = view.pageAt?.(span.start);
    return place ? { path, page: place.page } : { path };
  }
  const lines = linesOf(article, view.kind === 'markup' ? view.file : text);
  const { start, end } = view.kind === 'markup' ? view.toFile(span) : span;
  return { path, lines: { start: lines.positionAt(start), end: lines.positionAt(end) } };
}
