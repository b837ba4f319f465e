import { classAt, DIGIT, folded, isCapital, isLetter, SPACE, skipSpace, vulgarFractions } from './characters.ts';
import { isYear } from './dates.ts';
import { fractionBehind, inchesBehind, pointBefore, powerBehind, slashFraction } from './digit-forms.ts';
import { readDigits } from './digits.ts';
import { Exact } from './exact.ts';
import { isCurrencyCode } from './money.ts';
import { pastNoteMark } from './note-marks.ts';
import { type NoNumeral, type Numeral, newNumeral } from './numeral-model.ts';
import { dataOf, type PhraseMatch } from './phrases.ts';
import type { Qualifier } from './quantity.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { decimalsInWords, spelled } from './spelled.ts';

/** The fraction in one character at `offset`: ½. */
export function vulgarNumeral(text: string, offset: number): Numeral {
  const [part, whole] = vulgarFractions.get(text.charCodeAt(offset)) as readonly [number, number];
  const numeral = newNumeral(offset, offset + 1, Exact.ratio(part, whole), 'digits');
  numeral.kind = 'fraction';
  return numeral;
}

/** Reads the number in digits at `offset`, scale words included. */
export function digitNumeral(scope: Scope, offset: number): Numeral | NoNumeral {
  const { text } = scope;
  const digits = readDigits(text, offset, scope.separators);
  if ('irregular' in digits) return { skipTo: digits.end };
  const fraction = digits.plain ? slashFraction(text, offset, digits.end, digits.integer) : undefined;
  if (fraction) {
    const numeral = newNumeral(offset, fraction.end, fraction.value, 'digits');
    numeral.kind = 'fraction';
    return numeral;
  }
  const feet = inchesBehind(text, digits.end, digits.integer);
  if (feet) {
    const numeral = newNumeral(offset, feet.end, Exact.of(feet.inches), 'digits');
    numeral.unit = 'in';
    return numeral;
  }
  let { value, other } = digits;
  let end = digits.end;
  let { decimal } = digits;
  let start = offset;
  const part = digits.plain ? fractionBehind(text, end, digits.integer) : undefined;
  const point = digits.plain ? pointBefore(text, offset, scope.lexicon.table.separators.decimal) : undefined;
  const power = powerBehind(text, end, digits.integer === 10, decimal);
  if (part) {
    value = value.plus(part.value);
    end = part.end;
    decimal = true;
  } else if (point !== undefined) {
    value = value.times10(-digits.firstRun);
    start = point;
    decimal = true;
  } else if (power) {
    value = value.times10(power.power);
    end = power.end;
    decimal = true;
  }
  const digitsEnd = end;
  const { lexicon } = scope;
  if (!power) end = pastNoteMark(scope, end);
  const inner = scope.number(end, N.inner);
  // *5 +/- 2*, *50+1*, “1+N”
  const joined = inner && text[inner.end - 1] === '+' && (text[inner.end] === '/' || isWord(text, inner.end));
  const vague = joined ? undefined : inner;
  let qualifier = vague && dataOf<Qualifier>(vague, N.inner);
  if (vague) end = vague.end;
  const scale = scaleAfter(scope, start, end);
  let scaled = false;
  if (scale) {
    scaled = true;
    value = value.times10(scale.power);
    // A grouped number before a scale word is a decimal where the language writes it so: *1.048 billion*.
    other = digits.doubtful !== undefined && decimal ? undefined : other?.times10(scale.power);
    end = scale.end;
    const more = smallerGroup(scope, end, scale.power);
    if (more) {
      value = value.plus(more.value);
      end = more.end;
    }
    const half = scope.number(end, N.andHalf);
    if (half) {
      value = value.plus(Exact.of(5, scale.power - 1));
      end = half.end;
    }
    const late = lexicon.number.match(text, end, N.inner);
    if (late && !qualifier) {
      qualifier = dataOf<Qualifier>(late, N.inner);
      end = late.end;
    }
  } else if (decimal && !lexicon.spaced) {
    const tenths = partsAfter(scope, start, end, value);
    if (tenths) return tenths;
  } else if (!decimal) {
    const half = scope.number(end, N.andHalf);
    if (half && half.end > end && (classAt(text, end) === SPACE || folded[text.charCodeAt(end)] === 0x2d)) {
      value = value.plus(Exact.of(5, -1));
      end = half.end;
      const wider = scaleAfter(scope, offset, end);
      if (wider) {
        value = value.times10(wider.power);
        end = wider.end;
        scaled = true;
      }
    } else {
      const parts = partsAfter(scope, offset, end, value);
      if (parts) return parts;
      // *20 dozen*
      const group = scope.number(end, N.collective);
      const of = group && dataOf<{ value: number; about?: true }>(group, N.collective);
      if (group && of && lexicon.spaced) {
        value = value.times(Exact.of(of.value));
        end = group.end;
        scaled = true;
        if (of.about) qualifier ??= 'about';
      }
    }
  }
  const numeral = newNumeral(start, end, value, 'digits');
  numeral.digitsEnd = digitsEnd;
  numeral.other = other;
  numeral.scaled = scaled;
  numeral.power = scale?.power;
  numeral.decimal = decimal;
  if (end === digitsEnd && !decimal) numeral.integer = digits.integer;
  numeral.leadingZero = digits.leadingZero && point === undefined;
  numeral.sign = digits.sign;
  numeral.length = digits.firstRun;
  numeral.qualifier = qualifier;
  return numeral;
}

