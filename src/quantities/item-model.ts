import type { Numeral } from './numeral-model.ts';
import type { UnitReading } from './unit-model.ts';

/** A number with its unit: what ranges and pairs are made of. */
export interface Item {
  readonly numeral: Numeral;
  readonly unit: UnitReading | undefined;
  /** With a currency sign before the number. */
  readonly start: number;
  /** After the unit. */
  readonly end: number;
}
