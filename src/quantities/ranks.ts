import { sentenceAt } from '../text/sentences.ts';
import { classAt, DIGIT, folded, isCapital, isLetter, SPACE, skipSpace, skipSpaceBack } from './characters.ts';
import { Exact } from './exact.ts';
import { nameWordBefore, opensLine, standsAlone } from './names.ts';
import { digitNumeral } from './numeral.ts';
import { altered, type Numeral, newNumeral } from './numeral-model.ts';
import { dataOf, spellings } from './phrases.ts';
import type { Quantity } from './quantity.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';
import { spelled } from './spelled.ts';

/** An ordinal in the text, and whether something is ranked by it. */
export interface OrdinalReading {
  readonly numeral: Numeral;
  readonly ranks: boolean;
}

/** Farther behind a rank none goes on with it, in UTF-16 units. */
const longestReach = 300;

/** Whether the number before the offset is a rank, in the same sentence: no other goes on with its ranks. */
export function followsRank(text: string, before: readonly Quantity[], offset: number): boolean {
  const last = before[before.length - 1];
  if (last === undefined || (last.kind !== 'ordinal' && !last.cutoff) || offset - last.end > longestReach) return false;
  // Most often nothing between the two can end a sentence.
  return !/[.!?…。！？\n]/.test(text.slice(last.end, offset)) || sentenceAt(text, last.end).end > offset;
}

/** How many little words may stand between a verb of ranking and the rank. */
const fillersToVerb = 4;

/** `14e`, `3rd`, `1er`, *3. Platz*: digits with a mark of order behind them. */
export function ordinalInDigits(scope: Scope, numeral: Numeral, afterRank: boolean): OrdinalReading | undefined {
  const { text, lexicon } = scope;
  if (numeral.integer === undefined) return undefined;
  const { end } = numeral;
  // *18.º*
  const marked = text[end] === '.' ? text.slice(end, lettersEnd(text, end + 1)) : '';
  const point = marked.length > 1 && lexicon.table.ordinals.suffixes.includes(marked);
  const run = lettersEnd(text, point ? end + 1 : end);
  if (run > end && lexicon.table.ordinals.suffixes.includes(text.slice(end, run).toLowerCase())) {
    return judged(scope, altered(numeral, { end: run, kind: 'ordinal' }), afterRank);
  }
  if (text[end] === '.' && lexicon.table.ordinals.suffixes.includes('.')) {
    const at = skipSpace(text, end + 1);
    const next = lexicon.after.match(text, at, A.rankNoun | A.superlative | A.nameNoun);
    const listed = text[end + 1] === ')' && text[numeral.start - 1] === '(';
    const outOf = lexicon.number.match(text, at, N.outOf);
    const amongMany = outOf !== undefined && !isCapital(text, at) && isMany(scope, skipSpace(text, outOf.end));
    const joined = amongMany || joinedToRank(scope, at);
    if ((next && at > end + 1) || listed || joined || determined(scope, numeral) || opensPart(text, numeral))
      return judged(scope, altered(numeral, { end: end + 1, kind: 'ordinal' }), afterRank);
  }
  const shared = sharesMark(scope, numeral, afterRank);
  if (shared) return shared;
  // *rang 3*, *Platz 3*: the noun of rank before the number.
  if (lexicon.spaced && isRankNounBefore(scope, numeral) && !scope.after(end, counted)) {
    return { numeral: altered(numeral, { kind: 'ordinal' }), ranks: true };
  }
  return undefined;
}

/** What stands behind a number that counts or measures: *sie stellen 30 Prozent*. */
const counted = A.percent | A.points | A.currency | A.unit | A.noun;

/** Where nouns are written with a capital, *stellen* is a verb. */
function isRankNounBefore(scope: Scope, numeral: Numeral): boolean {
  const noun = scope.before(numeral.start, B.rankNoun);
  return noun !== undefined && (!scope.lexicon.table.nouns.compounds || isCapital(scope.text, noun.start));
}

/** *7e sur 42*, and not *a second of 8 million*, *eine zweite von 8 Prozent*: a number of those that are ranked. */
function isMany(scope: Scope, offset: number): boolean {
  const digits = /^\d{1,3}(?:[ .,\u00a0\u202f]\d{3})*(?![\d\p{L}])/u.exec(scope.text.slice(offset, offset + 12))?.[0];
  if (digits === undefined) return false;
  const end = offset + digits.length;
  return !scope.number(end, N.scale | N.abbreviation) && !scope.after(end, A.percent | A.points | A.currency | A.unit);
}

/** *der 35. Deutsche Umwelttag*: a determiner before the digits, a word behind their point. */
function determined(scope: Scope, { start, end, length = 0 }: Numeral): boolean {
  const { text } = scope;
  if (length > 3 || !isLetter(text, skipSpace(text, end + 1)) || classAt(text, end + 1) !== SPACE) return false;
  return scope.before(start, B.determiner) !== undefined;
}