const isWord = (text: string, offset: number): boolean => isLetter(text, offset) || classAt(text, offset) === DIGIT;

interface ScaleReading {
  readonly power: number;
  readonly end: number;
}

/** The scale word or abbreviation behind digits, with the words of a second one (*mille milliards*, 万亿). */
export function scaleAfter(scope: Scope, start: number, end: number): ScaleReading | undefined {
  const { text, lexicon } = scope;
  const hyphen = folded[text.charCodeAt(end)] === 0x2d && !isLetter(text, end - 1);
  const at = hyphen ? end + 1 : skipSpace(text, end);
  const match = lexicon.number.match(text, at, N.scale | N.abbreviation | N.multiplier) ?? joinedScale(scope, at);
  if (!match) return undefined;
  // 千瓦 is a kilowatt, not a thousand of something; *5 cents* are money.
  const multiplier = dataOf<number>(match, N.multiplier);
  const unit = lexicon.after.match(text, at, A.unit | A.points | A.percent | A.currency);
  if (unit && (unit.end > match.end || (multiplier !== undefined && unit.end === match.end))) return undefined;
  const word = dataOf<number>(match, N.scale) ?? (multiplier === undefined ? undefined : Math.log10(multiplier));
  const power = word ?? (dataOf<number>(match, N.abbreviation) as number);
  if (word === undefined && !abbreviates(scope, start, match.start, match.end)) return undefined;
  // *1-Mio.-Euro-Grenze*
  if (hyphen && word === undefined && folded[text.charCodeAt(match.end)] !== 0x2d) return undefined;
  // *350 milliers de milliards*, *1 000 milliards*: a second scale multiplies the first.
  let next = skipSpace(text, match.end);
  const link = lexicon.after.match(text, next, A.link);
  if (link) next = skipSpace(text, link.end);
  const second = lexicon.number.match(text, next, N.scale);
  const secondPower = second && dataOf<number>(second, N.scale);
  if (second && secondPower !== undefined && secondPower > power && word !== undefined) {
    return { power: power + secondPower, end: second.end };
  }
  return { power, end: withoutFullStop(scope, match.start, match.end) };
}

/** `300 TEUR`, `2 MdEUR`: an abbreviation with the code of a currency written to it. */
function joinedScale({ text, lexicon }: Scope, at: number): PhraseMatch | undefined {
  // Whatever the length of the abbreviation, the fourth letter belongs to the code.
  if (!isLetter(text, at) || !isCapital(text, at + 3)) return undefined;
  const [, short, code] = /^(\p{L}{1,3})([A-Z]{3})(?!\p{L})/u.exec(text.slice(at, at + 7)) ?? [];
  if (short === undefined || code === undefined || !isCurrencyCode(code)) return undefined;
  const match = lexicon.number.match(short, 0, N.abbreviation);
  return match?.end === short.length ? { ...match, start: at, end: at + short.length } : undefined;
}

