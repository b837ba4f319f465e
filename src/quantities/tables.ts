import { classAt, DIGIT, IDEOGRAPH, LETTER } from './characters.ts';
import { Exact } from './exact.ts';
import type { Lexicon } from './lexicon.ts';
import type { PeriodMention, Quantity, Reading } from './quantity.ts';
import { A } from './roles.ts';

/** A cell of a table, without the white space round it. */
interface Cell {
  readonly start: number;
  readonly end: number;
}

type Row = readonly Cell[];

/** What a table says once for many cells: *(£ million)*, *in %*, 万千瓦. */
interface Measure {
  /** A power of ten. */
  readonly scale: Exact;
  readonly quantity: Quantity;
}

const BAR = '|';

/** A longer text in a cell is no label. */
const longestLabel = 200;

/** Cells at the beginning of a row that may say what the others are measured in. */
const mostLabels = 4;

/** A longer text in the head of a table is a sentence. */
const longestMeasure = 60;

/**
 * Gives the numbers of tables the unit and the scale that stand in the head of their column, else before or within their
 * row. A table is two or more lines with bars between their cells, as Markdown writes them and pages are read; its head is
 * the first.
 */
export function withTables(reading: Reading, text: string, measures: TableMeasures): Reading {
  if (!text.includes(BAR)) return reading;
  const quantities = [...reading.quantities];
  let next = 0;
  for (const rows of tablesOf(text)) {
    const [head = []] = rows;
    for (const row of rows.slice(1)) {
      const last = row[row.length - 1]?.end ?? 0;
      while (next < quantities.length && (quantities[next] as Quantity).start < (row[0]?.start ?? 0)) next++;
      const ofRow = measures.ofRow(text, row);
      let place = 0;
      for (; next < quantities.length && (quantities[next] as Quantity).end <= last; next++) {
        const read = quantities[next] as Quantity;
        while (place < row.length && (row[place] as Cell).end < read.end) place++;
        const cell = row[place];
        if (!cell || read.start < cell.start) continue;
        const quantity = withinCell(read, cell);
        quantities[next] = quantity;
        if (!isAlone(text, cell, quantity)) continue;
        const above = head.length === row.length ? head[place] : undefined;
        const measure =
          (above && measures.of(text, above)) ?? (ofRow && ofRow.place < place ? ofRow.measure : undefined);
        const period = above && periodIn(above, reading);
        quantities[next] = { ...measured(quantity, measure), ...(period && { period: { ...period } }) };
      }
    }
  }
  return { quantities, periods: reading.periods };
}

/** What a number counts stands in its cell: not in the next one, nor in the next row. */
function withinCell(quantity: Quantity, cell: Cell | undefined): Quantity {
  const { nounSpan } = quantity;
  if (!cell || !nounSpan || (nounSpan.start >= cell.start && nounSpan.end <= cell.end)) return quantity;
  const { noun, nounSpan: _, concepts, classifier, ...rest } = quantity;
  return rest;
}

/** Whether a cell holds the number and no word beside those of its qualifier. */
function isAlone(text: string, cell: Cell, quantity: Quantity): boolean {
  if (quantity.kind !== 'number' || quantity.noun !== undefined) return false;
  if (quantity.digits.end !== quantity.number.end) return false;
  const { qualifierSpan } = quantity;
  for (let i = cell.start; i < cell.end; i++) {
    if (i >= quantity.start && i < quantity.end) continue;
    if (qualifierSpan && i >= qualifierSpan.start && i < qualifierSpan.end) continue;
    const kind = classAt(text, i);
    if (kind === LETTER || kind === IDEOGRAPH || kind === DIGIT) return false;
  }
  return true;
}

/** The one period that a cell names. */
function periodIn({ start, end }: Cell, { periods }: Reading): PeriodMention | undefined {
  const first = firstFrom(periods, start);
  const [named, next] = [periods[first], periods[first + 1]];
  return named && named.end <= end && !named.aside && !(next && next.end <= end) ? named : undefined;
}

