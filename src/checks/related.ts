import type { Article } from '../articles/article.ts';
import type { Span } from '../text/span.ts';
import type { FilePlace, Related } from './finding.ts';
import type { SourceState } from './source-state.ts';

/** A place of a source, as findings name it. */
export const placeIn = ({ source, article }: SourceState, { start, end }: Span): Related => ({
  source: source.id.value,
  start,
  end,
  ...(article && filePlace(article, { start, end })),
});

/** Where a place of an article lies in its file; empty where the file is the text. */
export function filePlace({ view }: Article, place: Span): FilePlace {
  if (view.kind === 'markup') return { file: view.toFile(place) };
  return view.kind === 'pages' && view.pageAt ? view.pageAt(place.start) : {};
}
