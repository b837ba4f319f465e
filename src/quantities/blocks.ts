import { endsSentence } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/**
 * Cuts a text into blocks that are read each by itself, one behind the other and without a gap. A block ends behind a
 * blank line, and behind a line at whose end a sentence ends: no number has its scale, unit or noun in the next one.
 * The rows of a table stay together.
 */
export function blocksOf(text: string): readonly Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (let line = 0; line < text.length; ) {
    const found = text.indexOf('\n', line);
    if (found < 0) break;
    const next = found + 1;
    const behind = pastBlankLines(text, next);
    if (behind > next || (endsSentence(text, found) && !(hasBar(text, line, found) && startsRow(text, next)))) {
      blocks.push({ start, end: behind });
      start = behind;
    }
    line = behind;
  }
  if (start < text.length) blocks.push({ start, end: text.length });
  return blocks;
}

/** The place in the order of blocks of the one that holds the offset. */
export function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0;
  for (let high = blocks.length - 1; low < high; ) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Behind the lines from `start` on that hold nothing but white space. */
function pastBlankLines(text: string, start: number): number {
  const blank = /(?:[^\S\n]*\n)+/y;
  blank.lastIndex = start;
  return blank.test(text) ? blank.lastIndex : start;
}

const hasBar = (text: string, start: number, end: number): boolean => text.slice(start, end).includes('|');

function startsRow(text: string, start: number): boolean {
  const end = text.indexOf('\n', start);
  return hasBar(text, start, end < 0 ? text.length : end);
}
