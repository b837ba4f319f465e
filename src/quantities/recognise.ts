import type { OffsetMap } from '../text/offsets.ts';
import type { Span } from '../text/span.ts';
import { clean } from './clean.ts';
import { languages, undetermined } from './languages/index.ts';
import type { Lexicon, WordAdditions } from './lexicon.ts';
import { lexiconOf } from './lexicons.ts';
import type { PeriodMention, Quantity, Reading } from './quantity.ts';
import { Scan } from './scan.ts';
import { withTables } from './tables.ts';

/** Reads texts in any language that has a table; compiles each table when it is first asked for. */
export class Recogniser {
  private readonly lexicons = new Map<string, Lexicon>();

  /** `additions` are the units and nouns of a configuration. */
  constructor(private readonly additions: WordAdditions = {}) {}

  /**
   * Everything that `text` states as a quantity. `tag` is a BCP 47 tag, of which the primary subtag counts; in a language
   * without a table digits, signs and symbols are read. Offsets are those of `text`.
   */
  read(text: string, tag: string): Reading {
    const cleaned = clean(text);
    const lexicon = this.lexicon(tag);
    const scan = (part: string): Reading => new Scan(part, lexicon).run();
    const reading = withTables(scan(cleaned.text), cleaned.text, lexicon, scan);
    return cleaned.map ? moved(reading, cleaned.map, text) : reading;
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

/** The same reading with the offsets of the text before it was cleaned. */
function moved(reading: Reading, map: OffsetMap, text: string): Reading {
  const move = (span: Span): Span => map.toOriginal(span.start, span.end);
  const quantity = (read: Quantity): Quantity => ({
    ...read,
    ...move(read),
    digits: move(read.digits),
    number: move(read.number),
    ...(read.shared && { shared: quantity(read.shared) }),
    ...(read.period && { period: { ...read.period, ...move(read.period) } }),
    ...(read.nounSpan && { nounSpan: move(read.nounSpan), noun: slice(text, move(read.nounSpan)) }),
    ...(read.qualifierSpan && { qualifierSpan: move(read.qualifierSpan) }),
  });
  const period = (mention: PeriodMention): PeriodMention => ({ ...mention, ...move(mention) });
  return { quantities: reading.quantities.map(quantity), periods: reading.periods.map(period) };
}

const slice = (text: string, span: Span): string => text.slice(span.start, span.end);