/** *…; 1. Bundesliga*: no sentence ends with the digits that a part of it opens with. */
const opensPart = (text: string, { start, end }: Numeral): boolean =>
  /[;:(„«][ \u00a0]?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^\.[ \u00a0]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4));

function lettersEnd(text: string, offset: number): number {
  let i = offset;
  while (isLetter(text, i) || isSign(text, i, SIGNS.raised)) i++;
  return i;
}

/** *zweit- und drittgrößte*: an ordinal whose superlative stands behind the next one. */
export function suspendedOrdinal(scope: Scope, start: number, end: number): OrdinalReading | undefined {
  const { text, lexicon } = scope;
  if (lexicon.compoundParts.size === 0 || folded[text.charCodeAt(end)] !== 0x2d || classAt(text, end + 1) !== SPACE)
    return undefined;
  const joint = lexicon.after.match(text, skipSpace(text, end + 1), A.and | A.connector);
  const ending = lexicon.table.ordinals.superlatives.find((each) => each.startsWith('-'));
  if (!joint || !ending || !spelled(lexicon, text, skipSpace(text, joint.end))?.ranks) return undefined;
  const whole = spelled(lexicon, text.slice(start, end) + (spellings(ending)[0] as string).slice(1), 0);
  if (!whole?.ranks) return undefined;
  const numeral = newNumeral(start, end, whole.value, 'words');
  numeral.kind = 'ordinal';
  return { numeral, ranks: true };
}

/** `n° 1`, 第三, *No. 2*: a mark of order before the number. Offsets start at the mark. */
export function ordinalBehindMark(scope: Scope, offset: number, afterRank: boolean): OrdinalReading | undefined {
  const { text, lexicon } = scope;
  const mark = lexicon.number.match(text, offset, N.ordinalPrefix);
  if (!mark) return undefined;
  const at = skipSpace(text, mark.end);
  // NO2 is a gas.
  if (at === mark.end && lexicon.spaced && isLetter(text, at - 1) && isCapital(text, at - 1)) return undefined;
  let end: number;
  let value: Exact;
  if (classAt(text, at) === DIGIT) {
    const digits = digitNumeral(scope, at);
    if ('skipTo' in digits) return undefined;
    if (digits.integer === undefined)
      return { numeral: altered(digits, { start: offset, kind: 'ordinal' }), ranks: false };
    end = digits.end;
    value = Exact.of(digits.integer);
  } else {
    // *No one* is no rank; *number one* and *n° un* are.
    if (lexicon.spaced && mark.end - mark.start < 3 && isLetter(text, mark.end - 1)) return undefined;
    const words = spelled(lexicon, text, at);
    if (!words || words.pair) return undefined;
    end = words.end;
    value = words.value;
  }
  const numeral = newNumeral(offset, end, value, 'digits');
  numeral.kind = 'ordinal';
  if (!lexicon.spaced) return judged(scope, numeral, afterRank);
  const name =
    nameWordBefore(scope, offset) !== undefined ||
    scope.before(offset, B.title | B.label) ||
    opensWithNoun(scope, offset);
  const small =
    value.compare(Exact.of(1000)) < 0 && !'/-'.includes(String.fromCharCode(folded[text.charCodeAt(end)] ?? 0x20));
  // *Dossier « Villes », n° 14, p. 3*: with a sign behind it a number needs more to be a rank.
  const cut = /[,;)\]]/.test(text[end] ?? ' ') && !verbBefore(scope, offset) && !afterRank;
  return { numeral, ranks: !name && small && !cut };
}

/** *Pressemitteilung Nr. 203*: at the start of a line a word that is no article names what is numbered. */
function opensWithNoun({ text, lexicon }: Scope, offset: number): boolean {
  const at = skipSpaceBack(text, offset);
  let from = at;
  while (from > 0 && isLetter(text, from - 1)) from--;
  if (at - from < 4 || !isCapital(text, from)) return false;
  return lexicon.after.match(text, from, A.stop)?.end !== at;
}

/** Whether something is ranked by the ordinal: a noun of rank, a superlative, a verb of ranking; or it stands alone. */
export function judged(scope: Scope, numeral: Numeral, afterRank: boolean): OrdinalReading {
  const { text, lexicon } = scope;
  const { start, end } = numeral;
  if (numeral.ranks) return { numeral, ranks: true };
  const at = folded[text.charCodeAt(end)] === 0x2d ? end + 1 : skipSpace(text, end);
  const next = lexicon.after.match(text, at, A.rankNoun | A.superlative | A.nameNoun);
  const ranked = next !== undefined && (next.roles & (A.rankNoun | A.superlative)) !== 0;
  if (ranked || joinedToRank(scope, at)) return { numeral, ranks: true };
  if (next) return { numeral, ranks: false };
  // *7e sur 42*, *15th of 180 countries*
  const outOf =
    lexicon.number.match(text, at, N.outOf) ??
    (numeral.form === 'digits' ? lexicon.after.match(text, at, A.link) : undefined);
  if (outOf && lexicon.spaced && isMany(scope, skipSpace(text, outOf.end))) return { numeral, ranks: true };
  return {
    numeral,
    ranks:
      verbBefore(scope, start) ||
      isPredicate(scope, start, end, afterRank) ||
      (afterRank && follows(scope, start)) ||
      inBrackets(scope, start, end) ||
      standsAlone(text, start, end),
  };
}

