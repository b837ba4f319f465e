import type { UnitOptions } from '../quantities/agreement.ts';
import { areAlike, sortOfUnit, type UnitSort } from '../quantities/unit-sorts.ts';
import type { Derivation, FigureClaim } from '../records/model.ts';
import type { Operand } from './rule.ts';

/** Why a computed figure cannot be what it is said to be. */
export type UnitFault =
  /** Two operands measure different things, so that the operation makes no sense. */
  | { readonly kind: 'mixed'; readonly units: readonly [string, string] }
  /** The result is in another unit; `should` is that unit, or undefined where it has none. */
  | { readonly kind: 'result'; readonly unit: string; readonly should: string | undefined };

interface Known {
  readonly unit: string;
  readonly sort: UnitSort;
}

/**
 * What is wrong with the units of a computed figure, as far as that is certain: of units that nobody wrote or that the
 * tables do not know nothing is said, and things that are counted may always be added.
 */
export function unitFault(
  figure: FigureClaim,
  { operation }: Derivation,
  operands: readonly Operand[],
  options: UnitOptions,
): UnitFault | undefined {
  if (operation === 'product') return undefined;
  const known = operands.flatMap((operand) => knownUnit(operand.figure, options) ?? []);
  const own = knownUnit(figure, options);
  if (operation === 'ratio') return own && ratioFault(own, known, operands.length);
  const [first] = known;
  const other = first && known.find(({ sort }) => !areAlike(first.sort, sort));
  if (first && other) return { kind: 'mixed', units: [first.unit, other.unit] };
  if (!own) return undefined;
  if (operation === 'share' || operation === 'growth')
    return own.sort.sort === '%' ? undefined : { kind: 'result', unit: own.unit, should: '%' };
  // 40 % less 15 % are 25 percentage points, or 25 % where the second is a part of the first: both pass.
  return first && !areAlike(first.sort, own.sort) ? { kind: 'result', unit: own.unit, should: first.unit } : undefined;
}

function knownUnit(figure: FigureClaim | undefined, options: UnitOptions): Known | undefined {
  const unit = figure?.unit?.value;
  const sort = sortOfUnit(unit, options);
  return unit !== undefined && sort ? { unit, sort } : undefined;
}

/** Euros in euros are so many times, and no euros; nor are they percent. Of things that are counted nothing is said. */
function ratioFault(own: Known, known: readonly Known[], count: number): UnitFault | undefined {
  const [first, second] = known;
  if (!first || !second || count !== 2 || first.sort.sort === 'count' || second.sort.sort === 'count') return undefined;
  if (first.unit !== second.unit || !areAlike(first.sort, second.sort)) return undefined;
  const isShare = own.sort.sort === '%' || own.sort.sort === 'points';
  return isShare || own.unit === first.unit ? { kind: 'result', unit: own.unit, should: undefined } : undefined;
}
