import type { UnitOptions } from '../quantities/agreement.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { measureOf, symbolOf } from '../quantities/units.ts';
import type { ClaimedNumber, FigureClaim } from '../records/model.ts';

/** A number of the article by its rough magnitude: an end of a range and the other reading of separators count too. */
interface Entry {
  readonly magnitude: number;
  readonly quantity: Quantity;
}

/** How far from the claimed magnitude a number may lie and still be compared, beside what rounding allows. */
const slack = 1e-6;

/** Powers of ten at which the nearest numbers are looked up, for naming a slip of scale. */
const powers = [0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6, 9, -9];

/**
 * The quantities of one article, for finding those that may be a claimed number without comparing all: by rough
 * magnitude as they are printed, by magnitude in base units, and those that are always compared, because their value
 * may be taken in several ways. Each lookup takes logarithmic time and what it finds.
 */
export class NumberIndex {
  private readonly printed: readonly Entry[];
  private readonly inBaseUnits: readonly Entry[];
  /** Fractions, multiples and numbers in words. */
  private readonly manifold: readonly Quantity[];

  constructor(
    quantities: readonly Quantity[],
    private readonly options: UnitOptions,
  ) {
    const numbers = quantities.filter(({ kind }) => kind !== 'date');
    this.printed = sorted(numbers.flatMap((quantity) => entriesOf(quantity, 1)));
    this.inBaseUnits = sorted(
      numbers.flatMap((quantity) => {
        const size = sizeOf(quantity.unit, options);
        return size === undefined ? [] : entriesOf(quantity, size);
      }),
    );
    this.manifold = numbers.filter(({ kind, inWords }) => kind === 'fraction' || kind === 'multiple' || inWords);
  }

  /** The quantities that may be the number of a figure, each once, in the order of the text. */
  likely(figure: FigureClaim): readonly Quantity[] {
    const found = new Set<Quantity>(this.manifold);
    const size = sizeOf(figure.unit?.value, this.options);
    for (const { value, precision } of numbersOf(figure)) {
      const magnitude = Math.abs(value.toNumber());
      const spread = magnitude * slack + 10 ** Math.min(precision, 300);
      for (const factor of [1, 100, 0.01]) collect(this.printed, magnitude * factor, spread * factor, found);
      if (size !== undefined) collect(this.inBaseUnits, magnitude * size, spread * size, found);
    }
    return inOrder(found);
  }

  /** The quantities next to the number of a figure and to its powers of ten; what a slip may have turned it from. */
  near(figure: FigureClaim): readonly Quantity[] {
    const found = new Set<Quantity>();
    for (const { value } of numbersOf(figure)) {
      const magnitude = Math.abs(value.toNumber());
      for (const power of powers) {
        const at = firstFrom(this.printed, magnitude * 10 ** power * (1 - slack));
        for (const { quantity } of this.printed.slice(Math.max(0, at - 1), at + 2)) found.add(quantity);
      }
    }
    return inOrder(found);
  }
}

/** How many base units one of a unit is, roughly; undefined where it is none that is converted. */
function sizeOf(unit: string | undefined, { units }: UnitOptions): number | undefined {
  if (unit === undefined) return undefined;
  const own = units && Object.hasOwn(units, unit) ? units[unit]?.conversion : undefined;
  const size = measureOf(symbolOf(own ? own.of : unit))?.size.toNumber();
  return size !== undefined && own ? size * own.factor.toNumber() : size;
}

const numbersOf = ({ value: { value } }: FigureClaim): readonly ClaimedNumber[] =>
  value.kind === 'number' ? [value.number] : [value.min, value.max];

function entriesOf(quantity: Quantity, size: number): readonly Entry[] {
  const { value, otherReading, min, max } = quantity;
  return [value, otherReading, min, max].flatMap((number) =>
    number ? [{ magnitude: Math.abs(number.toNumber()) * size, quantity }] : [],
  );
}

const sorted = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => a.magnitude - b.magnitude);

function collect(entries: readonly Entry[], magnitude: number, spread: number, found: Set<Quantity>): void {
  for (let at = firstFrom(entries, magnitude - spread); at < entries.length; at += 1) {
    const entry = entries[at];
    if (!entry || entry.magnitude > magnitude + spread) return;
    found.add(entry.quantity);
  }
}

function firstFrom(entries: readonly Entry[], least: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.magnitude ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

const inOrder = (quantities: ReadonlySet<Quantity>): readonly Quantity[] =>
  [...quantities].sort((a, b) => a.start - b.start);
