import type { Location, Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { SourceView } from './views.ts';

/** A span as the protocol counts it. */
export const rangeOf = (lines: LineIndex, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

/** A place in the article of a source; undefined where the article could not be opened. */
export function placeInArticle(source: SourceView | undefined, span: Span): Location | undefined {
  return source?.places && { uri: source.places.uri, range: source.places.rangeOf(span) };
}
