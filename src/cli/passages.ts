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
  return {
    article: (id) => articleOf(id)?.text,
    articlePlace({ source: id, start, end }) {
      const place = sourcePath(record, sources.get(id)?.source.file?.value ?? '');
      return 'path' in place ? placeOf(place.path, { start, end }, articleOf(id)) : undefined;
    },
  };
}

/** With lines where the file is the text that was read, with the page where it has pages. */
function placeOf(path: string, span: Span, article: Article | undefined): ArticlePlace {
  if (article?.view.kind === 'pages') {
    const place = article.view.pageAt?.(span.start);
    return place ? { path, page: place.page } : { path };
  }
  // In a marked-up file the place is another one, and lies in a text that is not at hand here.
  if (article?.view.kind !== 'text') return { path };
  const lines = new LineIndex(article.text);
  return { path, lines: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
}
