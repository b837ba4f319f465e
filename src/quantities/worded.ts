import { classAt, folded, LETTER, pastLetters, skipSpace, skipSpaceBack } from './characters.ts';
import { Exact } from './exact.ts';
import { partsAfter, scaleAfter } from './numeral.ts';
import { altered, type NoNumeral, type Numeral, newNumeral } from './numeral-model.ts';
import { dataOf, type PhraseMatch } from './phrases.ts';
import type { Qualifier } from './quantity.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import {
  asExact,
  collective,
  countsBare,
  type Group,
  halfOf,
  ofScale,
  pastDeterminer,
  withTenths,
  word,
} from './shares.ts';
import { decimalsInWords, newSpelled, type Spelled, spelled } from './spelled.ts';

const starts =
  N.cardinal | N.multiplier | N.scale | N.article | N.collective | N.fraction | N.halfOf | N.ordinal | N.multiple;

/** Reads the number in words at `offset`, where the filter of triggers says that one may stand. */
export function wordNumeral(scope: Scope, offset: number): Numeral | NoNumeral | undefined {
  const { text, lexicon } = scope;
  const idiom = lexicon.number.match(text, offset, N.notQuantity | N.quarter);
  const read = plainNumeral(scope, offset);
  if (read && withinIdiom(scope, read)) return { skipTo: read.end };
  // *le tiers-monde*: behind the determiner that the number was read with.
  const inner = read && read.start > offset ? lexicon.number.match(text, read.start, N.notQuantity) : undefined;
  if (inner && read && inner.end > read.end) return { skipTo: inner.end };
  if (idiom && (!read || idiom.end >= read.end || text[idiom.end - 1] === '-')) return { skipTo: idiom.end };
  return read;
}

/** How many words of a phrase may stand before its number: *de plus en plus de milliers*. */
const wordsOfIdiom = 3;

/** Whether the number is part of a phrase that opens with words before it: *des milliers*, *la deuxième fois*. */
export function withinIdiom(scope: Scope, numeral: Numeral): boolean {
  const { text, lexicon } = scope;
  if (!lexicon.spaced) return false;
  let at = numeral.start;
  for (let words = 0; words < wordsOfIdiom; words++) {
    let from = skipSpaceBack(text, at);
    if (from === at || classAt(text, from - 1) !== LETTER) return false;
    while (classAt(text, from - 1) === LETTER) from--;
    const idiom = lexicon.number.match(text, from, N.notQuantity);
    if (idiom && idiom.end >= numeral.end) return true;
    at = from;
  }
  return false;
}

function plainNumeral(scope: Scope, offset: number): Numeral | undefined {
  const { text, lexicon } = scope;
  const first = lexicon.number.match(text, offset, starts);
  const composed = fromWords(scope, offset);
  if (!first) return composed;
  if (dataOf(first, N.article) !== undefined) {
    const one = afterArticle(scope, offset, first.end);
    // *un centième*: a share rather than the hundredth.
    const shares = one?.kind === 'fraction' ? 0 : 1;
    if (one && (!composed || one.end >= composed.end + shares)) return one;
  }
  if (composed && (composed.end > first.end || dataOf(first, N.cardinal) !== undefined)) return composed;
  if (dataOf(first, N.halfOf) !== undefined) {
    const made = halfOf(scope, offset, first.end);
    if (made) return made;
    // *a half of them*: the article before a share, and no half of a unit.
    const article = lexicon.number.match(text, offset, N.article);
    const share = article && afterArticle(scope, offset, article.end);
    if (share) return share;
  }
  const multiple = dataOf<number>(first, N.multiple);
  if (multiple !== undefined) {
    const times = word(pastDeterminer(scope, offset, first.end), first.end, asExact(multiple), 'multiple');
    return altered(times, { qualifier: qualifierWithin(scope, offset, first.end) });
  }
  const fraction = dataOf<readonly [number, number]>(first, N.fraction);
  if (fraction)
    return ofScale(
      scope,
      word(pastDeterminer(scope, offset, first.end), first.end, Exact.ratio(...fraction), 'fraction'),
    );
  const ordinal = dataOf<number>(first, N.ordinal);
  if (ordinal !== undefined) return ordinalOfParts(scope, offset, first.end, ordinal);
  const group = dataOf<Group>(first, N.collective);
  if (group && countsBare(scope, offset, first.end)) return collective(scope, offset, first.end, Exact.of(1), group);
  return composed;
}

