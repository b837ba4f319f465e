import { classAt, folded, IDEOGRAPH, LETTER, skipSpace, skipSpaceBack } from './characters.ts';
import { Exact } from './exact.ts';
import { itemAt } from './item.ts';
import type { Item } from './item-model.ts';
import { altered } from './numeral-model.ts';
import { dataOf } from './phrases.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** How two numbers that stand together relate. */
export interface Pair {
  readonly first: Item;
  readonly second: Item;
  /** One range; else two values that may share scale, unit and noun. */
  readonly range: boolean;
  /** Where the words that open the range start (*entre*). */
  readonly start: number;
}

/** What the scan has seen before, for telling *rose from 3 to 5* from *from 3 to 5*. */
export interface Before {
  /** Whether a word of change stands in the same clause before the offset. */
  changes(offset: number): boolean;
  /** Whether that word says that something falls. */
  falls(): boolean;
  /** Whether that word stands right before the offset, or with one word between that is no *of*. */
  adjoins(offset: number): boolean;
}

/** The second number behind the first, where a dash or a word joins them. */
export function pairWith(scope: Scope, first: Item, before: Before): Pair | undefined {
  const joint = jointAt(scope, first) ?? suspendedJoint(scope, first) ?? jointBehindNoun(scope, first);
  if (!joint) return undefined;
  // *from -5 to +12 degrees*: a sign before the second.
  const signed = !joint.dash && /^[+\-−]\d/.test(scope.text.slice(joint.end, joint.end + 2));
  const second = itemAt(scope, signed ? joint.end + 1 : joint.end) ?? shareBehindArticle(scope, first, joint.end);
  if (second?.numeral.kind === 'fraction' && !scope.lexicon.spaced) {
    const tenths = inTenths(scope, first, second);
    if (tenths) return { first: tenths, second, range: joint.range && ascends(tenths, second), start: first.start };
  }
  if (!second || !isPlain(first, joint) || !isPlain(second, joint) || !sameSort(first, second)) return undefined;
  // *a €1-a-day scheme*
  if (joint.dash && second.numeral.article) return undefined;
  if (isArticleOnly(scope, first, second) || isArticleOnly(scope, second, first)) return undefined;
  const opener = openerBefore(scope, first.start, joint.between);
  if (joint.between !== undefined && opener === undefined && !joint.and && !joint.range) return undefined;
  // *16,8 % oder 43 700*: a unit that the second has not parts them.
  const parted = !joint.dash && first.unit !== undefined && first.unit.start === undefined && !second.unit;
  // Where one end is below zero their magnitudes are no range.
  const below = isNegative(scope, first);
  const asRange = !signed && !below && (opener !== undefined || (joint.range && !parted));
  const changed = joint.change || (opener === undefined && !joint.dash && changesFrom(scope, first, before));
  const shared = share(first, second, asRange && !changed);
  // *reculent de 5 à 10 %*: what falls cannot rise from one to the other, so they are the ends of one range.
  const against = changed && !joint.change && asRange && before.falls() && ascends(shared.first, shared.second);
  if (!asRange || (changed && !against)) {
    const next = joint.and && !first.unit ? inSameGroup(shared.first, shared.second) : undefined;
    return { ...shared, ...(next && { first: next }), range: false, start: first.start };
  }
  // *fell by 160,000 to 7.46 million* is no range: the ends of one lie near each other.
  const far = opener === undefined && !joint.dash && before.changes(first.start) && isFar(first, shared, before);
  if (far || !ascends(shared.first, shared.second)) return { first, second, range: false, start: first.start };
  const thousands = inThousands(shared.first, shared.second);
  if (thousands) return { first: thousands, second: shared.second, range: true, start: first.start };
  return { ...shared, range: true, start: first.start };
}

/** *entre un tiers et la moitié*: the article of the second share is no part of it. */
function shareBehindArticle(scope: Scope, { numeral }: Item, at: number): Item | undefined {
  if (numeral.kind !== 'fraction' || !scope.lexicon.spaced) return undefined;
  const article = scope.lexicon.after.match(scope.text, at, A.stop);
  return article && article.end - at < 4 ? itemAt(scope, skipSpace(scope.text, article.end)) : undefined;
}

