import { classAt, folded, isCapital, LETTER, skipSpace, skipSpaceBack } from './characters.ts';
import { itemOf, nounOf } from './item.ts';
import type { Item } from './item-model.ts';
import { behindLittleWord, isMarker, nameWordBefore, opensLine, standsAlone } from './names.ts';
import { isPlural, type NounReading } from './noun-reader.ts';
import type { Numeral } from './numeral-model.ts';
import { surroundingsOf } from './quantity-builder.ts';
import { type Before, pairWith } from './ranges.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { shareOf } from './shares.ts';
import { spansOfTime } from './unit-model.ts';

/** Whether a number that was read states a quantity, or is a name, a version, a year, an article, a rank. */

/** Whether four digits that could be a year count something: *2000 entreprises*, *plus de 2000*. */
export function isCountedLikeYear(scope: Scope, numeral: Numeral, year: number): boolean {
  const { text, lexicon } = scope;
  const item = itemOf(scope, numeral);
  // *in 2020 dollars*: money as it was worth in that year.
  const worth = item.unit?.kind === 'money' && item.unit.start === undefined && year > 1949 && year < 2061;
  if (worth && scope.before(numeral.start, B.yearWord)) return false;
  if (item.unit && !(text[numeral.end] === 's' && year % 10 === 0)) return true;
  const measured = scope.before(numeral.start, B.baseline);
  if (isMarker(scope, numeral) && text[numeral.end] !== ')') return true;
  const noun = nounOf(scope, item);
  const near = noun && (!lexicon.spaced || /^[^\p{L}]*$/u.test(text.slice(numeral.end, noun.span.start)));
  const yearWord = scope.before(numeral.start, B.yearWord);
  const singular =
    lexicon.table.nouns.plurals !== undefined && noun !== undefined && !isPlural(lexicon, text, noun.span.end);
  // *nimmt 2025 Kredite auf*, where the article writes *2.400*.
  const likelyYear =
    lexicon.spaced && year > 1989 && year < 2051 && year % 50 !== 0 && scope.separators.setsOffThousands();
  if (near && !singular && !likelyYear && (noun.concepts || noun.classifier) && !yearWord && !measured) return true;
  // *above the 1850–1900 average*: two years.
  if (/^[-–—](?:1[7-9]|20)\d\d(?!\d)/.test(text.slice(numeral.end, numeral.end + 6))) return false;
  const { qualifier } = surroundingsOf(scope, numeral.start, [numeral.end], false);
  const round = year % 100 === 0 || (year % 10 === 0 && (year < 1950 || year > 2060));
  if (qualifier && qualifier.qualifier !== 'at-most' && round && !yearWord && !measured) return true;
  return false;
}

/** Where nothing before a number is looked at. */
const unchanged: Before = { changes: () => false, falls: () => false, adjoins: () => false };

/** *one* counts where a unit, a scale or a qualifier shows it, or where it is all that the text says. */
export function isCounted(scope: Scope, numeral: Numeral): boolean {
  const { text, lexicon } = scope;
  // *€1-a-day*: an article inside a compound.
  if (folded[text.charCodeAt(numeral.start - 1)] === 0x2d && scope.lexicon.spaced) return false;
  const item = itemOf(scope, numeral);
  if (item.numeral !== numeral) return true;
  const often = item.unit?.kind === 'multiple' || spansOfTime.has(item.unit?.unit ?? '');
  if (often && shareOf(scope, item)) return true;
  if (!item.unit && (shareOf(scope, item) || pairWith(scope, item, unchanged)?.range)) return true;
  // *a* and *an* are too weak: *a year*, *an hour* count only behind a qualifier.
  const weak =
    lexicon.after.match(text, numeral.start, A.per)?.end === numeral.end && item.unit?.unit !== 'percentage points';
  if (item.unit && !weak) return item.unit.kind !== 'multiple' && item.unit.unit !== 'days';
  if (standsAlone(text, numeral.start, item.end)) return !weak;
  const next = skipSpace(text, numeral.end);
  if (classAt(text, next) !== LETTER && lexicon.spaced) return false;
  if (lexicon.number.match(text, next, N.multiple)) return false;
  // *up to a maximum of 5*, *below a total performance of 4,800*: the number stands behind the noun.
  if (lexicon.spaced && /^(?:\p{L}+[ -]){1,4}\p{L}{1,4} [€$£¥]?\d/u.test(text.slice(next, next + 60))) return false;
  return surroundingsOf(scope, item.start, [], false).qualifier !== undefined;
}

