import type { LexiconImage } from '../lexicon-image.ts';
import type { WordImage } from '../word-index.ts';

/**
 * Language → what its table looks like compiled. Empty in the sources, where a changed table counts at once; a build puts
 * the images of all tables here (`scripts/bundling.ts`).
 */
export const images: Readonly<Record<string, (() => LexiconImage) | undefined>> = {};

/** What the words of all tables stand for; undefined in the sources too. */
export const wordImage: (() => WordImage) | undefined = undefined as (() => WordImage) | undefined;
