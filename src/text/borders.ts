import { CJK, classAt, DIGIT, IGNORED, LETTER, PUNCTUATION } from './classes.ts';
import { groupsDigits, isDigitAt, isGroupBreak } from './digits.ts';
import type { Span } from './span.ts';

/**
 * Whether a span begins and ends where words and numbers do: `350 milliards` does not stand in `1350 milliards`, nor
 * `2 400` in `12 400` or `2 400 000`, nor `35` in `35,5`. Scripts that are written without spaces have no such borders.
 */
export function hasWordBorders(text: string, span: Span): boolean {
  return !beginsInside(text, span.start) && !endsInside(text, span.end);
}

function beginsInside(text: string, start: number): boolean {
  const before = skipIgnored(text, start - 1, -1);
  const first = characterAt(text, start);
  if (isDigitAt(text, start)) {
    if (isDigitAt(text, before)) return true;
    if (isInNumber(text, before) && isDigitAt(text, before - 1)) return true;
    if (isGroupBreak(text, spacesFrom(text, before), start)) return true;
  }
  return isSpacedWord(first) && isSpacedWord(characterBefore(text, before + 1));
}

function endsInside(text: string, end: number): boolean {
  const after = skipIgnored(text, end, 1);
  const last = characterBefore(text, end);
  if (isDigitAt(text, end - 1)) {
    if (isDigitAt(text, after)) return true;
    if (isInNumber(text, after) && isDigitAt(text, after + 1)) return true;
    if (isGroupBreak(text, end, spacesTo(text, after))) return true;
  }
  const next = characterAt(text, after);
  return isSpacedWord(last) && (isSpacedWord(next) || /^\p{M}/u.test(next));
}

function skipIgnored(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (classAt(text, at) === IGNORED) at += step;
  return at;
}

/** A separator of decimals or groups, which belongs to a number where digits stand on both of its sides. */
const isInNumber = (text: string, at: number): boolean => at >= 0 && /[.,'’٫٬·]/.test(text.charAt(at));

/** More spaces than these group no digits. */
const mostSpaces = 8;

function spacesFrom(text: string, last: number): number {
  let start = last + 1;
  while (last + 1 - start < mostSpaces && groupsDigits(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function spacesTo(text: string, first: number): number {
  let end = first;
  while (end - first < mostSpaces && groupsDigits(text.charCodeAt(end))) end += 1;
  return end;
}

const characterAt = (text: string, at: number): string => {
  const point = text.codePointAt(at);
  return at < 0 || point === undefined ? '' : String.fromCodePoint(point);
};

function characterBefore(text: string, end: number): string {
  const isLow = (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00;
  return isLow ? characterAt(text, end - 2) : characterAt(text, end - 1);
}

/** Korean sets particles behind its words, the others do without spaces. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Letters, digits and vulgar fractions (`3½` is one number); superscripts are marks of footnotes. */
const isSpacedWord = (character: string): boolean => {
  const kind = classAt(character, 0);
  if (character.length === 1 && character < '\u0080') return kind === LETTER || kind === DIGIT;
  if (kind === CJK || kind === PUNCTUATION) return /^[¼-¾]/.test(character);
  return /^[\p{L}\p{Nd}\p{M}⅐-⅞↉]/u.test(character) && !unspaced.test(character);
};