/** The place of the first that starts at the offset or later, among mentions in the order of the text. */
function firstFrom(periods: readonly PeriodMention[], start: number): number {
  let low = 0;
  for (let high = periods.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((periods[middle] as PeriodMention).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function measured(quantity: Quantity, measure: Measure | undefined): Quantity {
  if (!measure) return { ...quantity, tabular: true };
  const { scale } = measure;
  const { value, otherReading, min, max } = quantity;
  const { kind, unit, unitChoices, per, noun, concepts, classifier } = measure.quantity;
  return {
    ...quantity,
    kind,
    tabular: true,
    ...(value && { value: value.times(scale) }),
    ...(otherReading && { otherReading: otherReading.times(scale) }),
    ...(min && { min: min.times(scale) }),
    ...(max && { max: max.times(scale) }),
    ...(unit !== undefined && { unit }),
    ...(unitChoices && { unitChoices }),
    ...(per !== undefined && { per }),
    ...(noun !== undefined && { noun }),
    ...(concepts && { concepts }),
    ...(classifier && { classifier }),
  };
}

/** Lines with bars that follow each other, two at least; the lines that only rule them off are left out. */
function* tablesOf(text: string): Generator<readonly Row[]> {
  let rows: Row[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const bar = text.indexOf(BAR, start);
    if (bar >= 0 && bar < end) {
      if (!/^[\s|:+-]+$/.test(text.slice(start, end))) rows.push(cellsOf(text, start, end));
    } else {
      if (rows.length > 1) yield rows;
      rows = [];
      // On to the line of the next bar.
      if (bar < 0) return;
      start = text.lastIndexOf('\n', bar) + 1;
      continue;
    }
    start = end + 1;
  }
  if (rows.length > 1) yield rows;
}

function cellsOf(text: string, start: number, end: number): Row {
  const cells: Cell[] = [];
  for (let from = start; from <= end; ) {
    const bar = text.indexOf(BAR, from);
    const to = bar < 0 || bar > end ? end : bar;
    cells.push(trimmed(text, from, to));
    from = to + 1;
  }
  // The bars at the ends of a line are its frame.
  const first = cells[0];
  if (first && first.start === first.end) cells.shift();
  const last = cells[cells.length - 1];
  if (last && last.start === last.end) cells.pop();
  return cells;
}

function trimmed(text: string, from: number, to: number): Cell {
  const inside = text.slice(from, to);
  const start = from + (inside.length - inside.trimStart().length);
  return { start, end: Math.max(start, from + inside.trimEnd().length) };
}

/** What the labels of tables say of their cells; each is read once, in however many tables it stands. */
export class TableMeasures {
  private readonly known = new Map<string, Measure | undefined>();

  /** `read` reads a text in the language of the lexicon. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly read: (text: string) => Reading,
  ) {}

  /** What the label of a row says, or a cell behind it that holds nothing else, and which cell it is. */
  ofRow(text: string, row: Row): { readonly measure: Measure; readonly place: number } | undefined {
    for (const [place, cell] of row.slice(0, mostLabels).entries()) {
      const measure =
        place === 0
          ? this.of(text, cell)
          : this.remembered(`=${labelOf(text, cell)}`, (label) => this.whole(label.slice(1)));
      // *USD* before a rate of exchange says what is sold, and not in what it is paid.
      const isThing =
        place === 0 && measure?.quantity.kind === 'money' && labelOf(text, cell) === measure.quantity.unit;
      if (measure && !isThing) return { measure, place };
    }
    return undefined;
  }

  /** What a head or a label says. */
  of(text: string, cell: Cell): Measure | undefined {
    return this.remembered(labelOf(text, cell), (label) => this.measureOf(label));
  }

  private remembered(key: string, find: (key: string) => Measure | undefined): Measure | undefined {
    if (key.length > longestLabel) return undefined;
    if (!this.known.has(key)) this.known.set(key, find(key));
    return this.known.get(key);
  }

  /** What stands in brackets, behind a comma or a colon, at the end behind its scale, or alone. */
  private measureOf(text: string): Measure | undefined {
    const brackets = [...text.matchAll(/[(（[]([^()（）[\]]+)[)）\]]/g)].map(([, inside = '']) => inside);
    for (const inside of [...brackets.reverse(), ...text.split(/[,，:：]/).slice(1), text]) {
      const measure = this.phrase(inside.trim());
      if (measure) return measure;
    }
    const words = text.split(/\s+/);
    for (let i = 1; i < words.length; i++) {
      const measure = this.whole(words.slice(i).join(' '));
      // A unit alone at the end of a title may be what something is counted by: *price per tonne*.
      if (measure && (measure.quantity.unit === '%' || measure.scale.compare(Exact.of(1)) > 0)) return measure;
    }
    return undefined;
  }

  /** A measure behind a little word and a colon: *in Mio. Euro*, 单位：万吨. */
  private phrase(text: string): Measure | undefined {
    if (this.lexicon.after.match(text, 0, A.per)) return undefined;
    const behind = /^(?:\p{Ll}{1,3}\s+|[^:：]{1,12}[:：]\s*)(.+)$/u.exec(text)?.[1];
    return this.whole(text) ?? (behind === undefined ? undefined : this.whole(behind));
  }

  /** The measure that a text is, all of it; behind a percent sign it may say of what. */
  private whole(text: string): Measure | undefined {
    // *Per tonne* and *per 100 000* say what something is counted by, and *Top 10 %* whom it is about.
    if (text === '' || text.length > longestMeasure || /^\p{L}$|\d/u.test(text)) return undefined;
    if (this.lexicon.after.match(text, 0, A.per)) return undefined;
    for (const amount of amountsOf(text)) {
      const { quantities } = this.read(amount);
      const [quantity] = quantities;
      if (!quantity?.value || quantity.start !== 0 || quantities.length > 1) continue;
      const rest = amount.slice(Math.max(quantity.end, quantity.nounSpan?.end ?? 0)).trim();
      const says = quantity.unit !== undefined || quantity.value.compare(Exact.of(1)) !== 0;
      if (says && (rest === '' || quantity.unit === '%') && isPowerOfTen(quantity.value))
        return { scale: quantity.value, quantity };
    }
    return undefined;
  }
}

/** What a cell shows. */
const labelOf = (text: string, { start, end }: Cell): string => text.slice(start, end).replace(/[*_`]/g, '').trim();

const isPowerOfTen = (value: Exact): boolean => /^10*$/.test(value.toString());

/** A measure with one of it before it, or behind the sign of its currency: `1 Mio. €`, `£1 million`, `EUR 1 million`. */
function amountsOf(measure: string): string[] {
  const [, sign = '', rest = ''] = /^(\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}(?=\s))\s*(.*)$/u.exec(measure) ?? [];
  const behind =
    sign === '' ? [] : [`${sign}${/\p{Sc}$/u.test(sign) ? '' : ' '}1${/^\p{L}\s?\p{L}/u.test(rest) ? ' ' : ''}${rest}`];
  return [`1 ${measure}`, `1${measure}`, ...behind];
}
