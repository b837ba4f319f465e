import { CJK, classAt } from '../text/classes.ts';
import { OffsetMap } from '../text/offsets.ts';
import type { Span } from '../text/span.ts';

/** What stands between two pieces of text; of several the highest counts, but that a cell parts a row and no more. */
const NONE = 0;
const SPACE = 1;
const LINE = 2;
const FIXED_LINE = 3;
const PARAGRAPH = 4;
const CELL = 5;
const ROW = 6;

/** What parts the cells of a row, of which some between may be empty: nobody reads a number, a unit or a noun across it. */
const cellMark = (empty: number): string => `${' |'.repeat(empty + 1)} `;

/** The bar at the outer end of a row only frames it, so that empty cells there take one more. */
const behindRow = (empty: number): string => (empty === 0 ? '' : ' |'.repeat(empty + 1));
const beforeRow = (empty: number): string => (empty === 0 ? '' : '| '.repeat(empty + 1));

/** What is known of what stands between two pieces of text, beside its kind. */
interface Waiting {
  readonly isRow: boolean;
  /** Empty cells before the next piece, and at the end of the row before. */
  readonly empty: number;
  readonly emptyBefore: number;
  /** Both stand in rows of one table of data, which is one block of lines. */
  readonly inTable: boolean;
}

const nothingWaits: Waiting = { isRow: false, empty: 0, emptyBefore: 0, inTable: false };

/**
 * Writes the running text of a document whose parts come one after the other: paragraphs are parted by a blank line,
 * cells of a row by a bar, and runs of white space are one space. Keeps the way back to the places in the document,
 * which are offsets in it (or whatever numbers the writer of the flow can make something of).
 */
export class Flow {
  readonly map = new OffsetMap();
  private readonly parts: string[] = [];
  private length = 0;
  private last = '';
  private between = NONE;
  private waiting = nothingWaits;
  /** Place in the document behind the last piece. */
  private end = 0;
  /** Where the cell at hand begins in the text: one that holds several paragraphs is no cell of figures. */
  private cellStart = 0;
  private lastBreak = -1;
  /** Where the cell that was opened last begins. */
  private openedAt = -1;

  get size(): number {
    return this.length;
  }

  text(): string {
    return this.parts.join('');
  }

  /** The last unit written; empty at the beginning. */
  get lastUnit(): string {
    return this.between === NONE ? this.last : '';
  }

  space(): void {
    this.part(SPACE);
  }

  /** A line break that the author set: it parts lines of an address, or wraps a heading. */
  line(): void {
    this.part(LINE);
  }

  /** A line break that is never a mere wrap, as in a listing. */
  fixedLine(): void {
    this.part(FIXED_LINE);
  }

  paragraph(): void {
    this.part(PARAGRAPH);
  }

  /** Between two rows of one table of data; `row` is called for each of them. */
  nextRow(): void {
    this.waiting = { ...this.waiting, inTable: true };
  }

  cell(): void {
    this.part(CELL);
  }

  /** Begins a cell that counts even where it stays empty, so that those behind it stay in their columns. */
  openCell(): void {
    this.cell();
    this.openedAt = this.length;
  }

  closeCell(): void {
    if (this.length === this.openedAt) this.waiting = { ...this.waiting, empty: this.waiting.empty + 1 };
    this.cell();
  }

  row(): void {
    const { waiting } = this;
    // A row without any text is none.
    const emptyBefore = this.between < ROW ? waiting.empty : waiting.emptyBefore;
    this.waiting = { ...waiting, isRow: true, empty: 0, emptyBefore };
    this.part(ROW);
  }

  /** Writes `text` for [start, end) of the document: unit for unit where they are equally long, else as a whole. */
  write(text: string, start: number, end = start + text.length): void {
    if (text === '') return;
    this.writeBetween(text, start);
    if (text.length === end - start) this.map.linear(this.length, start);
    else this.map.block(this.length, start, end);
    this.add(text);
    this.end = end;
  }

  /** Turns the hyphen that was written last into one that is only seen at the end of a line. */
  softenHyphen(at: number): void {
    const part = this.parts.pop() ?? '';
    this.length -= 1;
    this.parts.push(part.slice(0, -1));
    this.map.block(this.length, at, at);
    this.add('\u00ad');
  }

  private part(kind: number): void {
    if (kind > this.between) this.between = kind;
  }

  private writeBetween(next: string, start: number): void {
    const { between } = this;
    this.between = NONE;
    const waiting = this.waiting;
    this.waiting = nothingWaits;
    if (between === NONE || this.length === 0) return;
    const mark = this.markOf(between, next, waiting);
    if (mark !== '') {
      this.map.block(this.length, Math.min(this.end, start), Math.max(this.end, start));
      this.add(mark);
    }
    if (mark.includes('\n\n')) this.lastBreak = this.length;
    if (between >= CELL) this.cellStart = this.length;
  }

  private markOf(between: number, next: string, { isRow, empty, emptyBefore, inTable }: Waiting): string {
    if (between === SPACE) return ' ';
    if (between === FIXED_LINE) return '\n';
    if (between === LINE) return this.joins(next) ? this.wrap(next) : '\n';
    if (between === CELL && !isRow && this.lastBreak <= this.cellStart) return cellMark(empty);
    return between === ROW ? `${behindRow(emptyBefore)}${inTable ? '\n' : '\n\n'}${beforeRow(empty)}` : '\n\n';
  }

  /** Whether a sentence or a number goes on behind a line break: after a digit, or with a small letter. */
  private joins(next: string): boolean {
    if (/^\p{Nd}/u.test(next)) return /\p{Nd}[.,]?$/u.test(this.last) && /^\p{Nd}{3}(?!\p{Nd})/u.test(next);
    return /^\p{Ll}/u.test(next) || /[\p{Nd},%]$/u.test(this.last);
  }

  private wrap(next: string): string {
    return classAt(this.last, this.last.length - 1) === CJK && classAt(next, 0) === CJK ? '' : ' ';
  }

  private add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.last = (this.last + text).slice(-2);
  }
}

/** The way back from a text to its document, where text may stand in another order than in it. */
export function placeThrough(map: OffsetMap, { start, end }: Span): Span {
  const place = map.toOriginal(start, end);
  return { start: place.start, end: Math.max(place.start, place.end) };
}
