import type { ServerFeature } from './context.ts';
import { links } from './features/links.ts';

/** Everything that the server offers beside checking, one a file. */
export const features: readonly ServerFeature[] = [links];
