import type { Exact } from '../quantities/exact.ts';
import type { Qualifier, Quantity } from '../quantities/quantity.ts';
import type { ClaimedNumber, ClaimedValue } from '../records/model.ts';
import { compareQualifiers } from './compare-qualifiers.ts';
import type { Understanding } from './understand.ts';

/**
 * How the number of a claim relates to a number of the article:
 *
 * - `same`: equal as exact decimals, or a range with the same ends;
 * - `rounded`: a record that says `about` gives the article's number at the precision in which it is written, or the
 *   article gives a fraction in words that rounds to the record's number;
 * - `bound`: the article's range entails the record's bound (*5 to 10*: at least 5);
 * - `other`: none of these.
 */
export type ValueAgreement = 'same' | 'rounded' | 'bound' | 'other';

/** What of a claim its value is compared by. */
export interface Claimed {
  readonly value: ClaimedValue;
  readonly qualifier: Qualifier | undefined;
}

/** Compares a claim with one way of taking a quantity; values are exact decimals throughout. */
export function compareValues(claimed: Claimed, quantity: Quantity, way: Understanding): ValueAgreement {
  const { value, qualifier } = claimed;
  if (value.kind === 'range') {
    if (way.min === undefined || way.max === undefined) return 'other';
    const [low, high] = isTurned(value.max, way.min, quantity) ? [way.max, way.min] : [way.min, way.max];
    return worse(
      compareNumber(value.min, low, quantity, qualifier),
      compareNumber(value.max, high, quantity, qualifier),
    );
  }
  if (way.value !== undefined) return compareNumber(value.number, way.value, quantity, qualifier);
  return entailsBound(value.number, qualifier, quantity, way) ? 'bound' : 'other';
}

function compareNumber(
  claimed: ClaimedNumber,
  printed: Exact,
  quantity: Quantity,
  qualifier: Qualifier | undefined,
): ValueAgreement {
  const value = withSign(claimed.value, printed, quantity);
  if (value.equals(claimed.value)) return 'same';
  if (!value.roundedTo(claimed.precision).equals(claimed.value) || claimed.value.sign() === 0) return 'other';
  if (isHalf(value, claimed.value)) return 'other';
  return qualifier === 'about' || roundsInWords(claimed, value, quantity) ? 'rounded' : 'other';
}

/** Half a million is rounded up by a rule of arithmetic, and nobody would say *about a million*. */
const isHalf = (printed: Exact, claimed: Exact): boolean => printed.plus(printed).equals(claimed);

/** *Fell by 5 to 10 percent* is claimed as −10 to −5: the ends change places with their sign. */
const isTurned = (highest: ClaimedNumber, lowest: Exact, { change }: Quantity): boolean =>
  highest.value.sign() < 0 && lowest.sign() > 0 && change === 'decrease';

/** A number is its magnitude as printed: a negative claim asks for a word of decrease beside it. */
function withSign(claimed: Exact, printed: Exact, quantity: Quantity): Exact {
  return claimed.sign() < 0 && printed.sign() > 0 && quantity.change === 'decrease' ? printed.negated() : printed;
}

/**
 * A fraction in words supports what it rounds to (*a third*: 33, 33.3). Two roundings are none that a person would
 * write: of a fraction below one to a whole number (*half* is not 1), and of a finite decimal in words (*two and a half
 * million* is not 3 million).
 */
function roundsInWords(claimed: ClaimedNumber, value: Exact, quantity: Quantity): boolean {
  if (quantity.kind === 'fraction') {
    const asShare = quantity.value === undefined || !value.equals(quantity.value);
    return asShare || !claimed.value.isInteger();
  }
  // *7 of 12* bears 58.3 %.
  if (quantity.share?.times10(2).equals(value)) return true;
  return quantity.inWords === true && !value.isDecimal();
}

function entailsBound(
  claimed: ClaimedNumber,
  qualifier: Qualifier | undefined,
  quantity: Quantity,
  way: Understanding,
): boolean {
  const meets = (end: Exact | undefined, bound: Qualifier): boolean =>
    end !== undefined &&
    compareQualifiers(qualifier, bound) === 'agree' &&
    withSign(claimed.value, end, quantity).equals(claimed.value);
  return meets(way.min, 'at-least') || meets(way.max, 'at-most');
}

const order: readonly ValueAgreement[] = ['same', 'rounded', 'bound', 'other'];

const worse = (a: ValueAgreement, b: ValueAgreement): ValueAgreement => (order.indexOf(a) > order.indexOf(b) ? a : b);
