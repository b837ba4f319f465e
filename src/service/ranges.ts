import type { Location, Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ProjectView, SourceView } from './views.ts';

/** A span as the protocol counts it. */
export const rangeOf = (lines: LineIndex, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

/** A place in the article of a source; undefined where the article could not be opened. */
export function placeInArticle(project: ProjectView, source: SourceView | undefined, span: Span): Location | undefined {
  if (!source?.lines || source.path === undefined) return undefined;
  return { uri: project.uriOf(source.path), range: rangeOf(source.lines, span) };
}
