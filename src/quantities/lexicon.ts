import type { LanguageTable } from './language.ts';
import type { NounEndings } from './noun-endings.ts';
import type { PhraseTrie } from './phrase-trie.ts';
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
