import type { Exact } from './exact.ts';
import type { Qualifier } from './quantity.ts';

/** A number with its scale words, before its unit and its surroundings are looked at. */
export interface Numeral {
  readonly start: number;
  /** After digits, number words and scale words. */
  readonly end: number;
  /** After the digits or number words, before the scale. */
  readonly digitsEnd: number;
  readonly value: Exact | undefined;
  readonly other: Exact | undefined;
  /** A vague pair of digits: 七八个 is 7 to 8. */
  readonly min: Exact | undefined;
  readonly max: Exact | undefined;
  readonly form: 'digits' | 'words';
  readonly kind: 'fraction' | 'ordinal' | 'multiple' | undefined;
  /** A number of hundredths written as a fraction (百分之三十). */
  readonly hundredths: boolean;
  readonly scaled: boolean;
  /** Power of ten of the scale words behind digits. */
  readonly power: number | undefined;
  readonly decimal: boolean;
  /** A plain whole number in digits. */
  readonly integer: number | undefined;
  readonly leadingZero: boolean;
  /** Digits in the plain number; 0 for words. */
  readonly length: number;
  readonly qualifier: Qualifier | undefined;
  /** *one* in a form that is an article or a pronoun too, and nothing else. */
  readonly article: boolean;
  /** Something is ranked by it in the same word. */
  readonly ranks: boolean;
  /** The unit that its own word ends with (*fünfjährig*). */
  readonly unit: string | undefined;
  /** The decimal sign that it is printed with. */
  readonly sign: '.' | ',' | undefined;
}

/** Digits that are no number (`1.2.3`): the scan goes on behind them. */
export interface NoNumeral {
  readonly skipTo: number;
}

export type NumeralDraft = { -readonly [Key in keyof Numeral]: Numeral[Key] };

/**
 * A number of which no more is known than where it stands and its value. Every numeral is made here, with every key: an
 * engine reads objects of one shape several times faster than objects of many.
 */
export const newNumeral = (
  start: number,
  end: number,
  value: Exact | undefined,
  form: 'digits' | 'words',
): NumeralDraft => ({
  start,
  end,
  digitsEnd: end,
  value,
  other: undefined,
  min: undefined,
  max: undefined,
  form,
  kind: undefined,
  hundredths: false,
  scaled: false,
  power: undefined,
  decimal: false,
  integer: undefined,
  leadingZero: false,
  length: 0,
  qualifier: undefined,
  article: false,
  ranks: false,
  unit: undefined,
  sign: undefined,
});

/** The same number with something else about it. */
export const altered = (numeral: Numeral, changes: Partial<Numeral>): Numeral =>
  Object.assign(newNumeral(numeral.start, numeral.end, numeral.value, numeral.form), numeral, changes);