/** A minus sign before the number, and neither a dash nor a hyphen. */
const isNegative = ({ text }: Scope, { start }: Item): boolean =>
  folded[text.charCodeAt(start - 1)] === 0x2d && !/[\p{Script=Latin}\d%‰℃)）]/u.test(text[start - 2] ?? ' ');

interface Joint {
  readonly end: number;
  readonly range: boolean;
  readonly change: boolean;
  readonly dash: boolean;
  readonly and: boolean;
  /** Index of the pair of words whose second stands here. */
  readonly between: number | undefined;
}

function jointAt(scope: Scope, first: Item): Joint | undefined {
  const { text, lexicon } = scope;
  const at = skipSpace(text, first.end);
  const sign = folded[text.charCodeAt(at)] === 0x2d || isSign(text, at, SIGNS.tilde);
  if (sign) {
    // *a 3-to-5-year programme*
    const word = at === first.end && lexicon.spaced ? lexicon.after.match(text, at + 1, A.connector) : undefined;
    const joined = word && classAt(text, at + 1) === LETTER && folded[text.charCodeAt(word.end)] === 0x2d;
    let end = joined ? word.end : at + 1;
    while (folded[text.charCodeAt(end)] === 0x2d) end++;
    end = skipSpace(text, end);
    // `5 -10` and a dash between clauses are no ranges; nor is a minus sign.
    if (
      (at === first.end) !== (classAt(text, at + 1) !== 1) &&
      folded[text.charCodeAt(at)] === 0x2d &&
      text[at] === '-'
    )
      return undefined;
    return { end, range: true, change: false, dash: true, and: false, between: undefined };
  }
  const tolerance = toleranceAt(text, at);
  if (tolerance !== undefined)
    return { end: tolerance, range: false, change: false, dash: false, and: true, between: undefined };
  const match = lexicon.after.match(text, at, A.connector | A.changeTo | A.and | A.between);
  if (!match) return undefined;
  return {
    end: skipSpace(text, match.end),
    range: dataOf(match, A.connector) !== undefined,
    change: dataOf(match, A.changeTo) !== undefined,
    dash: false,
    and: dataOf(match, A.and) !== undefined,
    between: dataOf<number>(match, A.between),
  };
}

/** `3.5 ± 0.2`, `5 +/- 2`: where the number starts by which the one before may be wrong. */
function toleranceAt(text: string, at: number): number | undefined {
  if (text[at] === '±') return skipSpace(text, at + 1);
  return text.startsWith('+/', at) && folded[text.charCodeAt(at + 2)] === 0x2d ? skipSpace(text, at + 3) : undefined;
}

/** *drei- bis viermal*: the hyphen stands for the end of the word that both share. */
function suspendedJoint(scope: Scope, first: Item): Joint | undefined {
  const { text, lexicon } = scope;
  if (folded[text.charCodeAt(first.end)] !== 0x2d) return undefined;
  const at = skipSpace(text, first.end + 1);
  const match = at > first.end + 1 ? lexicon.after.match(text, at, A.connector | A.and) : undefined;
  if (!match) return undefined;
  const range = dataOf(match, A.connector) !== undefined;
  return { end: skipSpace(text, match.end), range, change: false, dash: false, and: !range, between: undefined };
}

/** 769万股至1538万股: the noun or classifier of the second end stands behind the first too. */
function jointBehindNoun(scope: Scope, first: Item): Joint | undefined {
  const { text, lexicon } = scope;
  if (lexicon.spaced || first.unit || classAt(text, first.end) !== IDEOGRAPH) return undefined;
  const noun = lexicon.after.match(text, first.end, A.classifier | A.noun);
  const connector = noun && lexicon.after.match(text, noun.end, A.connector);
  const second = connector && itemAt(scope, connector.end);
  if (!second || second.unit || !text.startsWith(text.slice(first.end, noun.end), second.end)) return undefined;
  return { end: connector.end, range: true, change: false, dash: false, and: false, between: undefined };
}

