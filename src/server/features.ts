import type { ServerFeature } from './context.ts';
import { hover } from './features/hover.ts';
import { links } from './features/links.ts';

/** Everything that the server offers beside checking, one a file. */
export const features: readonly ServerFeature[] = [hover, links];
