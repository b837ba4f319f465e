import { wordImage } from './languages/images.ts';
import { languages } from './languages/index.ts';
import { indexFrom, indexOf, type WordIndex } from './word-index.ts';

let index: WordIndex | undefined;

/** The words of all languages. Indexed once, when a unit is first compared. */
export function wordIndex(): WordIndex {
  index ??= wordImage ? indexFrom(wordImage()) : indexOf(languages);
  return index;
}