/** The point of an abbreviation that ends the sentence is no part of the number, where the word does without it. */
function withoutFullStop(scope: Scope, start: number, end: number): number {
  const { text, lexicon } = scope;
  if (text[end - 1] !== '.') return end;
  const next = skipSpace(text, end);
  if (
    next < text.length &&
    (next === end ||
      codeAt(text, next) ||
      lexicon.after.match(text, next, A.currency | A.unit | A.noun) ||
      !/\p{Lu}/u.test(text[next] as string))
  )
    return end;
  const bare = lexicon.number.match(text.slice(start, end - 1), 0, N.scale | N.abbreviation);
  return bare && bare.end === end - 1 - start ? end - 1 : end;
}

/** A single letter, or one written twice, is a scale only where money stands beside it (`€5m`, `350 M€`), or as `k` right behind the digits. */
function abbreviates(scope: Scope, start: number, from: number, to: number): boolean {
  const { text, lexicon } = scope;
  const written = text[from] as string;
  // *5 mm* is a length, `$5MM` five million.
  const doubled = to - from === 2 && text[to - 1] === written;
  if (to - from > 1 && !(to - from === 2 && text[to - 1] === '.') && !doubled) return true;
  if ((written === 'k' || written === 'K') && classAt(text, from - 1) === DIGIT) return true;
  let next = skipSpace(text, to);
  // *1.5m tonnes*, *7B parameters*: something counted or measured follows.
  if (!doubled && classAt(text, from - 1) === DIGIT && next > to && lexicon.after.match(text, next, A.noun | A.unit))
    return true;
  if (!doubled && classAt(text, from - 1) === DIGIT && isShortened(scope, written, to)) return true;
  // *12m-odd people*
  const inner = lexicon.number.match(text, to, N.inner);
  if (inner && scope.after(inner.end, A.noun)) return true;
  const link = lexicon.after.match(text, next, A.link);
  if (link) next = skipSpace(text, link.end);
  if (lexicon.after.match(text, next, A.currency) || codeAt(text, next, next === to)) return true;
  let before = start;
  if (classAt(text, before - 1) === SPACE) before--;
  return lexicon.before.match(text, before, B.currency) !== undefined || codeEnds(text, before);
}

/** *sold 3m tickets*, and *7.48m* in an article that writes £3m: what looks like a unit of length is none. */
function isShortened({ text, lexicon, separators }: Scope, letter: string, to: number): boolean {
  const at = folded[text.charCodeAt(to)] === 0x2d ? to + 1 : skipSpace(text, to);
  const word = /^\p{L}+/u.exec(text.slice(at, at + 24))?.[0] ?? '';
  if (lexicon.table.dimensions === undefined || lexicon.table.dimensions.includes(word.toLowerCase())) return false;
  if (separators.shortens(letter)) return true;
  const little = A.stop | A.qualifier | A.modifier | A.per | A.change | A.connector | A.and;
  return at > to && /^\p{Ll}{3,}[^s]s$/u.test(word) && !lexicon.after.match(text, at, little);
}

/** `MXN 500m`: the code of a currency ends at the offset. */
function codeEnds(text: string, end: number): boolean {
  const code = codeAt(text, end - 3);
  return code !== undefined && isCurrencyCode(code);
}

/** Three capitals that stand alone, or with `joined` right behind the abbreviation of a scale (`TEUR`). */
export function codeAt(text: string, offset: number, joined = false): string | undefined {
  const first = text.charCodeAt(offset);
  if (!(first >= 0x41 && first <= 0x5a)) return undefined;
  const code = text.slice(offset, offset + 3);
  return /^[A-Z]{3}$/.test(code) && !isLetter(text, offset + 3) && (joined || !isLetter(text, offset - 1))
    ? code
    : undefined;
}

/** `1亿2000万`, *1 million 200 thousand*: a smaller group that belongs to the same number. */
function smallerGroup(scope: Scope, end: number, power: number): { value: Exact; end: number } | undefined {
  const { text, lexicon } = scope;
  const unspaced = !lexicon.spaced;
  let at = unspaced ? end : skipSpace(text, end);
  const zero = unspaced ? lexicon.number.match(text, at, N.cardinal) : undefined;
  const skipped = zero && dataOf<number>(zero, N.cardinal) === 0;
  if (zero && skipped) at = zero.end;
  if (classAt(text, at) !== DIGIT) return undefined;
  const digits = readDigits(text, at, scope.separators);
  if ('irregular' in digits) return undefined;
  const scale = scaleAfter(scope, at, digits.end);
  if (scale) {
    if (scale.power >= power) return undefined;
    const value = digits.value.times10(scale.power);
    // 1万2千3百
    const rest = smallerGroup(scope, scale.end, scale.power);
    return rest ? { value: value.plus(rest.value), end: rest.end } : { value, end: scale.end };
  }
  const fits =
    unspaced && digits.plain && digits.value.compare(Exact.of(1, power)) < 0 && (skipped || digits.firstRun >= 3);
  return fits ? { value: digits.value, end: digits.end } : undefined;
}

