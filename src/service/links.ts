import type { DocumentLink } from 'vscode-languageserver-types';
import { rangeOf } from './ranges.ts';
import type { RecordView } from './views.ts';

/** The articles and addresses that a record names, to be opened with a click. */
export function linksOf({ lines, sources, project }: RecordView): DocumentLink[] {
  return sources.flatMap(({ source, path, article }): DocumentLink[] => [
    ...(source.file && path !== undefined && article
      ? [{ range: rangeOf(lines, source.file), target: project.uriOf(path), tooltip: 'Open the article' }]
      : []),
    ...(source.url && /^https?:\/\//i.test(source.url.value)
      ? [{ range: rangeOf(lines, source.url), target: source.url.value, tooltip: 'Open the page' }]
      : []),
  ]);
}
