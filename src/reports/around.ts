import type { Span } from '../text/span.ts';
import { columnsOfRow, piece, type Row, type Screen } from './row.ts';

/** Below so many columns, words around a number tell nothing. */
const fewest = 20;

/**
 * What stands around a place in its line of the text, in one row of at most so many columns, cut between words where there are
 * any; empty where there is no room.
 */
export function wordsAround(text: string, { start, end }: Span, columns: number, screen: Screen): Row {
  if (columns < fewest) return [];
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  for (let side = columns; side > 0; side -= 1) {
    const before = text.slice(from, start).slice(-side);
    const after = text.slice(end, to).slice(0, side);
    const isCutBefore = start - from > before.length;
    const isCutAfter = to - end > after.length;
    const row = [
      piece(`${isCutBefore ? `…${toWord(before)}` : before.trimStart()}`.replace(/\s+/g, ' '), 'dim'),
      piece(text.slice(start, end).replace(/\s+/g, ' '), 'strong'),
      piece(`${isCutAfter ? `${uptoWord(after)}…` : after.trimEnd()}`.replace(/\s+/g, ' '), 'dim'),
    ];
    if (columnsOfRow(row, screen) <= columns) return row;
  }
  return [];
}

/** Without the word that is cut off; a text without spaces is cut anywhere, but not within a character. */
const toWord = (text: string): string => /^\S{0,14}\s(.*)$/s.exec(text)?.[1] ?? text.replace(/^[\udc00-\udfff]/, '');
const uptoWord = (text: string): string => /^(.*)\s\S{0,14}$/s.exec(text)?.[1] ?? text.replace(/[\ud800-\udbff]$/, '');