/** 翻了近一番: the qualifier stands inside the words for a multiple. */
function qualifierWithin({ text, lexicon }: Scope, start: number, end: number): Qualifier | undefined {
  for (let at = start + 2; !lexicon.spaced && at < end; at++) {
    const match = lexicon.before.match(text, at, B.qualifier);
    if (match && match.start > start) return dataOf<Qualifier>(match, B.qualifier);
  }
  return undefined;
}

/** *vigésimo séptimo*, *centésimo vigésimo primero*: where each part of an ordinal is one. */
function ordinalOfParts({ text, lexicon }: Scope, start: number, first: number, rank: number): Numeral {
  let end = first;
  let value = rank;
  for (let below = roundness(value); below > 1; ) {
    const next = lexicon.number.match(text, skipSpace(text, end), N.ordinal);
    const part = next && dataOf<number>(next, N.ordinal);
    if (!next || !part || part >= below || skipSpace(text, end) === end) break;
    value += part;
    end = next.end;
    below = Math.min(roundness(part), below);
  }
  return word(start, end, asExact(value), 'ordinal');
}

/** The power of ten below which a number ends in zeros; 1 for those below twenty. */
const roundness = (value: number): number => (value < 20 ? 1 : value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 1);

/** *un milliard*, *a third*, *une centaine*, *ein Dutzend*, *a hundred*: the article is the number one. */
function afterArticle(scope: Scope, start: number, end: number): Numeral | undefined {
  const { text, lexicon } = scope;
  const at = folded[text.charCodeAt(end)] === 0x2d ? end + 1 : skipSpace(text, end);
  const next = lexicon.number.match(
    text,
    at,
    N.scale | N.multiplier | N.collective | N.denominator | N.fraction | N.halfOf | N.outOf | N.andHalf,
  );
  if (!next) return qualifiedInside(scope, start, at);
  const denominator = dataOf<number>(next, N.denominator);
  if (denominator !== undefined) {
    return isShare(scope, next)
      ? ofScale(scope, word(start, next.end, Exact.ratio(1, denominator), 'fraction'))
      : undefined;
  }
  if (dataOf(next, N.outOf) !== undefined) return partsAfter(scope, start, end, Exact.of(1), 'words');
  const fraction = dataOf<readonly [number, number]>(next, N.fraction);
  if (fraction) return word(start, next.end, Exact.ratio(...fraction), 'fraction');
  if (dataOf(next, N.halfOf) !== undefined) return halfOf(scope, start, next.end);
  const group = dataOf<Group>(next, N.collective);
  if (group) return collective(scope, start, next.end, Exact.of(1), group);
  if (dataOf(next, N.andHalf) !== undefined) return finish(scope, start, oneWord(end));
  const more = spelled(lexicon, text, at);
  if (!more || more.ordinal) return undefined;
  return finish(scope, start, more.words === 1 ? { ...more, digitsEnd: end } : more);
}