/** Where the word that opens a pair (*entre … et*) stands before the first number. */
function openerBefore(scope: Scope, start: number, index: number | undefined): number | undefined {
  const { text, lexicon } = scope;
  if (index === undefined) return undefined;
  let at = skipSpaceBack(text, start);
  const filler = lexicon.before.match(text, at, B.filler | B.between);
  if (filler && dataOf(filler, B.between) === undefined) at = skipSpaceBack(text, filler.start);
  const match = lexicon.before.match(text, at, B.between);
  const closers = scope.lexicon.table.ranges.between;
  const closer = closers[index]?.[1];
  const fits = match?.allSenses.some(({ role, data }) => role === B.between && closers[data as number]?.[1] === closer);
  return match && fits ? match.start : undefined;
}

/** *passant de 3 à 5*, *an increase from 3 to 5*. */
function changesFrom(scope: Scope, { start, numeral, unit }: Item, before: Before): boolean {
  const { text, lexicon } = scope;
  const at = skipSpaceBack(text, start);
  const match = lexicon.before.match(text, at, B.from);
  if (match && !numeral.scaled && !unit && scope.before(match.start, B.size)) return false;
  // *une hausse de l'ordre de 2 à 3 %*: the word belongs to a qualifier.
  const qualifier = match && lexicon.before.match(text, at, B.qualifier);
  return match !== undefined && !(qualifier && qualifier.start < match.start) && before.changes(match.start);
}

const isPlain = ({ numeral }: Item, joint: Joint): boolean =>
  numeral.value !== undefined && numeral.kind !== 'ordinal' && (joint.range || !numeral.article);

/** *one to 1.2*, *6,000 to a seasonally adjusted 213,000*: a word that may be an article counts beside a number in words alone. */
function isArticleOnly({ text }: Scope, item: Item, other: Item): boolean {
  if (!item.numeral.article || item.unit) return false;
  return (
    other.numeral.form === 'digits' || (classAt(text, skipSpace(text, item.end)) === LETTER && item.start > other.start)
  );
}

/** *doubled to 300*: a multiple and a number are two things; *drei- bis viermal* are two multiples. */
const sameSort = (first: Item, second: Item): boolean =>
  (first.numeral.kind !== 'multiple' || second.numeral.kind === 'multiple') &&
  // *rose by a quarter to ten*: a share in words is no end of a range of numbers.
  (first.numeral.kind !== 'fraction' || first.numeral.form === 'digits' || second.numeral.kind === 'fraction');

/** The first of two items with the scale and the unit of the second. */
export const shared = (first: Item, second: Item): Item => share(first, second, false).first;

interface Shared {
  readonly first: Item;
  readonly second: Item;
}

/** A scale word or a unit that stands once belongs to both. */
function share(first: Item, second: Item, range: boolean): Shared {
  let left = first;
  let right = second;
  const bare = !first.unit || (first.unit.start !== undefined && sameUnit(first, second));
  if (bare && !first.numeral.scaled && second.numeral.scaled && scaleOf(second) > 0) {
    const power = scaleOf(second);
    const value = first.numeral.value?.times10(power);
    // *by 50,000 to 2.87 million*: a number that would outgrow the other has no part in its scale.
    const limit = (second.numeral.value as Exact).times10(range ? 0 : 2);
    if (value && value.compare(limit) < 0) {
      const other = first.numeral.other?.times10(power);
      left = { ...first, numeral: altered(first.numeral, { integer: undefined, value, other, scaled: true }) };
    }
  }
  // *between €5.20 and €9 per kilogram*: what the money is counted by stands once.
  if (first.unit && second.unit?.unit.startsWith(`${first.unit.unit}/`)) {
    left = { ...left, unit: { ...first.unit, unit: second.unit.unit } };
  }
  // 每立方米2.5元至3元: or it stands before both.
  if (first.unit && second.unit && first.unit.unit.startsWith(`${second.unit.unit}/`)) {
    right = { ...right, unit: { ...second.unit, unit: first.unit.unit } };
  }
  // *15.872 oder 2 % weniger*: a number that no share could be is none of percent.
  const count = second.unit?.unit === '%' && isCount(first, second);
  if (!first.unit && second.unit && !first.numeral.kind && !count)
    left = { ...left, unit: { ...withoutStart(second), end: left.end } };
  if (first.unit?.start !== undefined && !second.unit && !second.numeral.kind)
    right = { ...right, unit: { ...withoutStart(first), end: right.end } };
  return { first: left, second: right };
}