/** *the 2nd and 3rd largest*: an ordinal behind *and* that something is ranked by. */
function joinedToRank(scope: Scope, at: number): boolean {
  const { text, lexicon } = scope;
  const and = lexicon.after.match(text, at, A.and | A.connector | A.changeTo);
  if (!lexicon.spaced) return rankBehindJoint(scope, and ? and.end : isSign(text, at, SIGNS.comma) ? at + 1 : at);
  if (!and || !isLetter(text, and.start)) return false;
  let next = skipSpace(text, and.end);
  // *der erste und der zweite Platz*
  const article = lexicon.after.match(text, next, A.stop);
  if (article && article.end - next < 4) next = skipSpace(text, article.end);
  const word = lexicon.number.match(text, next, N.ordinal);
  const digits = word ? null : /^\d{1,3}(\p{L}{1,4}|\.)(?!\p{L})/u.exec(text.slice(next, next + 8));
  if (!word && !(digits && lexicon.table.ordinals.suffixes.includes(digits[1]?.toLowerCase() ?? ''))) return false;
  next = word ? word.end : next + (digits?.[0].length ?? 0);
  const behind = folded[text.charCodeAt(next)] === 0x2d ? next + 1 : skipSpace(text, next);
  return lexicon.after.match(text, behind, A.superlative | A.rankNoun) !== undefined;
}

/** 第三、第四位: the noun of rank stands once, behind the last. */
function rankBehindJoint({ text, lexicon }: Scope, at: number): boolean {
  const mark = lexicon.number.match(text, at, N.ordinalPrefix);
  const start = mark ? mark.end : at;
  const digits = /^\d{1,3}/.exec(text.slice(start, start + 3))?.[0].length;
  const end = digits === undefined ? spelled(lexicon, text, start)?.end : start + digits;
  return end !== undefined && lexicon.after.match(text, end, A.rankNoun | A.superlative) !== undefined;
}

/** 第3、4位: a number that shares the mark of order of the one before it, from which a joint alone parts it. */
export function sharesMark(scope: Scope, numeral: Numeral, afterRank: boolean): OrdinalReading | undefined {
  const { text, lexicon } = scope;
  const { start, end } = numeral;
  if (lexicon.spaced || numeral.scaled) return undefined;
  const joint = text[start - 1] === '、' ? start - 1 : lexicon.before.match(text, start, B.and)?.start;
  if (joint === undefined) return undefined;
  for (let from = joint - 1; from > joint - 8; from--) {
    if (lexicon.number.match(text, from, N.ordinalPrefix)) {
      const ranks = afterRank || scope.after(end, A.rankNoun) !== undefined;
      return { numeral: altered(numeral, { kind: 'ordinal' }), ranks };
    }
    if (classAt(text, from) !== DIGIT && text[from] !== '、' && !lexicon.number.match(text, from, N.cardinal)) break;
  }
  return undefined;
}

/** *Lyon (2e) et Toulouse (3e)*: the rank of what stands before the bracket. */
function inBrackets({ text, lexicon }: Scope, start: number, end: number): boolean {
  if (text[start - 1] !== '(' || opensLine(text, start - 1)) return false;
  // *(4e de France)*
  return text[end] === ')' || lexicon.after.match(text, skipSpace(text, end), A.link | A.stop) !== undefined;
}

function verbBefore(scope: Scope, start: number): boolean {
  const { text, lexicon } = scope;
  let at = skipSpaceBack(text, start);
  for (let step = 0; step < fillersToVerb; step++) {
    const match = lexicon.before.match(text, at, B.rankVerb | B.filler | B.article);
    if (!match) return false;
    if (dataOf(match, B.rankVerb) === true) return true;
    at = skipSpaceBack(text, match.start);
  }
  return false;
}

/** *Germany is third.*, and behind another rank *la Suisse cinquième*: the ordinal ends its clause. */
function isPredicate(scope: Scope, start: number, end: number, afterRank: boolean): boolean {
  const { text, lexicon } = scope;
  if (!lexicon.spaced || (end < text.length && !isSign(text, end, SIGNS.clauseEnd | SIGNS.comma))) return false;
  const copula = scope.before(start, B.rankVerb);
  if (copula && dataOf(copula, B.rankVerb) === 'be') return true;
  return afterRank && /[,;]\s(?:\p{L}{1,3}\s)?\p{Lu}[\p{L}-]+\s$/u.test(text.slice(Math.max(0, start - 40), start));
}

/** *deuxième et troisième*: joined to the rank before it, *y el 18.º* with its article. */
function follows(scope: Scope, start: number): boolean {
  if (scope.before(start, B.and)) return true;
  const article = scope.before(start, B.filler);
  return article !== undefined && article.end - article.start < 4 && scope.before(article.start, B.and) !== undefined;
}
