import { Exact } from './exact.ts';
import { isCurrencyCode } from './money.ts';
import { spellings } from './unit-spellings.ts';

/**
 * Units with their dimension and their size in the base unit of that dimension, from the SI brochure (9th edition), IEC
 * 80000-13 for bits and bytes, and the IEA's conventions for fuel equivalents (1 tce = 29.3076 GJ, 1 toe = 41.868 GJ).
 * Energy is a base here: no policy text turns joules into kilograms.
 */
interface Definition {
  readonly dimension: string;
  readonly size: Exact;
}

const prefixes: Readonly<Record<string, number>> = {
  n: -9,
  µ: -6,
  m: -3,
  c: -2,
  d: -1,
  '': 0,
  h: 2,
  k: 3,
  K: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
  Z: 21,
}; // prettier-ignore

const pointsOfPercent = 'points of %';

/** Whether shares are compared in the unit: percentage points, and parts of them. */
export const isOfPoints = (unit: string | undefined): boolean =>
  unit !== undefined && measureOf(unit)?.dimension === pointsOfPercent;

/** Symbol, the prefixes it takes (`-` for none), dimension, size. A dimension is a product of base letters with exponents. */
const families: readonly (readonly [symbol: string, taken: string, dimension: string, size: string])[] = [
  ['m', '- k c m d µ n', 'L', '1'],
  ['g', '- k m µ', 'M', '1'],
  ['t', '- k M G', 'M', '1e6'],
  ['W', '- k M G T m', 'E/T', '1'],
  ['Wp', '- k M G', 'E/T', '1'],
  ['VA', '- k M G', 'E/T', '1'],
  ['Wh', '- k M G T P', 'E', '3600'],
  ['J', '- k M G T P E', 'E', '1'],
  ['cal', '- k', 'E', '4.184'],
  ['tce', '- k M G', 'E', '29.3076e9'],
  ['toe', '- k M G', 'E', '41.868e9'],
  ['tCO2e', '- k M G', 'C', '1e6'],
  ['gCO2e', '- k', 'C', '1'],
  ['V', '- k M m', 'V', '1'],
  ['A', '- k m', 'A', '1'],
  ['Ah', '- k m', 'A·T', '3600'],
  ['Hz', '- k M G T', '1/T', '1'],
  ['Pa', '- h k M G', 'P', '1'],
  ['bar', '- m', 'P', '1e5'],
  ['bit', '- k M G T P', 'I', '1'],
  ['B', '- k K M G T P E Z', 'I', '8'],
  ['bps', '- k M G T', 'I/T', '1'],
  ['FLOPS', '- k M G T P E Z', 'F', '1'],
  ['L', '- m c h M G', 'L·L·L', '1e-3'],
  ['Bq', '- k M G T P', '1/T', '1'],
  ['Sv', '- m µ', 'Sv', '1'],
  ['s', '- m µ n', 'T', '1'],
  ['N', '- k M', 'N', '1'],
  ['lm', '- k', 'lm', '1'],
  ['dB', '-', 'dB', '1'],
  ['K', '-', 'K', '1'],
  ['°C', '-', '°C', '1'],
  ['°F', '-', '°F', '1'],
  ['ppm', '-', 'ppm', '1'],
  ['‰', '-', '‰', '1'],
  ['ppb', '-', 'ppm', '1e-3'],
  ['qubits', '-', 'qubits', '1'],
  ['min', '-', 'T', '60'],
  ['h', '-', 'T', '3600'],
  ['m2', '- k c m', 'L·L', '1'],
  ['m3', '- k h c m', 'L·L·L', '1'],
  ['Mm3', '-', 'L·L·L', '1e6'],
  ['bcm', '-', 'L·L·L', '1e9'],
  ['ha', '-', 'L·L', '1e4'],
  ['mu', '-', 'L·L', '666.6666666666667'],
  ['li', '-', 'L', '500'],
  ['jin', '-', 'M', '500'],
  ['bbl', '- M', 'L·L·L', '0.158987294928'],
  ['ft', '-', 'L', '0.3048'],
  ['in', '-', 'L', '0.0254'],
  ['yd', '-', 'L', '0.9144'],
  ['mi', '-', 'L', '1609.344'],
  ['nmi', '-', 'L', '1852'],
  ['mi2', '-', 'L·L', '2589988.110336'],
  ['ft2', '-', 'L·L', '0.09290304'],
  ['acre', '-', 'L·L', '4046.8564224'],
  ['lb', '-', 'M', '453.59237'],
  ['oz', '-', 'M', '28.349523125'],
  ['gal', '-', 'L·L·L', '0.003785411784'],
  ['mph', '-', 'L/T', '0.44704'],
  ['hp', '-', 'E/T', '745.69987158227'],
  ['PS', '-', 'E/T', '735.49875'],
  ['kn', '-', 'L/T', '0.5144444444444444'],
  ['q', '-', 'M', '1e5'],
  ['st', '-', 'M', '6350.29318'],
  ['ft3', '-', 'L·L·L', '0.028316846592'],
  ['psi', '-', 'P', '6894.757293168'],
  ['KiB', '-', 'I', '8192'],
  ['MiB', '-', 'I', '8388608'],
  ['GiB', '-', 'I', '8589934592'],
  ['TiB', '-', 'I', '8796093022208'],
  ['ly', '-', 'L', '9460730472580800'],
  ['°', '-', '°', '1'],
  ['ct', '-', '¢', '1'],
  ['percentage points', '-', pointsOfPercent, '1'],
  ['tenths of a point', '-', pointsOfPercent, '0.1'],
  ['basis points', '-', pointsOfPercent, '0.01'],
  ['years', '-', 'Y', '12'],
  ['decades', '-', 'Y', '120'],
  ['centuries', '-', 'Y', '1200'],
  ['months', '-', 'Y', '1'],
  ['quarters', '-', 'Y', '3'],
  ['weeks', '-', 'T', '604800'],
  ['days', '-', 'T', '86400'],
  ['hours', '-', 'T', '3600'],
  ['minutes', '-', 'T', '60'],
  ['seconds', '-', 'T', '1'],
];

