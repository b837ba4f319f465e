import { Exact } from '../quantities/exact.ts';
import type { ClaimedNumber, ClaimedValue, Operation } from '../records/model.ts';

/** The least and the greatest that an operation gives; they are one number where no operand is a range. */
export interface Outcome {
  readonly min: Exact;
  readonly max: Exact;
}

/**
 * Applies an operation to the values of its operands, exactly. A range enters with both its ends, and the outcome runs
 * from the least to the greatest combination of ends. Undefined where the number of operands does not fit or something
 * would be divided by zero.
 */
export function derive(operation: Operation, operands: readonly ClaimedValue[]): Outcome | undefined {
  if (operation === 'sum' || operation === 'product') return folded(operation, operands);
  const [first, second] = operands;
  if (!first || !second || operands.length !== 2) return undefined;
  let outcome: Outcome | undefined;
  for (const a of ends(first)) {
    for (const b of ends(second)) {
      const result = applied(operation, a, b);
      if (!result) return undefined;
      outcome = outcome
        ? { min: lesser(outcome.min, result), max: greater(outcome.max, result) }
        : { min: result, max: result };
    }
  }
  return outcome;
}

function folded(operation: 'sum' | 'product', operands: readonly ClaimedValue[]): Outcome | undefined {
  const [first, ...others] = operands;
  if (!first) return undefined;
  let outcome = outcomeOf(first);
  for (const other of others) {
    const { min, max } = outcomeOf(other);
    const results =
      operation === 'sum'
        ? [outcome.min.plus(min), outcome.max.plus(max)]
        : [outcome.min, outcome.max].flatMap((a) => [a.times(min), a.times(max)]);
    outcome = { min: results.reduce(lesser), max: results.reduce(greater) };
  }
  return outcome;
}

/** `share` is the part of the whole in percent, `growth` what was added in percent of the start. */
function applied(operation: Exclude<Operation, 'sum' | 'product'>, a: Exact, b: Exact): Exact | undefined {
  switch (operation) {
    case 'difference':
      return a.minus(b);
    case 'ratio':
      return a.over(b);
    case 'share':
      return a.times10(2).over(b);
    case 'growth':
      return b.minus(a).times10(2).over(a.absolute());
  }
}

/** Whether an outcome gives the value at the precision in which it is written: 48.1 stands for 48.05 to 48.15. */
export function gives(outcome: Outcome, claimed: ClaimedValue): boolean {
  if (claimed.kind === 'range') return within(claimed.min, outcome.min) && within(claimed.max, outcome.max);
  return within(claimed.number, outcome.min) && within(claimed.number, outcome.max);
}

function within(claimed: ClaimedNumber, result: Exact): boolean {
  const half = Exact.of(5, claimed.precision - 1);
  return result.minus(claimed.value).absolute().compare(half) <= 0;
}

const outcomeOf = (value: ClaimedValue): Outcome =>
  value.kind === 'number'
    ? { min: value.number.value, max: value.number.value }
    : { min: value.min.value, max: value.max.value };

const ends = (value: ClaimedValue): readonly Exact[] =>
  value.kind === 'number' ? [value.number.value] : [value.min.value, value.max.value];

const lesser = (a: Exact, b: Exact): Exact => (a.compare(b) <= 0 ? a : b);
const greater = (a: Exact, b: Exact): Exact => (a.compare(b) >= 0 ? a : b);
