import { Exact } from '../quantities/exact.ts';
import { maxMagnitude } from './limits.ts';
import type { ClaimedNumber } from './model.ts';

/** English scale words and their powers of ten; the only ones that a record uses. */
const scaleWords: readonly (readonly [word: string, power: number])[] = [
  ['quadrillion', 15],
  ['trillion', 12],
  ['billion', 9],
  ['million', 6],
  ['thousand', 3],
];

const written =
  /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,6}))?(?: +(thousand|million|billion|trillion|quadrillion))?$/;

/**
 * A number as the format writes it: digits, a decimal point, an exponent, one English scale word. Undefined for
 * everything else, and for magnitudes beyond 10^60. The precision is the power of ten of the last digit written.
 */
export function parseNumber(text: string): ClaimedNumber | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', part = '', exponent = '0', word] = match;
  if (whole === '' && part === '') return undefined;
  const power = Number(exponent) + powerOf(word);
  const precision = power - part.length;
  if (Math.abs(precision) > maxMagnitude || whole.length + power > maxMagnitude) return undefined;
  return { value: Exact.digits(whole + part, precision, sign === '-'), precision, text };
}

const powerOf = (word: string | undefined): number =>
  word === undefined ? 0 : (scaleWords.find(([name]) => name === word)?.[1] ?? 0);

/** A value as a record writes it: with a scale word from a million on, in digits below. */
export function writeNumber(value: Exact): string {
  const magnitude = value.absolute();
  for (const [word, power] of scaleWords) {
    if (power < 6 || power > 12) continue;
    const scaled = value.times10(-power);
    if (magnitude.compare(Exact.of(1, power)) >= 0 && scaled.toString().replace(/[-.]/g, '').length <= 6) {
      return `${scaled.toString()} ${word}`;
    }
  }
  return value.toString();
}
