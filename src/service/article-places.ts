import type { Range } from 'vscode-languageserver-types';
import type { Article } from '../articles/article.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/**
 * The way between the text of an article and what an editor shows of it: the file itself, the file behind its mark-up, or
 * where the file is no text (PDF, DOCX) its text alone, under an address of its own.
 */
export interface ArticlePlaces {
  /** What the editor opens. */
  readonly uri: string;
  /** A place of the article's text in what the editor shows. */
  readonly rangeOf: (span: Span) => Range;
  /** The place of the article's text that lies in a range of what the editor shows. */
  readonly spanOf: (range: Range) => Span;
}

/** Addresses of the file, and of its text where the file itself is none. */
export interface ArticleAddresses {
  readonly uriOf: (path: string) => string;
  readonly textUriOf: (path: string) => string;
}

export function articlePlaces(
  { text, view }: Article,
  path: string,
  { uriOf, textUriOf }: ArticleAddresses,
): ArticlePlaces {
  const isMarkup = view.kind === 'markup';
  const lines = new LineIndex(isMarkup ? view.file : text);
  const toShown = isMarkup ? view.toFile : (span: Span): Span => span;
  return {
    uri: view.kind === 'pages' ? textUriOf(path) : uriOf(path),
    rangeOf(span) {
      const { start, end } = toShown(span);
      return { start: lines.positionAt(start), end: lines.positionAt(end) };
    },
    spanOf({ start, end }) {
      const shown = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
      return isMarkup ? spanBehind(shown, text.length, view.toFile) : shown;
    },
  };
}

/** The place of the text that lies in a place of the file: places of the one follow each other as those of the other do. */
function spanBehind(shown: Span, length: number, toFile: (place: Span) => Span): Span {
  const start = firstWhere(length, (offset) => toFile({ start: offset, end: offset + 1 }).end > shown.start);
  const end = firstWhere(length, (offset) => toFile({ start: offset, end: offset + 1 }).start >= shown.end);
  return { start, end: Math.max(start, end) };
}

/** The first offset from 0 to `length` at which something holds that holds behind it too. */
function firstWhere(length: number, holds: (offset: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
