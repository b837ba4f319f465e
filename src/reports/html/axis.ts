import { readable } from '../../checks/wording.ts';
import { Exact } from '../../quantities/exact.ts';

/** A value axis: round steps from its least to its greatest value, which hold all the values given. */
export interface Axis {
  readonly least: number;
  readonly greatest: number;
  readonly ticks: readonly { readonly value: number; readonly words: string }[];
}

const wantedSteps = 4;

/** Begins at zero, or below where there are negative values: a bar or a dot twice as high is twice as much. */
export function valueAxis(values: readonly number[]): Axis {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const step = roundStep((top - bottom || 1) / wantedSteps);
  const from = Math.floor(bottom / step.size + 1e-9);
  const to = Math.max(from + 1, Math.ceil(top / step.size - 1e-9));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => ({
    value: (from + index) * step.size,
    words: readable(Exact.of((from + index) * step.digit, step.power)),
  }));
  return { least: from * step.size, greatest: to * step.size, ticks };
}

/** The next of 1, 2, 5, 10, 20, … that is no smaller. */
function roundStep(least: number): { readonly size: number; readonly digit: number; readonly power: number } {
  const power = Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((one) => one * 10 ** power >= least * (1 - 1e-9));
  return digit === undefined
    ? { size: 10 ** (power + 1), digit: 1, power: power + 1 }
    : { size: digit * 10 ** power, digit, power };
}

/** The years to write below a chart from `first` to `last`: all of them, or every second, fifth, tenth where they are many. */
export function yearTicks(first: number, last: number, most: number): number[] {
  const span = last - first;
  const step = [1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000].find((one) => span / one < most) ?? 10000;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}
