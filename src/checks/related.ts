import type { Span } from '../text/span.ts';
import type { Related } from './finding.ts';
import type { SourceState } from './source-state.ts';

/** A place of a source, as findings name it. */
export const placeIn = ({ source }: SourceState, { start, end }: Span): Related => ({
  source: source.id.value,
  start,
  end,
});
