import type { BlockMemory } from './block-memory.ts';
import { languages, undetermined } from './languages/index.ts';
import type { Lexicon, WordAdditions } from './lexicon.ts';
import { lexiconOf } from './lexicons.ts';
import type { Reading, ReadText } from './quantity.ts';
import { TextReading } from './text-reading.ts';

/** The lexicons of all who add no words. A table takes megabytes, and a while to be taken from its image. */
const builtIn = new Map<string, Lexicon>();

/** Reads texts in any language that has a table; compiles each table when it is first asked for. */
export class Recogniser {
  private readonly lexicons: Map<string, Lexicon>;

  /** `additions` are the units and nouns of a configuration; with a memory what did not change in a text is not read again. */
  constructor(
    private readonly additions: WordAdditions = {},
    private readonly memory?: BlockMemory,
  ) {
    const adds = Object.keys({ ...additions.units, ...additions.nouns }).length > 0;
    this.lexicons = adds ? new Map() : builtIn;
  }

  /** Everything that `text` states as a quantity; see `open`. */
  read(text: string, tag: string): Reading {
    return this.open(text, tag)();
  }

  /**
   * What `text` states, read as far as it is asked for. `tag` is a BCP 47 tag, of which the primary subtag counts; in a
   * language without a table digits, signs and symbols are read. Offsets are those of `text`.
   */
  open(text: string, tag: string): ReadText {
    const reading = new TextReading(text, this.lexicon(tag), this.memory);
    return (around) => reading.read(around);
  }

  /** The lexicon of a tag's language. */
  lexicon(tag: string): Lexicon {
    const primary = primaryOf(tag);
    const table = languages.find((language) => language.tag === primary) ?? undetermined;
    let lexicon = this.lexicons.get(table.tag);
    if (!lexicon) {
      lexicon = lexiconOf(table, this.additions);
      this.lexicons.set(table.tag, lexicon);
    }
    return lexicon;
  }
}

/** Whether there is a table for the language, so that its words are read and not the digits alone. */
export const readsLanguage = (tag: string): boolean => languages.some((language) => language.tag === primaryOf(tag));

const primaryOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0] as string;

const standard = new Recogniser();

/** Reads with the built-in words alone. */
export const recognise = (text: string, tag: string): Reading => standard.read(text, tag);

/** The built-in words of a language. */
export const builtInLexicon = (tag: string): Lexicon => standard.lexicon(tag);

/** The same, as far as it is asked for. */
export const readingOf = (text: string, tag: string): ReadText => standard.open(text, tag);