/** *Platz zwei*: the noun of rank before a number in words. */
export function ranksBefore(scope: Scope, numeral: Numeral): boolean {
  const { lexicon } = scope;
  if (!lexicon.spaced || numeral.scaled || numeral.kind || numeral.decimal) return false;
  if (!scope.before(numeral.start, B.rankNoun)) return false;
  const item = itemOf(scope, numeral);
  return !item.unit && !nounOf(scope, item);
}

/** *die Linie 40 Stationen*: a noun right behind the number, where its capital shows that it is one. */
export function countsAfterLabel(scope: Scope, item: Item): boolean {
  if (!scope.lexicon.table.nouns.compounds || opensLine(scope.text, item.start - 1)) return false;
  const noun = nounOf(scope, item);
  return (
    noun?.concepts !== undefined &&
    noun.span.start === skipSpace(scope.text, item.end) &&
    !opensLine(scope.text, skipSpaceBack(scope.text, item.start))
  );
}

/** *CCI 4.0*, *Windows 11*: a number without unit, noun or qualifier behind a word that is written as a name. */
export function isName(scope: Scope, numeral: Numeral, counted: NounReading | undefined): boolean {
  if (numeral.form !== 'digits' || numeral.scaled || numeral.kind) return false;
  const word = nameWordBefore(scope, numeral.start);
  // *CCI 4.0下载量*: a version behind a name stays one, whatever follows.
  if (isVersion(scope, numeral) && (!counted?.concepts || word)) return true;
  // Nobody writes ten digits of an amount without setting off its thousands.
  if (numeral.length > 9 && !numeral.decimal && !counted?.concepts) return true;
  // Windows 10系统: without spaces a classifier stands before what is counted.
  if (
    counted &&
    word === 'capital' &&
    !scope.lexicon.spaced &&
    counted.span.start === skipSpace(scope.text, numeral.end)
  )
    return counted.classifier !== true && scope.after(numeral.end, A.classifier) === undefined;
  if (counted) return !counted.concepts && isPostalCode(scope, numeral);
  if (!word) return false;
  if (word === 'acronym') return true;
  return numeral.decimal === true || !scope.lexicon.table.nouns.compounds || !scope.lexicon.spaced;
}

/** `4.0`, and a decimal with a point where the language writes a comma: a version, as nothing is measured by it. */
export function isVersion(scope: Scope, numeral: Numeral): boolean {
  if (!numeral.decimal || numeral.sign !== '.') return false;
  if (scope.text.slice(numeral.digitsEnd - 2, numeral.digitsEnd) === '.0' && !behindLittleWord(scope, numeral.start))
    return true;
  return scope.lexicon.table.separators.decimal === ',' && !standsAlone(scope.text, numeral.start, numeral.end);
}

/** *75008 Paris* at the start of a line. */
export function isPostalCode(scope: Scope, numeral: Numeral): boolean {
  const { text, lexicon } = scope;
  if (lexicon.table.nouns.compounds && numeral.length !== 5) return false;
  const { length = 0 } = numeral;
  const behindStreet = length === 5 && text.slice(numeral.start - 2, numeral.start) === ', ';
  return (
    numeral.integer !== undefined &&
    length >= 4 &&
    (opensLine(text, numeral.start) || behindStreet) &&
    isCapital(text, skipSpace(text, numeral.end))
  );
}
