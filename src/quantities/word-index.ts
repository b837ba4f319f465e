import type { LanguageTable } from './language.ts';
import { spellings } from './phrases.ts';

/** What the words of all languages stand for, in small letters: the concepts of nouns, symbols, ISO 4217 codes. */
export interface WordIndex {
  readonly concepts: ReadonlyMap<string, readonly string[]>;
  readonly symbols: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

/** The same as plain data, which a build leaves for the start of a program. */
export interface WordImage {
  readonly concepts: readonly Group<readonly string[]>[];
  readonly symbols: readonly Group<string>[];
  readonly codes: readonly Group<readonly string[]>[];
}

/** What stands for the same, and the words for it, a line each: thousands of small lists would take longer to read. */
type Group<T> = readonly [means: T, words: string];

export const wordImageOf = ({ concepts, symbols, codes }: WordIndex): WordImage => ({
  concepts: grouped(concepts),
  symbols: grouped(symbols),
  codes: grouped(codes),
});

export const indexFrom = ({ concepts, symbols, codes }: WordImage): WordIndex => ({
  concepts: ungrouped(concepts),
  symbols: ungrouped(symbols),
  codes: ungrouped(codes),
});

function grouped<T>(words: ReadonlyMap<string, T>): readonly Group<T>[] {
  const groups = new Map<string, { readonly means: T; readonly words: string[] }>();
  for (const [word, means] of words) {
    const key = JSON.stringify(means);
    const group = groups.get(key);
    if (group) group.words.push(word);
    else groups.set(key, { means, words: [word] });
  }
  return Array.from(groups.values(), ({ means, words: alike }) => [means, alike.join('\n')] as const);
}

function ungrouped<T>(groups: readonly Group<T>[]): ReadonlyMap<string, T> {
  const words = new Map<string, T>();
  for (const [means, alike] of groups) for (const word of alike.split('\n')) words.set(word, means);
  return words;
}

export function indexOf(tables: readonly LanguageTable[]): WordIndex {
  const concepts = new Map<string, string[]>();
  const symbols = new Map<string, string>();
  const codes = new Map<string, string[]>();
  for (const table of tables) {
    for (const [concept, words] of Object.entries(table.nouns.words)) {
      for (const word of words.flatMap(spellings)) add(concepts, word.toLowerCase(), concept);
    }
    for (const [word, counted] of Object.entries(table.nouns.classifiers)) {
      for (const concept of counted) add(concepts, word, concept);
      if (counted.length === 0) concepts.set(word, concepts.get(word) ?? []);
    }
    for (const [symbol, words] of Object.entries(table.units)) {
      for (const word of words.flatMap(spellings))
        if (!symbols.has(word.toLowerCase())) symbols.set(word.toLowerCase(), symbol);
    }
    for (const [code, words] of Object.entries(table.currencies)) {
      for (const word of words.flatMap(spellings)) add(codes, word.toLowerCase(), code);
    }
  }
  return { concepts, symbols, codes };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
