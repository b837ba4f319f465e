import type { Exact } from '../quantities/exact.ts';

/** The slip that most likely turned the article's number into the record's. */
export type Slip =
  /** Claimed ÷ printed is 10 to this power. */
  | { readonly kind: 'scale'; readonly power: number }
  /** The same digits, with a separator of thousands taken for a decimal one or the other way round. */
  | { readonly kind: 'separators' }
  | { readonly kind: 'sign' }
  /** The printed number, rounded to the precision in which the record writes it. */
  | { readonly kind: 'rounded' }
  | { readonly kind: 'swapped' | 'omitted' | 'doubled' | 'added' | 'changed' };

/** How the printed number is written, for telling separators from scales. */
export interface Printed {
  readonly value: Exact;
  /** The words of the article for it. */
  readonly text: string;
}

/** The longest run of digits that is compared; nobody retypes a longer one. */
const maxDigits = 40;

/** The record's number, with the power of ten of its last digit where that is known. */
type Claimed = Printed & { readonly precision?: number };

/** Names the slip between a claimed and a printed number; undefined where they have nothing to do with each other. */
export function slipBetween(claimed: Claimed, printed: Printed): Slip | undefined {
  if (claimed.value.sign() === 0 || printed.value.sign() === 0) return undefined;
  if (claimed.value.negated().equals(printed.value)) return { kind: 'sign' };
  if (isRounded(claimed, printed.value)) return { kind: 'rounded' };
  const power = powerBetween(claimed.value, printed.value);
  if (power !== undefined)
    return separatorsDiffer(claimed.text, printed.text, power) ? { kind: 'separators' } : { kind: 'scale', power };
  return digitSlip(digitsOf(claimed.value), digitsOf(printed.value));
}

/** Rounding that drops a tenth or more of a number is none that a person would do. */
function isRounded({ value, precision }: Claimed, printed: Exact): boolean {
  if (precision === undefined || !printed.roundedTo(precision).equals(value)) return false;
  return printed.minus(value).absolute().times10(1).compare(printed.absolute()) < 0;
}

/** The power of ten that one is of the other, up to 10^12. */
function powerBetween(claimed: Exact, printed: Exact): number | undefined {
  for (let power = 1; power <= 12; power += 1) {
    if (printed.times10(power).equals(claimed)) return power;
    if (claimed.times10(power).equals(printed)) return -power;
  }
  return undefined;
}

/** `1.048` beside `1048`: the same digits on both sides, no scale word, and a sign with three digits behind it. */
function separatorsDiffer(claimed: string, printed: string, power: number): boolean {
  const digits = (text: string) => text.replace(/\D/g, '').replace(/0+$/, '');
  const grouped = /\d[.,]\d{3}(?!\d)/;
  return (
    Math.abs(power) === 3 &&
    !/\p{L}/u.test(claimed + printed) &&
    digits(claimed) === digits(printed) &&
    (grouped.test(claimed) || grouped.test(printed))
  );
}

const digitsOf = (value: Exact): string => value.absolute().toString();

/** One slip of the typing hand between two numbers of the same magnitude of writing. */
function digitSlip(claimed: string, printed: string): Slip | undefined {
  if (claimed.length > maxDigits || printed.length > maxDigits) return undefined;
  if (claimed.length < 2 && printed.length < 2) return undefined;
  if (claimed.length === printed.length) {
    const at = [...claimed].flatMap((digit, index) => (digit === printed[index] ? [] : [index]));
    const [first = 0, second] = at;
    if (at.length === 1 && claimed.length > 2) return { kind: 'changed' };
    const neighbours = second === first + 1 && claimed[first] === printed[second] && claimed[second] === printed[first];
    return at.length === 2 && neighbours ? { kind: 'swapped' } : undefined;
  }
  const added = addedDigit(claimed, printed);
  if (added !== undefined) return { kind: claimed[added] === claimed[added - 1] ? 'doubled' : 'added' };
  return addedDigit(printed, claimed) !== undefined ? { kind: 'omitted' } : undefined;
}

/** Where the longer text has one digit more than the shorter; undefined where they differ in more. */
function addedDigit(longer: string, shorter: string): number | undefined {
  if (longer.length !== shorter.length + 1) return undefined;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at) && longer[at] !== '.' ? at : undefined;
}
