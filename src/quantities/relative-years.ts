import type { Span } from '../text/span.ts';
import type { LanguageTable } from './language.ts';
import { spellings } from './phrases.ts';

/**
 * Years that a text tells from another one: from that of its writing (*last year*) or from one that it has named (*a year
 * earlier*). They are looked for in single sentences, when a period is checked, and never in a whole text.
 */
export interface RelativeYear extends Span {
  /** How many years after the other one; undefined where the words leave it open (*years later*). */
  readonly years: number | undefined;
  /** What it is told from. */
  readonly from: 'writing' | 'text';
  /** Something is measured against it: *less than a year earlier*. */
  readonly compared: boolean;
}

const senses = {
  this: { years: 0, from: 'writing' },
  last: { years: -1, from: 'writing' },
  beforeLast: { years: -2, from: 'writing' },
  next: { years: 1, from: 'writing' },
  before: { years: -1, from: 'text' },
  after: { years: 1, from: 'text' },
  same: { years: 0, from: 'text' },
  open: { years: undefined, from: 'text' },
} as const;

type Sense = keyof typeof senses;

interface Finder {
  readonly pattern: RegExp;
  readonly meaning: ReadonlyMap<string, Sense>;
  /** Ends with a word of comparison. */
  readonly compared: RegExp;
}

/** Built with the first sentence of a language, and never changed. */
const finders = new Map<string, Finder | undefined>();

function finderOf({ tag, spaced, periods: { relative, comparisons = [] } }: LanguageTable): Finder | undefined {
  if (finders.has(tag)) return finders.get(tag);
  const meaning = new Map<string, Sense>();
  for (const [sense, phrases] of Object.entries(relative ?? {}) as [Sense, readonly string[]][]) {
    for (const phrase of phrases.flatMap(spellings)) meaning.set(normal(phrase), sense);
  }
  const longestFirst = [...meaning.keys()].sort((a, b) => b.length - a.length);
  const words = longestFirst.map((phrase) =>
    phrase
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/ /g, '\\s+')
      .replace(/'/g, "['’]"),
  );
  const than = comparisons.flatMap(spellings).map((word) => word.replace(/'/g, "['’]"));
  const compared = new RegExp(spaced ? `(?<!\\p{L})(?:${than.join('|')})\\s*$` : `(?:${than.join('|')})$`, 'iu');
  const border = spaced ? ['(?<![\\p{L}\\d])', '(?![\\p{L}\\d])'] : ['', ''];
  const finder =
    words.length === 0
      ? undefined
      : { pattern: new RegExp(`${border[0]}(?:${words.join('|')})${border[1]}`, 'giu'), meaning, compared };
  finders.set(tag, finder);
  return finder;
}

const normal = (phrase: string): string => phrase.toLowerCase().replace(/\s+/g, ' ').replace(/’/g, "'");

/** Those of a stretch of text, in order. */
export function relativeYears(text: string, { start, end }: Span, table: LanguageTable): readonly RelativeYear[] {
  const finder = finderOf(table);
  if (!finder) return [];
  return [...text.slice(start, end).matchAll(finder.pattern)].flatMap((match) => {
    const sense = finder.meaning.get(normal(match[0]));
    if (sense === undefined) return [];
    const from = start + match.index;
    const compared = finder.compared.test(text.slice(Math.max(start, from - 40), from));
    return [{ start: from, end: from + match[0].length, ...senses[sense], compared }];
  });
}
