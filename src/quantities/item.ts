import { classAt, DIGIT, folded, IDEOGRAPH, LETTER, OTHER, skipSpace } from './characters.ts';
import { datesAt, isYear } from './dates.ts';
import { Exact } from './exact.ts';
import type { Item } from './item-model.ts';
import { type NounReading, nounBefore, readNoun } from './noun-reader.ts';
import { digitNumeral } from './numeral.ts';
import { altered, type Numeral } from './numeral-model.ts';
import { dataOf, isBorder } from './phrases.ts';
import type { Quantity } from './quantity.ts';
import { A, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { newUnit, pluralOfNumber, spansOfTime, type UnitReading } from './unit-model.ts';
import { centsBehind, lettersFollow, readUnit } from './unit-reader.ts';
import { convert } from './units.ts';
import { wordNumeral } from './worded.ts';

/** 3年零2个月: the character for nothing that joins two parts of a measure. */
export const joinsParts = ({ text, lexicon }: Scope, { start, end, value }: Numeral): boolean =>
  !lexicon.spaced &&
  end === start + 1 &&
  value?.compare(Exact.of(0)) === 0 &&
  classAt(text, start - 1) === IDEOGRAPH &&
  (classAt(text, end) === DIGIT || lexicon.number.match(text, end, N.cardinal) !== undefined);

export function itemOf(scope: Scope, numeral: Numeral): Item {
  const unit = numeral.kind === 'ordinal' ? undefined : readUnit(scope, numeral);
  const start = unit?.start ?? numeral.start;
  const end = Math.max(unit?.end ?? numeral.end, numeral.end);
  if (!unit) return { numeral, unit, start, end };
  if (unit.power !== undefined && unit.power > 0) return { numeral: scaledBy(numeral, unit.power), unit, start, end };
  const { text } = scope;
  const smaller = unit.kind === 'money' ? smallerMoney(scope, numeral, unit) : undefined;
  if (smaller)
    return {
      numeral: altered(scaledBy(numeral, unit.power ?? 0), { ...smaller, end: numeral.end }),
      unit,
      start,
      end: smaller.end,
    };
  if (unit.power !== undefined) return { numeral: scaledBy(numeral, unit.power), unit, start, end };
  const longer = unit.unit in goesOn ? smallerMeasure(scope, numeral, unit) : undefined;
  if (longer) return longer;
  const cents = unit.kind === 'money' && unit.end === numeral.end + 1 && centsBehind(text, unit.end);
  const decimals = unit.unit === 'm' || cents ? decimalsAfter(scope, numeral, unit.end) : undefined;
  if (decimals)
    return { numeral: altered(numeral, { integer: undefined, value: decimals.value }), unit, start, end: decimals.end };
  // *un an et demi*, 两年半: the half stands behind the unit.
  const half = unit.half ? undefined : scope.number(end, N.andHalf);
  const halved =
    unit.half || (half !== undefined && half.end > end && (unit.kind === 'measure' || unit.kind === 'multiple'));
  if (!halved || !numeral.value?.isInteger())
    return { numeral: unit.qualifier ? altered(numeral, { qualifier: unit.qualifier }) : numeral, unit, start, end };
  const value = numeral.value.plus(Exact.of(5, -1));
  const whole = altered(numeral, { integer: undefined, article: false, value });
  return { numeral: whole, unit, start, end: half?.end ?? end };
}

/** *12 dollars and 30 cents*, *12 euros 50*, 3元5角2分, 三块五: the value with the smaller money behind it, and where that ends. */
function smallerMoney(scope: Scope, numeral: Numeral, unit: UnitReading): { value: Exact; end: number } | undefined {
  const { text, lexicon } = scope;
  const { value } = numeral;
  if (!value?.isInteger() || numeral.scaled || unit.start !== undefined || unit.unit.includes('/')) return undefined;
  const { spaced } = lexicon;
  let at = spaced ? skipSpace(text, unit.end) : unit.end;
  if (at === unit.end && spaced) return undefined;
  const and = spaced ? lexicon.after.match(text, at, A.and) : undefined;
  if (and && classAt(text, and.start) === LETTER) at = skipSpace(text, and.end);
  if (!and && spaced && !/\p{Ll}$/u.test(text.slice(unit.end - 1, unit.end))) return undefined;
  const whole = unit.power === undefined ? value : value.times10(unit.power);
  const part = itemAt(scope, at);
  const size = part && part.start === at ? partOfMoney(part) : undefined;
  if (part && size) return { value: whole.plus(size), end: part.end };
  return (unit.power ?? 0) > -2 && !and ? bareCents(scope, whole, at, unit.power ?? 0) : undefined;
}

/** How much of the whole money an item is: 30 cents, 5角, 52分. */
function partOfMoney({ numeral, unit }: Item): Exact | undefined {
  const { value } = numeral;
  const cents = unit?.unit === 'ct' ? value?.times10(-2) : undefined;
  const part = unit?.kind === 'money' && unit.power !== undefined && unit.power < 0 ? value : cents;
  return part && part.compare(Exact.of(1)) < 0 ? part : undefined;
}

/** *12 euros 50*, 三块五, 二毛五: cents, or tenths of the money of that power of ten, without their name. */
function bareCents(
  { text, lexicon }: Scope,
  whole: Exact,
  at: number,
  power: number,
): { value: Exact; end: number } | undefined {
  if (lexicon.spaced) {
    if (power < 0) return undefined;
    const digits = /^\d\d(?![\p{L}\d%]|[.,:/-]\d)/u.exec(text.slice(at, at + 5))?.[0];
    const next = skipSpace(text, at + 2);
    const ended = digits && (classAt(text, next) !== LETTER || lexicon.after.match(text, next, A.stop | A.per));
    return ended ? { value: whole.plus(Exact.digits(digits, -2)), end: at + 2 } : undefined;
  }
  const tenth = lexicon.number.match(text, at, N.cardinal);
  const digit = tenth && dataOf<number>(tenth, N.cardinal);
  if (!tenth || !digit || digit > 9) return undefined;
  const goesOn = lexicon.number.match(text, tenth.end, N.cardinal | N.multiplier | N.scale | N.denominator | N.point);
  const counts = lexicon.after.match(
    text,
    tenth.end,
    A.noun | A.classifier | A.unit | A.currency | A.year | A.month | A.multiple,
  );
  return goesOn || counts ? undefined : { value: whole.plus(Exact.of(digit, power - 1)), end: tenth.end };
}

/** What a measure goes on with when it is told in two units: *2 h 30 min*, *six feet two inches*, 3年零2个月. */
const goesOn: Readonly<Record<string, string>> = {
  years: 'months',
  weeks: 'days',
  days: 'hours',
  hours: 'minutes',
  minutes: 'seconds',
  km: 'm',
  m: 'cm',
  kg: 'g',
  ft: 'in',
  st: 'lb',
  lb: 'oz',
};

/** The measure with the smaller part behind it: in its own unit where that gives a decimal, else in the smaller one. */
function smallerMeasure(scope: Scope, numeral: Numeral, unit: UnitReading): Item | undefined {
  const { text, lexicon } = scope;
  const { value } = numeral;
  if (!value?.isInteger() || numeral.scaled || numeral.kind || unit.per !== undefined || unit.qualifier)
    return undefined;
  const and = scope.after(unit.end, spansOfTime.has(unit.unit) ? A.and : 0);
  const worded = and !== undefined && classAt(text, and.start) !== OTHER;
  const nothing = lexicon.spaced ? undefined : lexicon.number.match(text, unit.end, N.cardinal);
  const zero = nothing !== undefined && dataOf<number>(nothing, N.cardinal) === 0;
  const at = worded ? skipSpace(text, and.end) : zero ? nothing.end : skipSpace(text, unit.end);
  if (classAt(text, at) !== DIGIT && !(lexicon.number.rolesAt(text, at) & N.cardinal)) return undefined;
  if (/[\n\r]/.test(text.slice(unit.end, at))) return undefined;
  const part = partAt(scope, at, goesOn[unit.unit] as string);
  if (part?.unit === undefined) return unit.unit === 'hours' ? withBareMinutes(scope, numeral, unit) : undefined;
  const size = part.numeral.value;
  const ratio = convert(Exact.of(1), unit.unit, part.unit.unit);
  if (!size || !ratio || part.numeral.kind || part.numeral.article || size.compare(ratio) >= 0) return undefined;
  const whole = value.plus(size.over(ratio) as Exact);
  const [sum, its] = whole.isDecimal() ? [whole, unit.unit] : [value.times(ratio).plus(size), part.unit.unit];
  const changed = {
    integer: undefined,
    article: false,
    value: sum,
    end: part.numeral.end,
    digitsEnd: part.numeral.digitsEnd,
  };
  const measure = { ...unit, unit: its, choices: undefined, end: part.end };
  return { numeral: altered(numeral, changed), unit: measure, start: numeral.start, end: part.end };
}

/** *2 h 30*: minutes without their name, behind the symbol. */
function withBareMinutes({ text }: Scope, numeral: Numeral, unit: UnitReading): Item | undefined {
  if (folded[text.charCodeAt(unit.end - 1)] !== 0x68) return undefined;
  const digits = /^[ \u00a0\u202f]?([0-5]\d)(?![\d\p{L}]|[.,:]\d)/u.exec(text.slice(unit.end, unit.end + 5));
  if (!digits) return undefined;
  const hours = (numeral.value as Exact).plus(Exact.ratio(Number(digits[1]), 60));
  const end = unit.end + digits[0].length;
  const [value, its] = hours.isDecimal() ? [hours, 'hours'] : [hours.times(Exact.of(60)), 'minutes'];
  const whole = altered(numeral, { integer: undefined, value });
  return { numeral: whole, unit: { ...unit, unit: its, end }, start: numeral.start, end };
}

/** The item at the offset, if it has that unit; *in* stands for inches behind feet alone. */
function partAt(scope: Scope, at: number, unit: string): Item | undefined {
  const { text } = scope;
  const part = itemAt(scope, at);
  if (part?.start !== at || part.unit?.per !== undefined) return undefined;
  if (part.unit) return part.unit.unit === unit ? part : undefined;
  const symbol = skipSpace(text, part.end);
  const end = symbol + unit.length;
  if (classAt(text, at) !== DIGIT || !text.startsWith(unit, symbol) || !isBorder(text, end)) return undefined;
  return { ...part, unit: newUnit('measure', unit, end), end };
}

/** `TEUR 300`: the number in the scale that stands with its currency. */
function scaledBy(numeral: Numeral, power: number): Numeral {
  const value = numeral.value?.times10(power);
  const other = numeral.other?.times10(power);
  return altered(numeral, { integer: undefined, value, other, scaled: true, power });
}

/** *1 m 85*, 1米8, `5€50`: the decimals behind a unit. */
function decimalsAfter(
  { text, lexicon }: Scope,
  numeral: Numeral,
  end: number,
): { value: Exact; end: number } | undefined {
  if (numeral.integer === undefined || numeral.integer > 99) return undefined;
  const pattern = lexicon.spaced ? /^[ \u00a0\u202f]?(\d{2})(?!\d|[.,:]\d|[/%])/ : /^(\d{1,2})(?!\d|[.,:]\d|[/%])/;
  const match = pattern.exec(text.slice(end, end + 6));
  if (!match) return undefined;
  const to = end + match[0].length;
  const next = skipSpace(text, to);
  // *2 m 30 cm*, *le 1 m 12 avril*: what has a unit or a noun of its own.
  const owned =
    lexicon.after.match(text, next, A.unit | A.noun | A.currency | A.percent) ??
    lexicon.number.match(text, next, N.month | N.scale);
  if (owned || /^[ck]?[mg]\b/.test(text.slice(next, next + 3))) return undefined;
  const digits = match[1] as string;
  return { value: (numeral.value as Exact).plus(Exact.digits(digits, -digits.length)), end: to };
}

/** The item that starts at `offset`, in digits or in words; for the second end of a range. */
export function itemAt(scope: Scope, offset: number): Item | undefined {
  const { text } = scope;
  const at = currencyEnd(scope, offset);
  const kind = classAt(text, at);
  // *5.1, 28 November 2024*: a day with its month is no number.
  if (kind === DIGIT && datesAt(scope, at).some(({ start, end }) => /\p{L}/u.test(text.slice(start, end))))
    return undefined;
  const numeral =
    kind === DIGIT
      ? digitNumeral(scope, at)
      : kind === LETTER || !scope.lexicon.spaced
        ? wordNumeral(scope, at)
        : undefined;
  if (!numeral || 'skipTo' in numeral || numeral.leadingZero) return undefined;
  const item = itemOf(scope, numeral);
  if (isYear(numeral.integer) && numeral.length === 4 && (!item.unit || item.unit.unit === 'years')) return undefined;
  // *and 3rd*: letters behind the number make it something else.
  if (!item.unit && lettersFollow(text, numeral.end)) return undefined;
  return at === offset || item.start <= offset ? item : undefined;
}

/** Behind a currency sign and the space after it. */
function currencyEnd(scope: Scope, offset: number): number {
  const { text } = scope;
  for (let i = offset; i < offset + 5; i++) if (classAt(text, i) === DIGIT) return i;
  return offset;
}

/** The counted noun of an item; a number with a unit, and a rank, count nothing. */
export function nounOf(scope: Scope, item: Item): NounReading | undefined {
  const { numeral, unit } = item;
  if (unit || pluralOfNumber(scope.text, numeral) || numeral.kind === 'multiple' || numeral.hundredths)
    return undefined;
  const linked = numeral.form === 'words' || numeral.scaled || numeral.decimal === true || numeral.kind === 'fraction';
  const isOne = numeral.kind !== undefined || numeral.value?.compare(Exact.of(1)) === 0;
  const noun = readNoun(scope, item.end, linked, isOne);
  if (!noun?.classifier) return noun;
  const before = nounBefore(scope, item.start);
  return before ? { ...before, classifierEnd: noun.span.end } : noun;
}

/** `300 MW/600 MWh`: a stroke between two measures makes no name. */
export function joinsMeasure(scope: Scope, last: Quantity | undefined, offset: number): boolean {
  if (last?.kind !== 'measure' || last.end !== offset - 1 || scope.text[last.end] !== '/') return false;
  return itemAt(scope, offset)?.unit?.kind === 'measure';
}
