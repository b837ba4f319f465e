import type { LanguageTable } from './language.ts';
import { images } from './languages/images.ts';
import { compileLexicon } from './lexicon-compile.ts';
import { lexiconFrom } from './lexicon-image.ts';
import { addEnding, type NounEndings } from './noun-endings.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import { A } from './roles.ts';
import type { SymbolTable } from './symbols.ts';
import type { TokenMemory } from './token-memory.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WordFilter } from './word-filter.ts';

/** A language table, compiled for lookup. Built once for each recogniser. */
export interface Lexicon {
  readonly table: LanguageTable;
  /** `table.spaced`: asked for all the time, and quicker from one object than from the tables of many shapes. */
  readonly spaced: boolean;
  readonly number: PhraseTrie;
  readonly after: PhraseTrie;
  readonly before: PhraseTrie;
  readonly symbols: SymbolTable;
  /** Spelling of a part of a currency → its power of ten: 角 -1. */
  readonly subunits: ReadonlyMap<string, number>;
  /** Whether months are written with a capital. */
  readonly capitalMonths: boolean;
  /** Words that say that what stands before them is the name of a street, in small letters. */
  readonly streets: ReadonlySet<string>;
  /** The tokens that the phrases are made of, and those of the text that is read, as all tries know them. */
  readonly vocabulary: Vocabulary;
  readonly tokens: TokenMemory;
  /** Which words the scan has to stop at. */
  readonly triggers: WordFilter;
  /** First letter → parts that number words are compounded of, longest first; empty where words are not compounded. */
  readonly compoundParts: ReadonlyMap<string, readonly CompoundPart[]>;
  /** Last letter → ends of words that label a number (`-straße`). */
  readonly labelEndings: ReadonlyMap<number, readonly string[]>;
  /** Last parts of compounded nouns; none where nouns are not compounded. */
  readonly nounEndings: NounEndings;
}

/** A part of a number word that is written in one. */
export interface CompoundPart {
  readonly text: string;
  readonly role: number;
  readonly data: number;
  /** Symbol of a unit. */
  readonly symbol?: string;
}

/** What a configuration adds: concept → words, symbol → words. They count in every language. */
export interface WordAdditions {
  readonly nouns?: Readonly<Record<string, readonly string[]>>;
  readonly units?: Readonly<Record<string, readonly string[]>>;
}

/** The lexicon of a table, from the image of it that the build has left where there is one; nobody else holds it. */
export function lexiconOf(table: LanguageTable, { nouns = {}, units = {} }: WordAdditions = {}): Lexicon {
  const image = images[table.tag]?.();
  const lexicon = image ? lexiconFrom(image, table) : compileLexicon(table);
  for (const [symbol, words] of Object.entries(units)) {
    lexicon.symbols.add(symbol);
    for (const word of words.filter(isPlain)) lexicon.after.add(word, A.unit, symbol);
  }
  for (const [concept, words] of Object.entries(nouns)) {
    for (const word of words.filter(isPlain)) addNoun(lexicon, word.toLowerCase(), concept);
  }
  return lexicon;
}

/** Words of a person are words, not patterns. */
const isPlain = (word: string): boolean => !/[()|]/.test(word);

/** A word that the table has too means both. */
function addNoun({ after, nounEndings, table }: Lexicon, word: string, concept: string): void {
  const known = after.meaning<readonly string[]>(word, A.noun) ?? [];
  const concepts = known.includes(concept) ? known : [...known, concept];
  after.setMeaning(word, A.noun, concepts);
  if (table.nouns.compounds) addEnding(nounEndings, word, concepts);
}
