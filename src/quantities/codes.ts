import { classAt, DIGIT, digitValues, folded, isCapital, LETTER, skipSpace } from './characters.ts';
import type { Numeral } from './numeral-model.ts';
import { dataOf, isBorder } from './phrases.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';

/** Digits that are a code by their form: telephone numbers, years cut short, scores. Each answers for digits at an offset. */

/** `(212) 555-0147`: where the number ends whose area code stands in the bracket before. */
export function bracketedPhone(text: string, offset: number): number | undefined {
  const phone = /^\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)/.exec(text.slice(offset, offset + 16));
  return phone ? offset + phone[0].length : undefined;
}

/** *Fax 12 34 56*: how much further a labelled number goes in groups of its own. */
export const phoneGroups = (text: string, end: number): number =>
  /^(?:[ \u00a0/-]\d{2,4}){2,}(?![\d%]|[.,]\d)/.exec(text.slice(end, end + 30))?.[0].length ?? 0;

/** `R30 billion`, `R1,250.50`: behind one letter digits are money if a scale, grouped thousands or cents say so. */
export function isAmount({ text, lexicon }: Scope, offset: number): boolean {
  const digits = /^\d{1,3}((?:[ ,.\u00a0]\d{3})+(?!\d)|[.,]\d{2}(?!\d))?(?:[.,]\d{1,2})?/.exec(
    text.slice(offset, offset + 20),
  );
  if (!digits) return false;
  return (
    digits[1] !== undefined ||
    lexicon.number.match(text, skipSpace(text, offset + digits[0].length), N.scale | N.abbreviation) !== undefined
  );
}

/** *the class of '68*, *the '90s*: an apostrophe before two digits stands for the century. */
export function isShortYear(scope: Scope, offset: number): boolean {
  const { text } = scope;
  const before = classAt(text, offset - 2);
  const counts = A.noun | A.unit | A.percent | A.currency;
  if (scope.after(offset + 2, counts)) return false;
  return before !== DIGIT && before !== LETTER && /^\d\ds?(?![\p{L}\d]|[.,]\d)/u.test(text.slice(offset, offset + 5));
}

/** Beyond this nobody counts points, votes or shares in two numbers with a hyphen between them. */
const highestScore = 150;

/** *a 3-2 win*, *the 5-4 decision*, *50-50*: of two small numbers that a hyphen joins and that fall, none measures anything. */
export function isScore({ text, lexicon }: Scope, first: number, from: number, to: number): boolean {
  if (first > highestScore || to - from > 3 || readValue(text, from, to) > first) return false;
  if (/^(?:[.,]\d|[\p{L}%‰°])/u.test(text.slice(to, to + 2))) return false;
  const at = folded[text.charCodeAt(to)] === 0x2d ? to + 1 : skipSpace(text, to);
  if (lexicon.after.match(text, at, A.percent | A.points | A.currency | A.unit | A.multiple)) return false;
  const symbols = lexicon.symbols.at(text, at) ?? [];
  if (symbols.some(([spelling]) => text.startsWith(spelling, at) && isBorder(text, at + spelling.length))) return false;
  return lexicon.number.match(text, at, N.scale | N.abbreviation) === undefined;
}

function readValue(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + (digitValues[text.charCodeAt(i)] as number);
  return value;
}

/** How many words may name a street before the word that says that it is one. */
const wordsOfStreet = 4;

/** *1600 Pennsylvania Avenue*: the number of a house before the name of its street, where the table knows words for streets. */
export function houseBeforeStreet({ text, lexicon }: Scope, end: number): number | undefined {
  if (lexicon.streets.size === 0) return undefined;
  let at = end;
  for (let words = 0; words <= wordsOfStreet; words++) {
    const from = skipSpace(text, at);
    if (from === at || !(isCapital(text, from) || (words > 0 && classAt(text, from) === DIGIT))) return undefined;
    at = from;
    while (classAt(text, at) === LETTER || classAt(text, at) === DIGIT) at++;
    if (!lexicon.streets.has(text.slice(from, at).toLowerCase())) continue;
    // *300 Wall Street banks* are counted.
    return words > 0 && !lexicon.after.match(text, skipSpace(text, at), A.noun) ? at : undefined;
  }
  return undefined;
}

