import type { Span } from './span.ts';

const fields = 3;

/**
 * From offsets of a changed text back to those of the original: stretches in which both run side by side, held as
 * breakpoints and found by bisection. A stretch is either *linear* (unit for unit) or a *block*, a few units that
 * stand as a whole for a few others (a ligature, a letter with its accent).
 *
 * Three integers a stretch: where it begins in the changed text, where in the original, and the end of a block in the
 * original (-1 for a linear stretch).
 */
export class OffsetMap {
  /** Small to begin with: a table of a quote has hardly ever more, and as many are allocated as there are claims. */
  private table = new Int32Array(5 * fields);
  private used = 0;

  constructor() {
    this.add(0, 0, -1);
  }

  /** From here on unit for unit. */
  linear(changed: number, original: number): void {
    this.add(changed, original, -1);
  }

  /** The units until the next stretch stand as a whole for [original, originalEnd). */
  block(changed: number, original: number, originalEnd: number): void {
    this.add(changed, original, originalEnd);
  }

  /** The span of the original that the units [start, end) of the changed text come from. */
  toOriginal(start: number, end: number): Span {
    const from = this.startOf(start);
    return { start: from, end: end > start ? this.endOf(end - 1) : from };
  }

  private add(changed: number, original: number, blockEnd: number): void {
    // A stretch that stayed empty gives way to the next one.
    const again = this.used > 0 && this.table[this.used - fields] === changed;
    if (again) this.used -= fields;
    if (this.used === this.table.length) {
      const larger = new Int32Array(this.table.length * 2);
      larger.set(this.table);
      this.table = larger;
    }
    this.table[this.used] = changed;
    this.table[this.used + 1] = original;
    this.table[this.used + 2] = blockEnd;
    this.used += fields;
  }

  private startOf(changed: number): number {
    const at = this.find(changed);
    const original = this.table[at + 1] as number;
    return (this.table[at + 2] as number) >= 0 ? original : original + changed - (this.table[at] as number);
  }

  private endOf(changed: number): number {
    const at = this.find(changed);
    const blockEnd = this.table[at + 2] as number;
    return blockEnd >= 0 ? blockEnd : (this.table[at + 1] as number) + changed - (this.table[at] as number) + 1;
  }

  /** Index of the last stretch that begins at or before the offset. */
  private find(changed: number): number {
    let low = 0;
    let high = this.used / fields - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.table[middle * fields] as number) <= changed) low = middle;
      else high = middle - 1;
    }
    return low * fields;
  }
}
