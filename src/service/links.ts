import type { DocumentLink } from 'vscode-languageserver-types';
import { rangeOf } from './ranges.ts';
import type { RecordView } from './views.ts';

/** The articles and addresses that a record names, to be opened with a click. */
export function linksOf({ lines, sources }: RecordView): DocumentLink[] {
  return sources.flatMap(({ source, places }): DocumentLink[] => [
    ...(source.file && places
      ? [{ range: rangeOf(lines, source.file), target: places.uri, tooltip: 'Open the article' }]
      : []),
    ...(source.url && /^https?:\/\//i.test(source.url.value)
      ? [{ range: rangeOf(lines, source.url), target: source.url.value, tooltip: 'Open the page' }]
      : []),
  ]);
}
