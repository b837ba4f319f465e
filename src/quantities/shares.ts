import { classAt, DIGIT, folded, LETTER, OTHER, skipSpace } from './characters.ts';
import { Exact } from './exact.ts';
import type { Item } from './item-model.ts';
import { digitNumeral, partsAfter } from './numeral.ts';
import { altered, type Numeral, type NumeralDraft, newNumeral } from './numeral-model.ts';
import { dataOf } from './phrases.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { spelled } from './spelled.ts';
import { spansOfTime } from './unit-model.ts';
import { readUnit } from './unit-reader.ts';

/** Shares, halves and groups in words: what stands by itself where a number would, or multiplies what follows. */

export const asExact = (value: number): Exact =>
  Number.isSafeInteger(value) ? Exact.of(value) : (Exact.parse(String(value)) as Exact);

export function word(start: number, end: number, value: Exact, kind?: 'fraction' | 'ordinal' | 'multiple'): Numeral {
  const numeral = newNumeral(start, end, value, 'words');
  numeral.kind = kind;
  return numeral;
}

/** A number whose scale word, which ends it, stands behind `digitsEnd`. */
function scaledWord(start: number, digitsEnd: number, end: number, value: Exact): NumeralDraft {
  const numeral = newNumeral(start, end, value, 'words');
  numeral.digitsEnd = digitsEnd;
  numeral.scaled = true;
  return numeral;
}

/** *le tiers*: a determiner that a phrase of a table holds is no part of the number. */
export function pastDeterminer(scope: Scope, start: number, end: number): number {
  const { text, lexicon } = scope;
  const space = text.slice(start, end).search(/\s/);
  if (space < 0) return start;
  const match = lexicon.before.match(text, start + space, B.filler);
  return match && match.start === start ? skipSpace(text, start + space) : start;
}

/** *a quarter of a million*, *three-quarter million*, *un quart de million*: a fraction of a scale is a number. */
export function ofScale(scope: Scope, fraction: Numeral): Numeral {
  const { text, lexicon } = scope;
  if (!lexicon.spaced || fraction.kind !== 'fraction') return fraction;
  const gap = folded[text.charCodeAt(fraction.end)] === 0x2d ? fraction.end + 1 : skipSpace(text, fraction.end);
  const link = lexicon.after.match(text, gap, A.link);
  const at = link ? skipSpace(text, link.end) : gap;
  const article = lexicon.number.match(text, at, N.article);
  const scale = lexicon.number.match(text, article ? skipSpace(text, article.end) : at, N.scale);
  const power = scale && dataOf<number>(scale, N.scale);
  if (!scale || power === undefined || !fraction.value) return fraction;
  return scaledWord(fraction.start, fraction.end, scale.end, fraction.value.times10(power));
}

/** *half a million*, *eine halbe Million*, *un demi-milliard*; else half of a unit that has to follow. */
export function halfOf(scope: Scope, start: number, end: number): Numeral | undefined {
  const { text, lexicon } = scope;
  const at = folded[text.charCodeAt(end)] === 0x2d ? end + 1 : skipSpace(text, end);
  const next = lexicon.number.match(text, at, N.scale | N.collective | N.multiplier);
  if (!next) {
    const half = word(start, end, Exact.of(5, -1));
    if (readUnit(scope, altered(half, { scaled: true }))) return half;
    // 过半, 近半: without spaces a half is a share where a qualifier stands right before it.
    const shared = !lexicon.spaced && lexicon.before.match(text, start, B.qualifier);
    return shared ? altered(half, { kind: 'fraction' }) : undefined;
  }
  const power = dataOf<number>(next, N.scale);
  if (power !== undefined) return scaledWord(start, end, next.end, Exact.of(5, power - 1));
  const group = dataOf<{ value: number }>(next, N.collective)?.value ?? (dataOf<number>(next, N.multiplier) as number);
  return word(start, next.end, asExact(group / 2));
}

/** 上百家: without articles a group stands by itself, where something is counted and no 以上 runs across its start. */
export function countsBare(scope: Scope, start: number, end: number): boolean {
  const { text, lexicon } = scope;
  if (lexicon.spaced) return false;
  const across = lexicon.after.match(text, start - 1, A.qualifier);
  if (across && across.start < start && across.end > start) return false;
  const counted = A.classifier | A.noun | A.unit | A.currency;
  return (
    lexicon.after.match(text, end, counted) !== undefined || lexicon.number.match(text, end, N.scale) !== undefined
  );
}

export interface Group {
  readonly value: number;
  readonly about?: true;
  /** *fortnight*, *Viertelstunde*: the word says what is measured too. */
  readonly unit?: string;
}

/** *deux douzaines*, *une dizaine de millions*. */
export function collective(scope: Scope, start: number, end: number, count: Exact, group: Group): Numeral {
  const { text, lexicon } = scope;
  const value = count.times(asExact(group.value));
  const qualifier = group.about && 'about';
  if (group.unit !== undefined) return altered(word(start, end, value), { qualifier, unit: group.unit });
  const link = scope.after(end, A.link);
  const scale = lexicon.number.match(text, skipSpace(text, link ? link.end : end), N.scale | N.collective);
  const group2 = scale && dataOf<Group>(scale, N.collective);
  const power =
    scale &&
    (dataOf<number>(scale, N.scale) ?? (group2 && group2.value >= 1000 ? Math.log10(group2.value) : undefined));
  if (scale && power !== undefined) {
    const many = scaledWord(start, end, scale.end, value.times10(power));
    many.qualifier = qualifier;
    return many;
  }
  return altered(word(start, end, value), { qualifier });
}

