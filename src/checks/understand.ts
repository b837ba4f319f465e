import { convert, printedUnits, type UnitAgreement, type UnitOptions, unitsAgree } from '../quantities/agreement.ts';
import { Exact } from '../quantities/exact.ts';
import type { Quantity } from '../quantities/quantity.ts';

/** One way to take a quantity of the article: its number in the record's unit, and how the units relate. */
export interface Understanding {
  /** The number; absent for a range. */
  readonly value?: Exact;
  /** The ends of a range; an open end is absent. */
  readonly min?: Exact;
  readonly max?: Exact;
  readonly unit: UnitAgreement;
}

/**
 * Every way in which a quantity may be taken beside a claim in the unit given, the plain one first: as it is printed and
 * converted, with its separators read the other way, and as a share (*50 %*, *0.5* and *half* are one value).
 */
export function understandings(
  quantity: Quantity,
  unit: string | undefined,
  options: UnitOptions,
): readonly Understanding[] {
  const agreement = unitsAgree(unit, quantity, options);
  const toClaimed = (value: Exact): Exact =>
    agreement === 'agree' && unit !== undefined ? converted(value, quantity, unit, options) : value;
  // A fraction is no number of percent: *half* is 50 %, never 0.5 %.
  const isShare = quantity.kind === 'fraction' && unit === '%';
  const ways: Understanding[] = isShare ? [] : [mapped(quantity, toClaimed, agreement)];
  if (quantity.otherReading) ways.push({ value: toClaimed(quantity.otherReading), unit: agreement });
  const power = sharePower(quantity, unit);
  if (power !== 0) ways.push(mapped(quantity, (value) => value.times10(power), 'agree'));
  if (quantity.share && unit === '%') ways.push({ value: quantity.share.times10(2), unit: 'agree' });
  ways.push(...growths(quantity, unit));
  if (quantity.shared)
    ways.push(...understandings(quantity.shared, unit, options).filter((way) => way.unit === 'agree'));
  return ways;
}

/** The value in the claimed unit. What the article divides by (*1.5 TWh a year*) may be left out of the claim (1500 GWh). */
function converted(value: Exact, quantity: Quantity, unit: string, options: UnitOptions): Exact {
  for (const from of printedUnits(quantity)) {
    if (from === unit) return value;
    const result = convert(value, from, unit, options);
    if (result) return result;
  }
  return value;
}

/** The power of ten that one of a unit of shares is. */
const shareUnits: ReadonlyMap<string | undefined, number> = new Map([
  [undefined, 0],
  ['%', -2],
  ['‰', -3],
]);

/** The power of ten between a share as it is printed and as it is claimed: −2 from percent, 2 to percent, else 0. */
function sharePower(quantity: Quantity, unit: string | undefined): number {
  if (quantity.kind === 'percentage' || quantity.unit === '‰') {
    const [printed, claimed] = [shareUnits.get(quantity.unit), shareUnits.get(unit)];
    return printed === undefined || claimed === undefined ? 0 : printed - claimed;
  }
  if (unit !== '%') return 0;
  if (quantity.kind === 'fraction') return 2;
  const bare = quantity.kind === 'number' && quantity.unit === undefined && quantity.noun === undefined;
  const ends = [quantity.value, quantity.min, quantity.max].filter((end) => end !== undefined);
  return bare && ends.length > 0 && ends.every((end) => !end.isInteger()) ? 2 : 0;
}

/**
 * *Doubled*, *multiplied by 2*, claimed as a growth in percent: 100. Where the times are added to the whole (增长1.5倍),
 * they are 150 %, or a multiple of 2.5.
 */
function growths(quantity: Quantity, unit: string | undefined): readonly Understanding[] {
  if (quantity.kind !== 'multiple') return [];
  const { growth } = quantity;
  const one = Exact.of(1);
  if (unit === 'times') return growth ? [mapped(quantity, (value) => value.plus(one), 'agree')] : [];
  if (unit !== '%') return [];
  const ways: Understanding[] = [];
  if (growth) ways.push(mapped(quantity, (value) => value.times10(2), 'agree'));
  if (growth !== 'added') ways.push(mapped(quantity, (value) => value.minus(one).times10(2), 'agree'));
  return ways;
}

function mapped(quantity: Quantity, change: (value: Exact) => Exact, unit: UnitAgreement): Understanding {
  const { value, min, max } = quantity;
  if (value && !min && !max) return { value: change(value), unit };
  return {
    ...(value && { value: change(value) }),
    ...(min && { min: change(min) }),
    ...(max && { max: change(max) }),
    unit,
  };
}
