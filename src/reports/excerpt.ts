import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Cell, cellsOf } from './display.ts';
import { fitting, type Piece, piece, type Row, type Style } from './row.ts';

/** A part of a text as it is shown: its rows, each with the number of its line where a line begins. */
export interface Excerpt {
  readonly rows: readonly { readonly line?: number; readonly row: Row }[];
  /** One-based number of the first line. */
  readonly line: number;
}

export interface ExcerptSize {
  readonly columns: number;
  /** Rows that one line of the text may take. */
  readonly rows: number;
  /** LineIndex of the text that are shown of a span that covers more. */
  readonly lines: number;
  readonly ascii: boolean;
}

/**
 * The lines on which a span lies, with the span marked and carets under it. A line that is too long is cut at words to
 * the part round the span; the indentation that all lines share is left out.
 */
export function excerptOf(
  text: string,
  span: Span,
  size: ExcerptSize,
  style: Style,
  lines = new LineIndex(text),
): Excerpt {
  const first = lines.positionAt(span.start).line;
  const last = Math.max(first, lines.positionAt(Math.max(span.start, span.end - 1)).line);
  const shown = Math.min(last - first + 1, size.lines);
  const rows: { line?: number; row: Row }[] = [];
  let indent = Number.POSITIVE_INFINITY;
  for (let line = first; line < first + shown; line += 1)
    indent = Math.min(indent, indentOf(text, lineSpan(lines, line)));
  for (let line = first; line < first + shown; line += 1) {
    const place = lineSpan(lines, line);
    const start = Math.min(place.start + indent, place.end);
    const parts = markedRows(text.slice(start, place.end), markIn(text, span, { start, end: place.end }), size, style);
    for (const [index, row] of parts.entries()) rows.push(index === 0 ? { line: line + 1, row } : { row });
  }
  if (shown <= last - first) rows.push({ row: [piece('…', 'dim')] });
  return { rows, line: first + 1 };
}

const lineSpan = (lines: LineIndex, line: number): Span => ({ start: lines.lineStart(line), end: lines.lineEnd(line) });

function indentOf(text: string, { start, end }: Span): number {
  const blank = /^ */.exec(text.slice(start, Math.min(end, start + 200)))?.[0].length ?? 0;
  return blank === end - start ? Number.POSITIVE_INFINITY : blank;
}

/** The part of the span in a line, without the blanks at its ends, relative to the line. An empty span marks one place. */
function markIn(text: string, span: Span, line: Span): Span | undefined {
  let start = Math.max(span.start, line.start);
  let end = Math.min(span.end, line.end);
  if (span.start === span.end && start >= end) return { start: start - line.start, end: start - line.start + 1 };
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  if (end < span.end && blockIndicator.test(text.slice(start, end))) return undefined;
  return start < end ? { start: start - line.start, end: end - line.start } : undefined;
}

/** Units of a line that are looked at: a line of megabytes costs no more than one of a page. */
const reach = 2000;

/** What opens a text of several lines in YAML: not a word of it. */
const blockIndicator = /^[>|][-+\d]*$/;

function markedRows(line: string, mark: Span | undefined, size: ExcerptSize, style: Style): Row[] {
  const from = Math.max(0, (mark?.start ?? 0) - reach);
  const cells = cellsOf(line.slice(from, from + 3 * reach), size.ascii, from);
  const window = windowOf(cells, mark, size);
  const rows: Row[] = [];
  for (let at = window.start; at < window.end || rows.length === 0; ) {
    const before = at === window.start && window.start > 0;
    const fits = Math.min(fitting(cells, at, size.columns - ellipsis(size)), window.end - at);
    const count = Math.max(1, unbroken(cells, at, fits, mark, size));
    const isLast = at + count >= window.end;
    const cut = { before, after: isLast && window.end < cells.length, isLast, dots: ellipsis(size) / 2 };
    rows.push(...markedRow(cells.slice(at, at + count), mark, cut, style));
    at += count;
  }
  return rows;
}

