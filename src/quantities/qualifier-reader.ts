import type { Span } from '../text/span.ts';
import { classAt, DIGIT, folded, IDEOGRAPH, LETTER, OTHER, SPACE, skipSpace, skipSpaceBack } from './characters.ts';
import { dataOf } from './phrases.ts';
import type { Qualifier } from './quantity.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';

/** A qualifier and its words. */
export interface QualifierReading extends Span {
  readonly qualifier: Qualifier;
  /** A negation turned it round. */
  readonly negated?: true;
}

/** What a negation makes of a qualifier: *not more than* is at most. */
export const opposite: Readonly<Partial<Record<Qualifier, Qualifier>>> = {
  'more-than': 'at-most',
  'at-least': 'less-than',
  'less-than': 'at-least',
  'at-most': 'more-than',
};

const signs: Readonly<Record<string, Qualifier>> = {
  '~': 'about',
  '∼': 'about',
  '～': 'about',
  '≈': 'about',
  '±': 'about',
  '>': 'more-than',
  '＞': 'more-than',
  '≥': 'at-least',
  '⩾': 'at-least',
  '<': 'less-than',
  '＜': 'less-than',
  '≤': 'at-most',
  '⩽': 'at-most',
}; // prettier-ignore

/**
 * How many little words may stand between a qualifier and its number, and between it and its negation; how many words of
 * any kind, or characters where words are not set apart, between it and a negation with its verb.
 */
const reach = { fillers: 4, negation: 2, words: 3, units: 4 };

/** The qualifier before the number that starts at `start`. */
export function qualifierBefore(
  scope: Scope,
  start: number,
  isTime: boolean,
  isShare = false,
): QualifierReading | undefined {
  const { text, lexicon } = scope;
  let at = skipSpaceBack(text, pastSign(text, start));
  const sign = classAt(text, at - 1) === OTHER ? signs[text[at - 1] ?? ''] : undefined;
  if (sign) return { qualifier: sign, start: at - 1, end: at };
  if (folded[text.charCodeAt(at - 1)] === 0x2d && text.startsWith('+/', at - 3))
    return { qualifier: 'about', start: at - 3, end: at };
  let negated: number | undefined;
  const roles = B.qualifier | B.negation | B.reach | B.filler;
  for (let step = 0; step < reach.fillers; step++) {
    const match = lexicon.before.match(text, at, roles);
    if (!match) return step > 0 && !lexicon.spaced ? pastAttribute(scope, at) : undefined;
    const qualifier = dataOf<Qualifier>(match, B.qualifier);
    if (qualifier && (isTime || isShare) && saysHowMuch(scope, at, match.start, isShare)) return undefined;
    if (qualifier) {
      const from = negated ?? negationBefore(scope, match.start) ?? farNegationBefore(scope, match.start, qualifier);
      if (from === undefined) {
        const { start, end } = match;
        return opensNegated(scope, match) ? { qualifier, start, end, negated: true } : { qualifier, start, end };
      }
      const turned = opposite[qualifier] ?? qualifier;
      return { qualifier: turned, start: Math.min(from, match.start), end: match.end, negated: true };
    }
    if (dataOf(match, B.reach) !== undefined) {
      const from = negated ?? negationBefore(scope, match.start);
      return from === undefined
        ? undefined
        : { qualifier: 'less-than', start: Math.min(from, match.start), end: match.end };
    }
    if (dataOf(match, B.negation) !== undefined) negated ??= match.start;
    at = skipSpaceBack(text, match.start);
  }
  return undefined;
}

/**
 * *over five years*, 近五年, *500 Euro über fünf Jahre*, *sank um die Hälfte*: the words from `start` to `end` say for how
 * long or by how much, and are no qualifier.
 */
function saysHowMuch({ text, lexicon }: Scope, end: number, start: number, isShare: boolean): boolean {
  const match = lexicon.before.match(text, end, B.lastBeforeTime);
  if (match?.start !== start) return false;
  const what = dataOf(match, B.lastBeforeTime);
  if (isShare || what !== 'behind money') return isShare ? what === 'share' : what === true;
  const before = skipSpaceBack(text, start);
  return before < start && lexicon.before.match(text, before, B.currency) !== undefined;
}

/** How many characters may name what a share is taken of: 不足同类模型的十分之一. */
const unitsOfAttribute = 10;

/** A qualifier before what the number is a part of, where words are not set apart and a little word links the two. */
function pastAttribute({ text, lexicon }: Scope, end: number): QualifierReading | undefined {
  if (lexicon.after.match(text, end, A.link | A.stop) === undefined) return undefined;
  for (let at = end; at > end - unitsOfAttribute && classAt(text, at - 1) === IDEOGRAPH; at--) {
    const match = lexicon.before.match(text, at, B.qualifier | B.negation);
    if (!match) continue;
    const qualifier = dataOf<Qualifier>(match, B.qualifier);
    const says = qualifier !== undefined && match.end - match.start > 1 && !numberWithin(lexicon, text, match.end, end);
    return says ? { qualifier, start: match.start, end: match.end } : undefined;
  }
  return undefined;
}