/** 三成五: the digit behind a tenth counts hundredths. */
export function withTenths(scope: Scope, parts: Numeral): Numeral {
  const { text, lexicon } = scope;
  if (lexicon.spaced || parts.kind !== 'fraction' || !parts.value) return parts;
  const half = lexicon.number.match(text, parts.end, N.andHalf);
  const isTenth =
    half && dataOf<number>(lexicon.number.match(text, parts.end - 1, N.denominator) ?? half, N.denominator) === 10;
  // 九成半, and no 半年.
  if (
    isTenth &&
    !lexicon.after.match(text, half.end, A.unit | A.classifier) &&
    !lexicon.after.match(text, half.start, A.noun)
  )
    return altered(parts, { value: parts.value.plus(Exact.of(5, -2)), end: half.end, digitsEnd: half.end });
  const tenth = lexicon.number.match(text, parts.end, N.cardinal);
  const digit = tenth && dataOf<number>(tenth, N.cardinal);
  const last = lexicon.number.match(text, parts.end - 1, N.denominator);
  const isTenths = last !== undefined && dataOf(last, N.denominator) === 10;
  if (!tenth || !digit || digit > 9 || !isTenths) return parts;
  if (lexicon.number.match(text, tenth.end, N.cardinal | N.multiplier | N.scale)) return parts;
  if (lexicon.after.match(text, tenth.end, A.classifier | A.unit | A.currency | A.percent)) return parts;
  const value = parts.value.plus(Exact.of(digit, -2));
  return altered(parts, { value, end: tenth.end, digitsEnd: tenth.end });
}

/** How many words may name what a share is taken of: *une jeune entreprise sur cinq*. */
const wordsInShare = 3;

/** *une personne sur cinq*, *neuf entreprises sur dix*: a share with its noun between the two numbers. */
export function shareOf(scope: Scope, item: Item): Item | undefined {
  const { text, lexicon } = scope;
  const { numeral } = item;
  if (numeral.scaled || numeral.kind) return undefined;
  if (lexicon.table.numerals.outOf.length === 0) return shareOfEvery(scope, item);
  // *neuf fois sur dix*, *un jour sur trois*
  if (item.unit && item.unit.kind !== 'multiple' && !spansOfTime.has(item.unit.unit)) return undefined;
  const whole = numeral.value?.toInteger() ?? 0;
  if (whole < 1 || whole > 99) return undefined;
  let end = numeral.end;
  for (let words = 0; words < wordsInShare; words++) {
    let next = skipSpace(text, end);
    if (next === end || classAt(text, next) !== LETTER) return undefined;
    while (classAt(text, next) === LETTER) next++;
    end = next;
    const outOf = scope.number(end, N.outOf);
    if (!outOf) continue;
    // *eine Gruppe von 23*: a word that also links a group to what it holds tells no share behind a noun.
    if (lexicon.after.match(text, outOf.start, A.link)) return undefined;
    const made = partsAfter(scope, numeral.start, end, Exact.of(whole), numeral.form);
    return made && { numeral: made, unit: undefined, start: numeral.start, end: made.end };
  }
  return undefined;
}

/** *second half*, *premier quart*: the fraction behind an ordinal is a part of something, and no share. */
export const pastFraction = (scope: Scope, end: number): number =>
  scope.number(end, N.fraction | N.denominator)?.end ?? end;

/** How many characters may name what is counted, and how many stand before the part. */
const unitsInShare = { noun: 6, before: 4 };

/** 每三家中有一家, 每10个人里就有3个: the whole stands before the part. */
function shareOfEvery(scope: Scope, { numeral, start }: Item): Item | undefined {
  const { text, lexicon } = scope;
  const { everyFew } = lexicon.table.numerals;
  if (!everyFew?.before.some((word) => text.endsWith(word, start) && text.startsWith(word, start - word.length)))
    return undefined;
  const whole = numeral.value?.toInteger() ?? 0;
  if (whole < 2 || whole > 100) return undefined;
  for (let at = numeral.end; at <= numeral.end + unitsInShare.noun; at++) {
    const inside = everyFew.inside.find((word) => text.startsWith(word, at));
    if (inside === undefined) continue;
    const part = partBehind(scope, at + inside.length);
    if (!part?.value || part.kind || part.scaled || part.value.compare(Exact.of(whole)) >= 0) return undefined;
    const share = altered(part, { integer: undefined, kind: 'fraction', value: part.value.over(Exact.of(whole)) });
    return {
      numeral: { ...share, start: numeral.start, article: false },
      unit: undefined,
      start: numeral.start,
      end: part.end,
    };
  }
  return undefined;
}

/** The number that starts at the offset or a few characters behind it. */
function partBehind(scope: Scope, offset: number): Numeral | undefined {
  const { text, lexicon } = scope;
  for (let at = offset; at <= offset + unitsInShare.before; at++) {
    if (classAt(text, at) === OTHER) return undefined;
    const isDigit = classAt(text, at) === DIGIT;
    if (!isDigit && (lexicon.number.rolesAt(text, at) & N.cardinal) === 0) continue;
    const numeral = isDigit ? digitNumeral(scope, at) : spelledNumeral(lexicon, text, at);
    return numeral && 'value' in numeral ? numeral : undefined;
  }
  return undefined;
}

function spelledNumeral(lexicon: Scope['lexicon'], text: string, at: number): Numeral | undefined {
  const words = spelled(lexicon, text, at);
  return words && !words.ordinal && !words.pair ? word(at, words.end, words.value) : undefined;
}