const definitions: ReadonlyMap<string, Definition> = new Map(
  families.flatMap(([symbol, taken, dimension, size]) =>
    taken.split(' ').map((prefix) => {
      const power = powerOf(prefix === '-' ? '' : prefix, symbol);
      const definition: Definition = { dimension, size: (Exact.parse(size) as Exact).times10(power) };
      return [(prefix === '-' ? '' : prefix) + symbol, definition] as const;
    }),
  ),
);

/** A prefix counts twice before a square and three times before a cube. */
function powerOf(prefix: string, symbol: string): number {
  const power = prefixes[prefix] ?? 0;
  return symbol === 'm2' ? 2 * power : symbol === 'm3' ? 3 * power : power;
}

/** Symbols that are letters of ordinary words or too short to stand for a unit in running text. */
const notInText = new Set([
  'percentage points',
  'tenths of a point',
  'basis points',
  'in',
  'mu',
  'li',
  'jin',
  'acre',
  'years',
  'decades',
  'centuries',
  'months',
  'quarters',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'qubits',
  'N',
  'cal',
  'bit',
  'd',
  'hm',
  'dm',
  'mm2',
  'Em',
  'Pt',
  'KB',
  'kbar',
  'mbar',
  // Spans of time have units of their own name.
  'h',
  'min',
  's',
  'q',
  'st',
  'kn',
  'PS',
  'ly',
  '°',
]); // prettier-ignore

/** Every spelling under which a text may print a symbol, with the symbol. Told apart by case. */
export const unitSymbols: readonly (readonly [spelling: string, symbol: string])[] = [
  ...[...definitions.keys()].filter((symbol) => !notInText.has(symbol)).map((symbol) => [symbol, symbol] as const),
  ['mbar', 'mbar'],
  ...Object.entries(spellings),
];

/** French octets: *To* and *Go* are words of other languages, so texts read them by the French table alone. */
const octets: Readonly<Record<string, string>> = { ko: 'kB', Mo: 'MB', Go: 'GB', To: 'TB', Po: 'PB', Eo: 'EB' };

/** The symbol that a spelling stands for; the spelling itself where the table does not know it. */
export const symbolOf = (spelling: string): string =>
  definitions.has(spelling) && !(spelling === 's' || spelling === 'h' || spelling === 'min')
    ? spelling
    : (spellings[spelling] ?? octets[spelling] ?? spelling);

/** Size and dimension of a unit, compound ones by their parts; undefined where some part is unknown. */
export interface Measure {
  /** Bases sorted, above and below the line: `LL/T`. */
  readonly dimension: string;
  readonly size: Exact;
}

export function measureOf(unit: string): Measure | undefined {
  const whole = definitions.get(unit) ?? definitions.get(symbolOf(unit));
  if (whole) return normalised(whole.dimension, whole.size);
  const many = /^1(0+) ?(\D.*)$/.exec(unit);
  const single = many && measureOf(many[2] as string);
  if (many && single) return { ...single, size: single.size.times10((many[1] as string).length) };
  const parts = unit.split('/');
  if (parts.length < 2 || parts.length > 3) return isCurrencyCode(unit) ? { dimension: unit, size: one } : undefined;
  let above = '';
  let below = '';
  let size = one;
  for (const [index, part] of parts.entries()) {
    const measure = measureOf(part.trim()) ?? { dimension: `‹${part.trim().toLowerCase()}›`, size: one };
    const [top = '', bottom = ''] = measure.dimension.split('/');
    above += `·${index === 0 ? top : bottom}`;
    below += `·${index === 0 ? bottom : top}`;
    const next = index === 0 ? size.times(measure.size) : size.over(measure.size);
    if (!next) return undefined;
    size = next;
  }
  return normalised(`${above}/${below}`, size);
}

const one = Exact.of(1);

/** Cancels bases that stand above and below the line, and sorts the rest. Bases are joined by `·`. */
function normalised(dimension: string, size: Exact): Measure {
  const [above = '', below = ''] = dimension.split('/');
  const top = above.split('·').filter((base) => base !== '' && base !== '1');
  const bottom: string[] = [];
  for (const base of below.split('·')) {
    const at = top.indexOf(base);
    if (at >= 0) top.splice(at, 1);
    else if (base !== '') bottom.push(base);
  }
  const line = top.sort().join('·');
  return { dimension: bottom.length === 0 ? line : `${line}/${bottom.sort().join('·')}`, size };
}

/** The value in another unit of the same dimension; undefined where dimensions differ or a unit is unknown. */
export function convert(value: Exact, from: string, to: string): Exact | undefined {
  if (symbolOf(from) === symbolOf(to)) return value;
  const source = measureOf(from);
  const target = measureOf(to);
  if (!source || !target || source.dimension !== target.dimension) return undefined;
  return value.times(source.size).over(target.size);
}
