import type { ServerFeature } from './context.ts';
import { actions } from './features/actions.ts';
import { annotate } from './features/annotate.ts';
import { capture } from './features/capture.ts';
import { claims } from './features/claims.ts';
import { completion } from './features/completion.ts';
import { hover } from './features/hover.ts';
import { links } from './features/links.ts';
import { navigation } from './features/navigation.ts';
import { newRecord } from './features/new-record.ts';
import { outline } from './features/outline.ts';
import { pages } from './features/pages.ts';
import { records } from './features/records.ts';
import { statistics } from './features/statistics.ts';

/** Everything that the server offers beside checking, one a file. */
export const features: readonly ServerFeature[] = [
  hover,
  completion,
  actions,
  links,
  navigation,
  outline,
  claims,
  capture,
  newRecord,
  annotate,
  records,
  pages,
  statistics,
];
