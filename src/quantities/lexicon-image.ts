import type { LanguageTable } from './language.ts';
import type { CompoundPart, Lexicon } from './lexicon.ts';
import { plainPartsOf } from './lexicon-compile.ts';
import type { NounEnding } from './noun-endings.ts';
import { PhraseTrie, type TrieImage } from './phrase-trie.ts';
import { SymbolTable } from './symbols.ts';
import { TokenMemory } from './token-memory.ts';
import { Vocabulary, type VocabularyImage } from './vocabulary.ts';
import { WordFilter, type WordFilterImage } from './word-filter.ts';

/**
 * A compiled table as plain data: numbers packed into text, lists for maps. Reading it takes a few milliseconds where
 * compiling takes tens, so a build writes one for each language.
 */
export interface LexiconImage {
  readonly vocabulary: VocabularyImage;
  readonly triggers: WordFilterImage;
  readonly number: TrieImage;
  readonly after: TrieImage;
  readonly before: TrieImage;
  readonly subunits: readonly (readonly [string, number])[];
  readonly compoundParts: readonly (readonly [string, readonly CompoundPart[]])[];
  readonly labelEndings: readonly (readonly [number, readonly string[]])[];
  readonly nounEndings: readonly (readonly [string, NounEnding[]])[];
}

export const imageOf = (lexicon: Lexicon): LexiconImage => ({
  vocabulary: lexicon.vocabulary.image(),
  triggers: lexicon.triggers.image(),
  number: lexicon.number.image(),
  after: lexicon.after.image(),
  before: lexicon.before.image(),
  subunits: [...lexicon.subunits],
  compoundParts: [...lexicon.compoundParts],
  labelEndings: [...lexicon.labelEndings],
  nounEndings: [...lexicon.nounEndings],
});

/** The lexicon of an image of the table's. The image must not be used again, as parts of it become the lexicon's. */
export function lexiconFrom(image: LexiconImage, table: LanguageTable): Lexicon {
  const vocabulary = new Vocabulary();
  vocabulary.take(image.vocabulary);
  const tokens = new TokenMemory(vocabulary);
  const triggers = new WordFilter(vocabulary);
  triggers.take(image.triggers);
  const trie = (phrases: TrieImage, backward?: boolean): PhraseTrie => {
    const made = new PhraseTrie(vocabulary, tokens, backward);
    made.take(phrases);
    return made;
  };
  return {
    ...plainPartsOf(table),
    vocabulary,
    tokens,
    triggers,
    number: trie(image.number),
    after: trie(image.after),
    before: trie(image.before, true),
    symbols: new SymbolTable(),
    subunits: new Map(image.subunits),
    compoundParts: new Map(image.compoundParts),
    labelEndings: new Map(image.labelEndings),
    nounEndings: new Map(image.nounEndings),
  };
}
