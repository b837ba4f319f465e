import { meaningsOf, type UnitOptions } from './agreement.ts';
import { isOfPoints, measureOf } from './units.ts';

/** What sort of thing a unit of a record measures, where that is beyond doubt. */
export type UnitSort =
  | { readonly sort: '%' | 'points' | 'count' }
  | { readonly sort: 'money'; readonly codes: readonly string[] }
  /** The dimensions of the whole unit and of what stands above the line: `EUR/MWh` is in euros too. */
  | { readonly sort: 'measure'; readonly dimensions: readonly string[] };

/** The sort of a unit; undefined where there is none, the tables do not know it, or it has several meanings. */
export function sortOfUnit(unit: string | undefined, options: UnitOptions): UnitSort | undefined {
  if (unit === undefined || (options.units && Object.hasOwn(options.units, unit.trim()))) return undefined;
  const [meaning, ...others] = meaningsOf(unit, options);
  if (!meaning || others.length > 0) return undefined;
  switch (meaning.kind) {
    case '%':
    case 'points':
      return { sort: meaning.kind };
    case 'noun':
      return { sort: 'count' };
    case 'money':
      return { sort: 'money', codes: meaning.codes };
    case 'measure':
      return sortOfMeasure(meaning.symbol);
    default:
      return undefined;
  }
}

function sortOfMeasure(symbol: string): UnitSort | undefined {
  if (isOfPoints(symbol)) return { sort: 'points' };
  // The weight of a gas may stand as a weight.
  const parts = [symbol, symbol.split('/')[0] as string].map((part) => part.replace('CO2e', ''));
  const dimensions = parts.map((part) => measureOf(part)?.dimension);
  if (dimensions.some((dimension) => dimension === undefined || dimension === 'ppm' || dimension.includes('‹')))
    return undefined;
  // Years and days are spans of time, though none is so many of the other.
  return { sort: 'measure', dimensions: dimensions.map((dimension) => (dimension === 'Y' ? 'T' : (dimension ?? ''))) };
}

/** Whether the two can be added: never where it is certain that they measure different things. */
export function areAlike(a: UnitSort, b: UnitSort): boolean {
  if (isShare(a) && isShare(b)) return true;
  if (a.sort === 'count' || b.sort === 'count') return a.sort === b.sort;
  const [first, second] = [basesOf(a), basesOf(b)];
  return first.some((base) => second.includes(base));
}

const isShare = ({ sort }: UnitSort): boolean => sort === '%' || sort === 'points';

const basesOf = (unit: UnitSort): readonly string[] =>
  unit.sort === 'money' ? unit.codes : unit.sort === 'measure' ? unit.dimensions : [];
