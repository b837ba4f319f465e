import type { ServerFeature } from './context.ts';
import { hover } from './features/hover.ts';
import { links } from './features/links.ts';
import { navigation } from './features/navigation.ts';
import { outline } from './features/outline.ts';

/** Everything that the server offers beside checking, one a file. */
export const features: readonly ServerFeature[] = [hover, links, navigation, outline];