/** 由不到三分之一提高到98%: the words qualify another number. */
function numberWithin(lexicon: Scope['lexicon'], text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (lexicon.number.match(text, at, N.cardinal | N.partsOf | N.fraction)) return true;
  return false;
}

/** *environ -0,2 %*, *under-25s*: before the sign or the hyphen that stands at the number. */
function pastSign(text: string, start: number): number {
  const hyphen = folded[text.charCodeAt(start - 1)] === 0x2d;
  const before = classAt(text, start - 2);
  return (hyphen && (before === SPACE || before === LETTER)) || (text[start - 1] === '+' && before === SPACE)
    ? start - 1
    : start;
}

/** Where a negation of the words that start at `start` begins. */
function negationBefore(scope: Scope, start: number): number | undefined {
  const { text, lexicon } = scope;
  let at = skipSpaceBack(text, start);
  for (let step = 0; step <= reach.negation; step++) {
    const match = lexicon.before.match(text, at, B.negation | B.filler);
    if (!match) return undefined;
    if (dataOf(match, B.negation) !== undefined) return match.start;
    // *not only more than 300*
    if (lexicon.before.match(text, at, B.barrier)?.start === match.start) return undefined;
    at = skipSpaceBack(text, match.start);
  }
  return undefined;
}

/** 不会高于: where words are not set apart a qualifier may begin with a negation that reaches on to the next bound. */
function opensNegated({ text, lexicon }: Scope, { start, end }: Span): boolean {
  if (lexicon.spaced) return false;
  for (let at = start + 1; at < end; at++) {
    if (lexicon.before.match(text, at, B.farNegation)?.start === start) return true;
  }
  return false;
}

/** *will not spend more than*, *kein Land gab mehr als*: the negation stands before the verb, or before what it is said of. */
function farNegationBefore(scope: Scope, start: number, qualifier: Qualifier): number | undefined {
  if (qualifier === 'at-most' || opposite[qualifier] === undefined) return undefined;
  const { text, lexicon } = scope;
  const { spaced } = lexicon;
  let at = start;
  for (let step = 0; step < (spaced ? reach.words : reach.units); step++) {
    const end = skipSpaceBack(text, at);
    if (lexicon.before.match(text, end, B.barrier)) return undefined;
    at = end;
    if (!spaced) at--;
    else while (classAt(text, at - 1) === LETTER || folded[text.charCodeAt(at - 1)] === 0x27) at--;
    if (at === end || classAt(text, at) === OTHER || classAt(text, at) === DIGIT) return undefined;
    const match = scope.before(at, B.farNegation);
    if (match) return match.start;
  }
  return undefined;
}

/** A qualifier with a number behind it belongs to that one: *200 firms and over 300 laboratories*. */
function numberFollows(scope: Scope, end: number): boolean {
  const { text, lexicon } = scope;
  const at = skipSpace(text, end);
  if (classAt(text, at) === DIGIT) return true;
  // *31 firms und mehr als 300 others*: the words are the start of a longer qualifier of the next number.
  const digits = text.slice(at, at + 12).search(/\d/);
  const next = digits > 0 ? lexicon.before.match(text, skipSpaceBack(text, at + digits), B.qualifier) : undefined;
  if (next && next.start < end) return true;
  return lexicon.spaced && lexicon.number.match(text, at, N.cardinal | N.article) !== undefined;
}

/** The qualifier behind the number, its unit or its noun: the first of the offsets behind which one stands. */
export function qualifierAfter(scope: Scope, ends: readonly number[]): QualifierReading | undefined {
  const { text, lexicon } = scope;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] as number;
    if (i > 0 && (end === ends[0] || (i > 1 && end === ends[1]))) continue;
    if (text[end] === '+' && text[end + 1] !== '+' && text[end + 1] !== '/' && classAt(text, end + 1) !== LETTER)
      return { qualifier: 'more-than', start: end, end: end + 1 };
    const match = scope.after(end, A.qualifier | A.notReached | A.notExceeded);
    if (!match || text[match.end] === '/' || dataOf<string>(match, A.qualifier) === 'none') continue;
    // *30 min.*: the unit of the number, and no word for *at least*.
    if (i === 0 && match.start < (ends[1] ?? 0)) continue;
    // 300以上500以下: a word that can only stand behind its number keeps to it, whatever follows.
    const behind = !lexicon.spaced && !lexicon.before.match(text, match.end, B.qualifier);
    if (!behind && numberFollows(scope, match.end)) continue;
    const { start } = match;
    if (dataOf(match, A.notReached) !== undefined) return { qualifier: 'less-than', start, end: match.end };
    if (dataOf(match, A.notExceeded) !== undefined) return { qualifier: 'at-most', start, end: match.end };
    return { qualifier: dataOf<Qualifier>(match, A.qualifier) as Qualifier, start, end: match.end };
  }
  return undefined;
}
