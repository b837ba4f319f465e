import type { Span } from '../text/span.ts';
import { classAt, isLetter, LETTER, skipSpace, skipSpaceBack } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import { A, B } from './roles.ts';

/** How many characters may stand between a year and the mark that makes it an attribute: 2019年审议通过的. */
const reachOfMark = 8;

/**
 * Whether a year says when of one thing alone, and of nothing else in its sentence: *the law adopted in 2019*, *das 2019
 * beschlossene Gesetz*, 2019年通过的法律. A participle behind a form of *to be* or *to have* tells when of the sentence.
 */
export function isAttribute(text: string, year: Span, lexicon: Lexicon): boolean {
  const { attributes } = lexicon.table.periods;
  if (!attributes) return false;
  const { participles, determiners, mark } = attributes;
  if (mark !== undefined)
    return new RegExp(`^\\p{L}{1,${reachOfMark}}?${mark}\\p{L}`, 'u').test(text.slice(year.end, year.end + 12));
  let at = skipSpaceBack(text, year.start);
  const yearWord = lexicon.before.match(text, at, B.yearWord);
  if (yearWord) at = skipSpaceBack(text, yearWord.start);
  const before = wordBefore(text, at);
  if (before === undefined) return false;
  if (determiners) {
    const next = skipSpace(text, year.end);
    return (
      determiners.includes(before.word) &&
      next > year.end &&
      /^\p{Ll}/u.test(text.slice(next)) &&
      endsLike(wordAt(text, next), participles)
    );
  }
  const earlier = wordBefore(text, skipSpaceBack(text, before.start));
  return (
    yearWord !== undefined &&
    endsLike(before.word, participles) &&
    earlier !== undefined &&
    lexicon.after.match(text, earlier.start, A.stop)?.end !== earlier.start + earlier.word.length
  );
}

const endsLike = (word: string, endings: readonly string[]): boolean =>
  endings.some((ending) => word.endsWith(ending) && (word.length > ending.length + 2 || word === ending));

function wordBefore(text: string, end: number): { word: string; start: number } | undefined {
  let start = end;
  while (classAt(text, start - 1) === LETTER) start--;
  return start < end ? { word: text.slice(start, end).toLowerCase(), start } : undefined;
}

function wordAt(text: string, start: number): string {
  let end = start;
  while (isLetter(text, end)) end++;
  return text.slice(start, end);
}