/** *3 sur 10*, *3 quarters*, 10分之3. */
export function partsAfter(
  scope: Scope,
  start: number,
  end: number,
  value: Exact,
  form: 'digits' | 'words' = 'digits',
): Numeral | undefined {
  const { text, lexicon } = scope;
  const at = folded[text.charCodeAt(end)] === 0x2d ? end + 1 : skipSpace(text, end);
  const match = lexicon.number.match(text, at, N.denominator | N.outOf | N.partsOf);
  // 12成员 counts members, and no tenths.
  const counted = match && !lexicon.spaced ? lexicon.after.match(text, at, A.noun | A.unit) : undefined;
  if (counted && match && counted.end > match.end) return undefined;
  if (!match) return undefined;
  const tenths = lexicon.spaced ? undefined : dataOf<number>(match, N.denominator);
  if (tenths === 10) {
    // 8.5折, and 八五折 or 85折 for the same.
    const hundredths = value.isInteger() && value.compare(Exact.of(10)) > 0 && value.compare(Exact.of(100)) < 0;
    if (!value.isInteger() || hundredths)
      return newFraction(start, match.end, value.times10(hundredths ? -2 : -1), form);
  }
  if (!value.isInteger()) return undefined;
  const whole = BigInt(value.toString());
  if (whole <= 0n || whole > 1_000_000_000_000n) return undefined;
  const made = (ratio: Exact, to: number, hundredths = false): Numeral => {
    const numeral = newNumeral(start, to, ratio, form);
    numeral.hundredths = hundredths;
    if (!hundredths) numeral.kind = 'fraction';
    return numeral;
  };
  const denominator = dataOf<number>(match, N.denominator);
  if (denominator !== undefined) {
    // *five quarters* are spans of time.
    if (lexicon.spaced && whole >= BigInt(denominator)) return undefined;
    return made(Exact.ratio(whole, denominator), match.end);
  }
  const next = smallNumber(scope, skipSpace(text, match.end));
  if (!next) return undefined;
  if (dataOf(match, N.partsOf)) {
    if (whole === 100n) return made(next.value, next.end, true);
    return made(next.value.over(Exact.of(whole)) as Exact, next.end);
  }
  // *ein Plus von 12 Prozent*: a number with a unit of its own is no denominator.
  const clear = lexicon.spaced && /\s/.test(text.slice(match.start, match.end));
  const measured = A.percent | A.points | A.currency | A.unit;
  if (!clear && lexicon.after.match(text, skipSpace(text, next.end), measured)) return undefined;
  const scale = lexicon.spaced ? scaleAfter(scope, next.end, next.end) : undefined;
  // *1 in 14 million*
  if (scale && scale.power > 2)
    return whole === 1n ? made(Exact.of(1).over(next.value.times10(scale.power)) as Exact, scale.end) : undefined;
  const other = Number(next.value.toString());
  const round =
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000].includes(other) ||
    (whole === 1n && next.value.isInteger() && !isYear(other));
  const ratio = whole < BigInt(Math.trunc(other)) && round ? next.value : undefined;
  return ratio && made(Exact.ratio(whole, BigInt(ratio.toString())), next.end);
}

function newFraction(start: number, end: number, value: Exact, form: 'digits' | 'words'): Numeral {
  const numeral = newNumeral(start, end, value, form);
  numeral.kind = 'fraction';
  return numeral;
}

/** A number that stands inside a fraction, in digits or in words. */
function smallNumber(scope: Scope, offset: number): { value: Exact; end: number } | undefined {
  const { text, lexicon } = scope;
  if (classAt(text, offset) === DIGIT) {
    const digits = readDigits(text, offset, scope.separators);
    return 'irregular' in digits || digits.leadingZero ? undefined : digits;
  }
  const words = spelled(lexicon, text, offset);
  if (!words || words.ordinal || words.pair) return undefined;
  const part = decimalsInWords(lexicon, text, words.end);
  return part ? { value: words.value.plus(part.value), end: part.end } : words;
}