/** Fewer cells where that keeps the mark on one row, which it then begins. */
function unbroken(
  cells: readonly Cell[],
  at: number,
  count: number,
  mark: Span | undefined,
  size: ExcerptSize,
): number {
  const next = cells[at + count];
  if (mark === undefined || next === undefined || next.offset <= mark.start || next.offset >= mark.end) return count;
  const first = cells.findIndex((cell) => cell.offset >= mark.start);
  if (first <= at) return count;
  const columns = cells.slice(first).reduce((sum, cell) => (cell.offset < mark.end ? sum + cell.width : sum), 0);
  return columns <= size.columns - ellipsis(size) ? first - at : count;
}

/** Columns kept free for the dots at both ends of a row. */
const ellipsis = (size: ExcerptSize): number => (size.ascii ? 6 : 2);

/** The cells that are shown: all, or as many as fit into the rows, the mark a third from their start. */
function windowOf(cells: readonly Cell[], mark: Span | undefined, size: ExcerptSize): Span {
  const room = (size.columns - ellipsis(size)) * size.rows;
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= size.columns - ellipsis(size) || (size.rows > 1 && total <= room * 0.9)) {
    return { start: 0, end: cells.length };
  }
  // Words that wrap leave gaps at the ends of rows: a tenth of the room is kept for them.
  const usable = size.rows > 1 ? room * 0.85 : room;
  let start = cells.findIndex((cell) => cell.offset >= (mark?.start ?? 0));
  if (start < 0) start = cells.length;
  for (let free = usable / 3; start > 0; start -= 1) {
    free -= cells[start - 1]?.width ?? 1;
    if (free < 0) break;
  }
  start = wordStart(cells, start, mark);
  let end = start;
  for (let free = usable; end < cells.length; end += 1) {
    free -= cells[end]?.width ?? 1;
    if (free < 0) break;
  }
  return { start, end: wordEnd(cells, end, mark) };
}

function wordStart(cells: readonly Cell[], from: number, mark: Span | undefined): number {
  if (from === 0) return 0;
  for (let at = from; at < from + 20 && at < cells.length; at += 1) {
    if ((cells[at]?.offset ?? 0) >= (mark?.start ?? 0)) break;
    if (cells[at - 1]?.shown === ' ' || cells[at - 1]?.width === 2) return at;
  }
  return from;
}

function wordEnd(cells: readonly Cell[], from: number, mark: Span | undefined): number {
  const cut = cells[from]?.offset;
  if (cut === undefined) return cells.length;
  const kept = mark === undefined ? 1 : mark.end <= cut ? mark.end : mark.start + 1;
  for (let at = from; at > from - 20 && (cells[at]?.offset ?? 0) >= kept; at -= 1) {
    if (cells[at]?.shown === ' ' || cells[at - 1]?.width === 2) return at;
  }
  return from;
}

/** A row of cells and, where part of it is marked, a row of carets below. */
function markedRow(
  cells: readonly Cell[],
  mark: Span | undefined,
  cut: { readonly before: boolean; readonly after: boolean; readonly isLast: boolean; readonly dots: number },
  style: Style,
): Row[] {
  const text: Piece[] = cut.before ? [piece('…', 'dim')] : [];
  const isMarked = (cell: Cell) => mark !== undefined && cell.offset >= mark.start && cell.offset < mark.end;
  const groups = { before: '', marked: '', after: '' };
  let lead = 0;
  let carets = 0;
  for (const cell of cells) {
    if (isMarked(cell)) {
      groups.marked += cell.shown;
      carets += cell.width;
    } else if (carets === 0) {
      groups.before += cell.shown;
      lead += cell.width;
    } else groups.after += cell.shown;
  }
  if (carets === 0 && mark !== undefined && cut.isLast && isEndMark(cells, mark)) carets = 1;
  text.push(piece(groups.before), piece(groups.marked, style), piece(groups.after));
  if (cut.after) text.push(piece('…', 'dim'));
  if (carets === 0) return [text];
  const blanks = lead + (cut.before ? cut.dots : 0);
  return [text, [piece(' '.repeat(blanks)), piece('^'.repeat(carets), style)]];
}

/** An empty place behind the last character: a caret stands there all the same. */
const isEndMark = (cells: readonly Cell[], mark: Span): boolean => {
  const last = cells[cells.length - 1];
  return mark.start === (last ? last.offset + 1 : 0);
};
