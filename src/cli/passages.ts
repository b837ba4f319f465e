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
  const article = (id: string) => {
    const result = sources.get(id)?.result;
    return result && 'article' in result ? result.article.text : undefined;
  };
  return {
    article,
    articlePlace({ source: id, start, end }) {
      const place = sourcePath(record, sources.get(id)?.source.file?.value ?? '');
      return 'path' in place ? placeOf(place.path, { start, end }, article(id)) : undefined;
    },
  };
}

/** With lines where the file is the text that was read; there are none in a PDF, and those of a page are others. */
function placeOf(path: string, span: Span, text: string | undefined): ArticlePlace {
  if (text === undefined || !isPlainText(path)) return { path };
  const lines = new LineIndex(text);
  return { path, lines: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } };
}

const isPlainText = (path: string): boolean => !/\.(?:x?html?|xht|pdf|docx?|odt|rtf)$/i.test(path);
