import type { OffsetMap } from '../text/offsets.ts';
import type { Span } from '../text/span.ts';
import type { BlockMemory } from './block-memory.ts';
import { blockAt, blocksOf } from './blocks.ts';
import { clean } from './clean.ts';
import { Separators } from './digits.ts';
import type { Lexicon } from './lexicon.ts';
import type { PeriodMention, Quantity, Reading } from './quantity.ts';
import { Scan } from './scan.ts';
import { TableMeasures, withTables } from './tables.ts';

/** What a text states, read block by block and as far as it is asked for. */
export class TextReading {
  private readonly separators: Separators;
  private readonly measures: TableMeasures;
  private readonly blocks: readonly Span[];
  private readonly readings: (Reading | undefined)[] = [];
  private whole: Reading | undefined;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
    private readonly memory?: BlockMemory,
  ) {
    this.separators = new Separators(text, lexicon.table);
    this.measures = new TableMeasures(lexicon, (label) => this.scan(label));
    this.blocks = blocksOf(text);
  }

  /** With a span at least all that touches it, else all; in the order of the text, and the same objects each time. */
  read(around?: Span): Reading {
    const last = this.blocks.length - 1;
    if (!around || last < 0) {
      this.whole ??= this.join(0, last);
      return this.whole;
    }
    const first = blockAt(this.blocks, around.start);
    return this.join(first, Math.max(first, blockAt(this.blocks, around.end - 1)));
  }

  /** What the blocks from one to another state. */
  private join(first: number, last: number): Reading {
    if (last < first) return nothing;
    if (first === last) return this.block(first);
    const quantities: Quantity[] = [];
    const periods: PeriodMention[] = [];
    for (let place = first; place <= last; place++) {
      const reading = this.block(place);
      for (const quantity of reading.quantities) quantities.push(quantity);
      for (const period of reading.periods) periods.push(period);
    }
    return { quantities, periods };
  }

  private block(place: number): Reading {
    const known = this.readings[place];
    if (known) return known;
    const { start, end } = this.blocks[place] as Span;
    const block = this.text.slice(start, end);
    const cleaned = clean(block);
    const read = this.remembered(cleaned.text);
    const reading =
      cleaned.map || this.memory
        ? moved(read, mover(cleaned.map, start), cleaned.map && this.text)
        : shifted(read, start);
    this.readings[place] = reading;
    return reading;
  }

  private remembered(block: string): Reading {
    const { memory, lexicon, separators } = this;
    if (!memory) return this.scanned(block);
    // A string of its own, which does not keep the whole text in memory.
    const key = `${lexicon.table.tag} ${block}`;
    const known = memory.find(key, separators);
    if (known) return known;
    const { asked } = separators;
    const reading = this.scanned(block);
    memory.add(key, reading, separators, separators.asked > asked);
    return reading;
  }

  private scan(text: string): Reading {
    return new Scan(text, this.lexicon, this.separators).run();
  }

  private scanned(block: string): Reading {
    return withTables(this.scan(block), block, this.measures);
  }
}

const nothing: Reading = { quantities: [], periods: [] };

type Move = (span: Span) => Span;

/** From the offsets of a block to those of the text, in which it starts at `by`. */
function mover(map: OffsetMap | undefined, by: number): Move {
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return map ? ({ start, end }) => shift(map.toOriginal(start, end)) : shift;
}

/** A reading that nobody else holds, moved in place: a copy of each quantity would cost a twentieth of all reading. */
function shifted(reading: Reading, by: number): Reading {
  if (by === 0) return reading;
  for (const quantity of reading.quantities) {
    const { shared, period, nounSpan, qualifierSpan } = quantity;
    shift(quantity, by);
    shift(quantity.digits, by);
    shift(quantity.number, by);
    if (nounSpan) shift(nounSpan, by);
    if (qualifierSpan) shift(qualifierSpan, by);
    if (period) shift(period, by);
    // What else it says of itself is told of the same number and the same qualifier.
    if (shared) shift(shared, by);
  }
  for (const period of reading.periods) shift(period, by);
  return reading;
}

function shift(span: Writable<Span>, by: number): void {
  span.start += by;
  span.end += by;
}

/** The same reading with the offsets of the text, and its nouns as `original` has them where the block was cleaned. */
function moved({ quantities, periods }: Reading, move: Move, original: string | undefined): Reading {
  return {
    quantities: quantities.map((quantity) => movedQuantity(quantity, move, original)),
    periods: periods.map((period) => movedPeriod(period, move)),
  };
}

function movedQuantity(read: Quantity, move: Move, original: string | undefined): Quantity {
  const { start, end } = move(read);
  const { shared, period, nounSpan, qualifierSpan } = read;
  // A copy whose fields are set one by one: spread fields would take several times as long.
  const quantity: Writable<Quantity> = { ...read };
  quantity.start = start;
  quantity.end = end;
  quantity.digits = move(read.digits);
  quantity.number = read.number === read.digits ? quantity.digits : move(read.number);
  if (shared) quantity.shared = movedQuantity(shared, move, original);
  if (period) quantity.period = movedPeriod(period, move);
  if (qualifierSpan) quantity.qualifierSpan = move(qualifierSpan);
  if (nounSpan) {
    quantity.nounSpan = move(nounSpan);
    if (original !== undefined) quantity.noun = original.slice(quantity.nounSpan.start, quantity.nounSpan.end);
  }
  return quantity;
}

const movedPeriod = (period: PeriodMention, move: Move): PeriodMention => ({ ...period, ...move(period) });

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
