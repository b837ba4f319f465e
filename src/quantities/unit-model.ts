import { folded, isLetter } from './characters.ts';
import type { Numeral } from './numeral-model.ts';
import { isBorder } from './phrases.ts';
import type { Qualifier, QuantityKind } from './quantity.ts';

/** The unit beside a number. */
export interface UnitReading {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly choices: readonly string[] | undefined;
  readonly per: string | undefined;
  /** Offset after the unit; the number's own end where it stands before the number. */
  readonly end: number;
  /** A vague word between the number and its unit (3个多月). */
  readonly qualifier: Qualifier | undefined;
  /** A half between the number and its unit (三个半月), or behind the unit (*un an et demi*). */
  readonly half: boolean;
  /** Where a sign before the number starts. */
  readonly start: number | undefined;
  /** The power of ten of a scale that stands with the sign before the number (`TEUR 300`). */
  readonly power: number | undefined;
}

export type UnitDraft = { -readonly [Key in keyof UnitReading]: UnitReading[Key] };

/** A unit behind its number and no more; with every key, for the reason that `newNumeral` gives. */
export const newUnit = (kind: QuantityKind, unit: string, end: number): UnitDraft => ({
  kind,
  unit,
  choices: undefined,
  per: undefined,
  end,
  qualifier: undefined,
  half: false,
  start: undefined,
  power: undefined,
});

/** Spans of time: they are told from other measures where *one*, *the last* or *per* stands beside them. */
export const spansOfTime: ReadonlySet<string> = new Set([
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'decades',
  'centuries',
  'quarters',
]);

/** In compound units time is written by its symbols: km/h, not km/hours. */
export const shortTime: Readonly<Record<string, string>> = { hours: 'h', minutes: 'min', seconds: 's' };

/** *under-25s*: people of an age, not seconds. */
export const pluralOfNumber = (text: string, { start, end, form }: Numeral): boolean =>
  form === 'digits' &&
  text[end] === 's' &&
  isBorder(text, end + 1) &&
  folded[text.charCodeAt(start - 1)] === 0x2d &&
  isLetter(text, start - 2);