/** Whole hundreds or thousands beside a small share. */
const isCount = ({ numeral }: Item, { numeral: share }: Item): boolean =>
  numeral.value !== undefined &&
  share.value !== undefined &&
  numeral.value.compare(Exact.of(200)) > 0 &&
  numeral.value.compare(share.value.times(Exact.of(20))) > 0;

const sameUnit = (first: Item, second: Item): boolean => !second.unit || first.unit?.unit === second.unit.unit;

function withoutStart(item: Item): NonNullable<Item['unit']> {
  return { ...(item.unit as NonNullable<Item['unit']>), start: undefined };
}

/** The power of ten by which the scale words multiplied the digits. */
function scaleOf(item: Item): number {
  return item.numeral.power ?? 0;
}

/** *20 à 30 000 personnes*: the thousands stand once where the ends lie near each other with them. */
function inThousands(first: Item, second: Item): Item | undefined {
  const high = second.numeral.value?.toInteger() ?? 0;
  // *zwei- bis dreihundert*
  if (first.numeral.form === 'words') return high < 1000 ? inHundreds(first, high) : undefined;
  const low = first.numeral.integer;
  if (low === undefined || low < 2 || low > 999 || first.unit?.start !== undefined) return undefined;
  if (second.numeral.scaled || second.numeral.form !== 'digits' || high % 1000 !== 0) return undefined;
  const near = low * 1000 < high && high <= low * (low < 10 ? 2000 : 4000);
  return near
    ? { ...first, numeral: altered(first.numeral, { integer: undefined, value: Exact.of(low * 1000) }) }
    : undefined;
}

function inHundreds(first: Item, high: number): Item | undefined {
  const low = first.numeral.value?.toInteger() ?? 0;
  if (low < 2 || low > 8 || first.unit || high % 100 !== 0 || high <= low * 100 || high > low * 200) return undefined;
  return { ...first, numeral: altered(first.numeral, { integer: undefined, value: Exact.of(low * 100) }) };
}

/** 3到5成: the word for tenths stands once. */
function inTenths({ text, lexicon }: Scope, first: Item, second: Item): Item | undefined {
  const { value, kind, scaled } = first.numeral;
  const match = lexicon.number.match(text, second.numeral.end - 1, N.denominator);
  const tenths = match && dataOf<number>(match, N.denominator);
  if (tenths !== 10 || !value || kind || scaled || first.unit || value.compare(Exact.of(10)) >= 0) return undefined;
  return {
    ...first,
    numeral: altered(first.numeral, { integer: undefined, value: value.times10(-1), kind: 'fraction' }),
  };
}

/** *3 ou 4 000 emplois*, *two or three hundred*: of two neighbours the thousands or hundreds stand once. */
function inSameGroup(first: Item, second: Item): Item | undefined {
  const low = first.numeral.value?.toInteger() ?? 0;
  const high = second.numeral.value?.toInteger() ?? 0;
  if (low < 2 || low > 99 || first.unit?.start !== undefined || first.numeral.kind) return undefined;
  const size = first.numeral.form === 'words' ? 100 : 1000;
  if (high !== (low + 1) * size || second.numeral.form !== first.numeral.form || second.numeral.scaled)
    return undefined;
  return { ...first, numeral: altered(first.numeral, { integer: undefined, value: Exact.of(low * size) }) };
}

/** Nor do those of amounts that are each printed with their own unit: *rose by £3bn to £12bn*. */
function isFar(printed: Item, { first, second }: Shared, before: Before): boolean {
  if (!first.numeral.value || !second.numeral.value) return false;
  const { unit, start } = printed;
  const amounts = unit && unit.kind !== 'percentage' && unit.kind !== 'multiple' && before.adjoins(start);
  return first.numeral.value.times(Exact.of(amounts ? 2 : 20)).compare(second.numeral.value) < 0;
}

function ascends(first: Item, second: Item): boolean {
  const { value: low } = first.numeral;
  const { value: high } = second.numeral;
  if (!low || !high || low.compare(high) >= 0) return false;
  return !first.unit || !second.unit || first.unit.unit === second.unit.unit;
}