/** *ein gutes Drittel*: the qualifier stands inside. */
function qualifiedInside(scope: Scope, start: number, at: number): Numeral | undefined {
  const { text, lexicon } = scope;
  const end = pastLetters(text, at);
  const match = end > at ? lexicon.before.match(text, end, B.qualifier) : undefined;
  const qualifier = match?.start === at ? dataOf<Qualifier>(match, B.qualifier) : undefined;
  if (!qualifier) return undefined;
  const next = scope.number(end, N.denominator | N.fraction | N.halfOf | N.collective | N.scale);
  if (!next) return undefined;
  const power = dataOf<number>(next, N.scale);
  if (power !== undefined) {
    // *un bon million*
    return altered(word(start, next.end, Exact.of(1, power)), { digitsEnd: at, scaled: true, power, qualifier });
  }
  const group = dataOf<Group>(next, N.collective);
  if (group) return altered(collective(scope, start, next.end, Exact.of(1), group), { qualifier });
  const denominator = dataOf<number>(next, N.denominator);
  const fraction = dataOf<readonly [number, number]>(next, N.fraction);
  if (denominator !== undefined)
    return altered(word(start, next.end, Exact.ratio(1, denominator), 'fraction'), { qualifier });
  if (fraction) return altered(word(start, next.end, Exact.ratio(...fraction), 'fraction'), { qualifier });
  const half = halfOf(scope, start, next.end);
  return half && altered(half, { qualifier });
}

/**
 * *a third of*, *rose by a third*: a share; *a third party*, *un cinquième plan*: an ordinal before its noun. Only where
 * the word can be either.
 */
function isShare(scope: Scope, denominator: PhraseMatch): boolean {
  const { text, lexicon } = scope;
  const ordinal = lexicon.number.match(text, denominator.start, N.ordinal);
  if (!ordinal || ordinal.end !== denominator.end) return true;
  const at = skipSpace(text, denominator.end);
  if (classAt(text, at) !== LETTER) return true;
  return lexicon.after.match(text, at, A.link | A.stop | A.and | A.connector | A.qualifier) !== undefined;
}

/** The number one, as an article says it. */
const oneWord = (end: number): Spelled => newSpelled(end, end, Exact.of(1), 1);

/** A number that starts with a cardinal, a multiplier or a scale. */
function fromWords(scope: Scope, offset: number): Numeral | undefined {
  const { text, lexicon } = scope;
  const read = spelled(lexicon, text, offset);
  if (!read) return undefined;
  if (read.words === 1 && !mayStandAlone(scope, offset, read)) return undefined;
  return finish(scope, offset, read);
}

/** *dépasser le million*, *überstieg die Million*: a scale behind a qualifier and its determiner is one of its kind. */
function isPassedMark(scope: Scope, offset: number, power: number | undefined): boolean {
  const little = power !== undefined && power > 5 && scope.lexicon.spaced ? scope.before(offset, B.filler) : undefined;
  return little !== undefined && scope.before(little.start, B.qualifier | B.reach) !== undefined;
}

/** *hundred*, *million* and 百 need a number before them; *cent*, *mille*, *tausend* and 十 do not. */
function mayStandAlone(scope: Scope, offset: number, read: Spelled): boolean {
  const { lexicon, text } = scope;
  const first = lexicon.number.match(text, offset, N.cardinal | N.multiplier | N.scale);
  if (!first || dataOf(first, N.cardinal) !== undefined || first.end < read.end) return true;
  const { composition } = lexicon.table.numerals;
  const multiplier = dataOf<number>(first, N.multiplier);
  if (composition === 'myriad') {
    // 近百家, 超百亿元: a bare unit counts once where something shows that it is a number.
    const shown = (): boolean =>
      lexicon.before.match(text, offset, B.qualifier) !== undefined ||
      lexicon.number.match(text, read.end, N.partsOf | N.inner) !== undefined;
    return multiplier === 10 || shown() || lexicon.after.match(text, read.end, A.currency | A.percent) !== undefined;
  }
  if (isPassedMark(scope, offset, dataOf<number>(first, N.scale))) return true;
  // *Millón y medio*
  if (dataOf(first, N.scale) !== undefined && scope.number(read.end, N.andHalf)) return true;
  if (composition === 'tens-then-ones') return false;
  return multiplier !== undefined || dataOf<number>(first, N.scale) === 3;
}