/** *Unter den Linden 77, 10117 Berlin*: the number of a house before a postal code and its town, which are no numbers either. */
export function houseBeforeTown({ text, lexicon }: Scope, start: number, end: number): number | undefined {
  const match = /^[a-z]?, (?:[A-Z]{1,2}-\d{4,5}|\d{5})(?= \p{Lu}\p{Ll})/u.exec(text.slice(end, end + 16));
  if (!match || !lexicon.spaced || !/\p{L}[ \u00a0]$/u.test(text.slice(start - 2, start))) return undefined;
  const to = end + match[0].length;
  return lexicon.after.match(text, to + 1, A.noun | A.currency | A.unit) ? undefined : to;
}

/** `12°30′`, `48° 51' 24" N`: an angle in degrees and minutes says where a place is. */
export function coordinateEnd(text: string, end: number): number | undefined {
  const match = /^° ?\d{1,2}(?:[.,]\d+)? ?['’′](?: ?\d{1,2}(?:[.,]\d+)? ?(?:["”″]|''|’’|′′))?/.exec(
    text.slice(end, end + 24),
  );
  return match ? end + match[0].length : undefined;
}

/** `9 h 42`: where a time of day ends; *1 h 30 min* is a span of time. */
export function clockEnd(scope: Scope, start: number, end: number): number | undefined {
  const { text, lexicon } = scope;
  if (folded[text.charCodeAt(skipSpace(text, end))] !== 0x68) return undefined;
  const clock = /^[ \u00a0\u202f]?[hH][ \u00a0\u202f]?[0-5]\d(?!\d)/.exec(text.slice(end, end + 6));
  if (!clock) return undefined;
  const lasts = scope.before(start, B.clock);
  if (lasts && dataOf(lasts, B.clock) === 'lasts') return undefined;
  const at = skipSpace(text, end + clock[0].length);
  const symbol = lexicon.symbols
    .at(text, at)
    ?.find(([each]) => text.startsWith(each, at) && isBorder(text, at + each.length));
  return symbol || lexicon.after.match(text, at, A.unit) ? undefined : end + clock[0].length;
}

/** *the 80s*, *the early 80s*: a decade without its century. */
export function isDecade(scope: Scope, { start, end, integer }: Numeral): boolean {
  if (integer === undefined || integer < 20 || integer > 90 || integer % 10 !== 0 || !isBorder(scope.text, end + 1))
    return false;
  return scope.before(start, B.yearWord | B.filler) !== undefined && !scope.before(start, B.qualifier);
}

/** `+44 20 7946 0958`: digits behind a plus in groups that no thousands have. */
export const phoneLike = (text: string, start: number): boolean =>
  // *+17 000* is a surplus.
  !/^\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3}(?![ \u00a0\u202f]?[\d(-])/.test(text.slice(start, start + 20)) &&
  /^\d{1,3}[ \u00a0()-]*\d{1,4}(?:[ \u00a0()-]+\d)?(?:[ \u00a0()-]+\d{2,})+/.test(text.slice(start, start + 40));

/** Where such a number ends. */
export function phoneEnd(text: string, start: number): number {
  return start + (/^[\d \u00a0()-]*\d/.exec(text.slice(start, start + 40))?.[0].length ?? 1);
}

/** `14.3/10万`: a stroke and a round number of things behind a rate. */
export function rateBase({ text, lexicon }: Scope, end: number): number | undefined {
  if (text[end] !== '/') return undefined;
  const round = /^1(?:0{0,2}(?:[ ,.\u00a0]000)+|0*)(?!\d)/.exec(text.slice(end + 1, end + 12))?.[0];
  const to = end + 1 + (round?.length ?? 0);
  const scale = round === undefined ? undefined : lexicon.number.match(text, skipSpace(text, to), N.scale);
  if (scale) return scale.end;
  return round !== undefined && round.length > 3 && !/^[.,/-]\d/.test(text.slice(to, to + 2)) ? to : undefined;
}
