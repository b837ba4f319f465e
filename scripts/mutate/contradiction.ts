/** Whether an article contradicts a wrong number, decided by a plain look at it. */
import { Exact } from '../../src/quantities/exact.ts';
import type { ClaimedNumber, ClaimedValue, FigureClaim } from '../../src/records/model.ts';
import { contains } from '../../src/text/span.ts';
import type { Ground, Subject } from './mutant.ts';
import type { PlainNumber, Tag } from './plain-numbers.ts';

/** What a unit can stand beside in a text. */
export function tagOfUnit(unit: string | undefined): Tag {
  if (unit === undefined) return 'bare';
  if (unit === '%') return 'percent';
  if (unit === 'percentage points') return 'points';
  return /^[A-Z]{3}(?:\/|$)/.test(unit) ? 'money' : 'thing';
}

/** The numbers that plainly stand in the quoted passage; those of the whole article where there is no quote. */
export const numbersOf = (ground: Ground): readonly PlainNumber[] =>
  ground.article.numbers.filter(({ start, digitsEnd }) =>
    ground.pieces.some((piece) => contains(piece, { start, end: digitsEnd })),
  );

/** Whether a number stands in a passage as it is claimed: in the same digits, with its scale word applied. */
export const isPrinted = ({ value }: ClaimedNumber, ground: Ground): boolean =>
  numbersOf(ground).some((printed) => !printed.fraction && printed.value.equals(value.absolute()));

/** Whether a passage prints another number, or a fraction in words, of which the claimed one is the rounded form. */
export const isRounded = ({ value, precision }: ClaimedNumber, ground: Ground): boolean =>
  numbersOf(ground).some(({ value: printed, fraction }) => {
    const forms = fraction ? [printed, printed.times10(2)] : [printed];
    const claimed = value.absolute();
    return forms.some((form) => (fraction || !form.equals(claimed)) && form.roundedTo(precision).equals(claimed));
  });

/** Whether a number stands in a passage as an end of a range: beside another number, with hardly a word between. */
export function isEndOfRange({ value }: ClaimedNumber, ground: Ground): boolean {
  const numbers = numbersOf(ground);
  return numbers.some((one) => one.value.equals(value.absolute()) && numbers.some((other) => isNear(one, other)));
}

const isNear = (a: PlainNumber, b: PlainNumber): boolean => {
  const between = Math.max(a.start - b.digitsEnd, b.start - a.digitsEnd);
  return between > 0 && between <= 10;
};

/** Why no piece of the evidence contradicts the value; undefined where one does. */
export function whyNotContradicted(
  { claim, grounds, record }: Subject<FigureClaim>,
  value: ClaimedValue,
): string | undefined {
  if (claim.derived) return comesOut(claim, value, record.figures) ? 'the operation gives it too' : undefined;
  const ends = value.kind === 'number' ? [value.number] : [value.min, value.max];
  const reasons = grounds.map((ground) => {
    const own = numbersOf(ground);
    const ofEnds = ends.map((end) => whyItStands(end, own, claim));
    return ofEnds.every((reason) => reason !== undefined)
      ? (ofEnds.find((reason) => reason !== same) ?? same)
      : undefined;
  });
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

const same = 'the value stands in the passage too';

function whyItStands(number: ClaimedNumber, printed: readonly PlainNumber[], claim: FigureClaim): string | undefined {
  const tag = tagOfUnit(claim.unit?.value);
  const value = number.value.absolute();
  const equals = (other: Exact) => other.equals(value);
  const rounds = (other: Exact) => value.sign() !== 0 && other.roundedTo(number.precision).equals(value);
  for (const one of printed) {
    const shares = sharesOf(one, tag);
    if (shares.some(equals)) return same;
    if (one.fraction) {
      if (shares.some(rounds) && (tag === 'percent' || !value.isInteger())) return 'the fraction in words rounds to it';
      continue;
    }
    if (!fits(one.tag, tag)) continue;
    if (equals(one.value)) return same;
    if (claim.qualifier?.value === 'about' && rounds(one.value))
      return 'the record says about, and the number rounds to it';
  }
  return undefined;
}

/** A number of percent as a share of one and the other way round. */
function sharesOf({ value, tag, fraction }: PlainNumber, claimed: Tag): readonly Exact[] {
  if (fraction) return [claimed === 'percent' ? value.times10(2) : value];
  if (tag === 'percent' && claimed === 'bare') return [value.times10(-2)];
  return tag === 'bare' && claimed === 'percent' && !value.isInteger() ? [value.times10(2)] : [];
}

const fits = (printed: Tag, claimed: Tag): boolean =>
  printed === claimed ||
  (printed === 'bare' && claimed !== 'percent' && claimed !== 'points') ||
  (printed === 'thing' && claimed === 'bare');

/** Whether the operation on the other figures gives the value at its precision; in floating-point numbers. */
function comesOut({ derived }: FigureClaim, value: ClaimedValue, figures: readonly FigureClaim[]): boolean {
  const [first = Number.NaN, second = Number.NaN, ...others] = (derived?.value.operands ?? []).map(({ value: id }) => {
    const operand = figures.find((figure) => figure.id.value === id)?.value.value;
    return operand?.kind === 'number' ? operand.number.value.toNumber() : Number.NaN;
  });
  const all = [first, ...(Number.isNaN(second) ? [] : [second]), ...others];
  const results = {
    sum: all.reduce((a, b) => a + b, 0),
    difference: first - second,
    product: all.reduce((a, b) => a * b, 1),
    ratio: first / second,
    share: (first / second) * 100,
    growth: (second / first - 1) * 100,
  };
  const result = derived && results[derived.value.operation];
  if (result === undefined || value.kind !== 'number') return false;
  return Math.abs(result - value.number.value.toNumber()) <= 0.5 * 10 ** value.number.precision * (1 + 1e-9);
}

/**
 * Whether the separators of every passage allow the value too: a number such as `1.048` stands there, the value is what
 * it would be with the sign taken the other way, and no number of the article shows how the sign is meant.
 */
export function separatorsAllow({ grounds }: Subject<FigureClaim>, value: Exact): boolean {
  if (grounds.length === 0) return false;
  return grounds.every(({ article, pieces }) =>
    pieces.some((piece) =>
      [...article.text.slice(piece.start, piece.end).matchAll(/(?<![\d.,])(\d{1,3})([.,])(\d{3})(?![\d.,]?\d)/g)].some(
        ([, whole = '', sign = '', part = '']) =>
          [`${whole}${part}`, `${whole}.${part}`].some((reading) => Exact.parse(reading)?.equals(value)) &&
          !showsUse(article.text, sign),
      ),
    ),
  );
}

/** A decimal such as `5,72`, or a number such as `1.048.000`, somewhere in the text but behind a name (*Industrie 4.0*). */
function showsUse(text: string, sign: string): boolean {
  return [sign, sign === ',' ? '.' : ','].some((one) => {
    const decimal = `\\d[${one}]\\d{1,2}(?![.,]?\\d)`;
    const grouped = `\\d[${one}]\\d{3}[${one}]\\d{3}`;
    return new RegExp(`(?<![\\p{L}\\d.,]|\\p{Lu}\\p{L}* )\\d*(?:${decimal}|${grouped})`, 'u').test(text);
  });
}