/** What may follow number words: a half, a decimal part, a denominator, a group, a scale, a vague word. */
function finish(scope: Scope, start: number, read: Spelled): Numeral {
  const { text, lexicon } = scope;
  let { end, value, scaled } = read;
  if (read.ordinal) return altered(word(start, end, value, 'ordinal'), { ranks: read.ranks });
  if (read.unit !== undefined) return altered(word(start, end, value), { unit: read.unit });
  if (read.multiple) return word(start, end, value, 'multiple');
  if (read.denominator !== undefined)
    return word(start, end, value.over(Exact.of(read.denominator)) as Exact, 'fraction');
  let qualifier: Qualifier | undefined;
  let decimal = false;
  {
    const gap = folded[text.charCodeAt(end)] === 0x2d ? end + 1 : skipSpace(text, end);
    const next = lexicon.number.match(text, gap, N.andHalf | N.point | N.collective | N.inner);
    const group = next && dataOf<Group>(next, N.collective);
    if (next && group && !scaled) return collective(scope, start, next.end, value, group);
    if (next && dataOf(next, N.andHalf) !== undefined) {
      value = value.plus(Exact.of(5, read.lastPower - 1));
      end = next.end;
      decimal = true;
    } else if (next && dataOf(next, N.point) !== undefined) {
      const part = decimalsInWords(lexicon, text, end);
      if (part) {
        value = value.plus(part.value);
        end = part.end;
        decimal = true;
      }
    } else if (next && dataOf(next, N.inner) !== undefined) {
      qualifier = dataOf<Qualifier>(next, N.inner);
      end = next.end;
    } else if (!scaled || !lexicon.spaced) {
      const parts = partsAfter(scope, start, end, value, 'words');
      if (parts) return ofScale(scope, withTenths(scope, parts));
      const mixed = fractionBehindWords(scope, start, end, value);
      if (mixed) {
        value = value.plus(mixed.value);
        end = mixed.end;
        decimal = true;
      }
    }
  }
  const digitsEnd = scaled && !decimal ? read.digitsEnd : end;
  const scale = decimal || qualifier || !value.isInteger() ? scaleAfter(scope, start, end) : undefined;
  if (scale) {
    value = value.times10(scale.power);
    end = scale.end;
    scaled = true;
  }
  const vague = qualifier ? undefined : lexicon.number.match(text, end, N.inner);
  if (vague) {
    qualifier = dataOf<Qualifier>(vague, N.inner);
    end = vague.end;
  }
  const numeral = newNumeral(start, end, value, 'words');
  numeral.digitsEnd = digitsEnd;
  if (read.pair && scaled === read.scaled && !decimal) {
    numeral.value = undefined;
    numeral.min = asExact(read.pair[0]);
    numeral.max = asExact(read.pair[1]);
  }
  numeral.scaled = scaled;
  if (scaled) numeral.power = scale?.power ?? read.lastPower;
  numeral.decimal = decimal;
  numeral.qualifier = qualifier;
  numeral.article = read.words === 1 && isArticle(scope, start, end);
  return numeral;
}

/** *two and three quarters*, *deux et trois quarts*, 二又三分之一: the fraction that goes on with a whole number in words. */
function fractionBehindWords(
  scope: Scope,
  start: number,
  end: number,
  whole: Exact,
): { value: Exact; end: number } | undefined {
  const { text, lexicon } = scope;
  const joiner = lexicon.number.match(text, lexicon.spaced ? skipSpace(text, end) : end, N.mixed);
  if (!joiner || whole.compare(Exact.of(100)) > 0) return undefined;
  // *between two and three quarters*
  if (scope.before(start, B.between)) return undefined;
  const at = skipSpace(text, joiner.end);
  const part = lexicon.number.rolesAt(text, at) === 0 ? undefined : plainNumeral(scope, at);
  if (part?.kind !== 'fraction' || !part.value || part.value.compare(Exact.of(1)) >= 0) return undefined;
  return part.start === at ? { value: part.value, end: part.end } : undefined;
}

function isArticle(scope: Scope, start: number, end: number): boolean {
  const match = scope.lexicon.number.match(scope.text, start, N.article);
  if (match?.end !== end) return false;
  // 一倍 says how much; *une fois* may say how often.
  return scope.lexicon.spaced || scope.lexicon.after.match(scope.text, end, A.multiple) === undefined;
}
