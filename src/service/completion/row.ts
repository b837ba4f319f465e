import { maxNesting } from '../../records/limits.ts';
import type { Located, Span } from '../../text/span.ts';

/** One line of a YAML text, taken apart without asking whether the text as a whole is YAML. Columns are UTF-16 units. */
export interface Row extends Span {
  /** Offset of its first unit; `end` stands before its line break. */
  readonly start: number;
  /** Column of the first unit that is no white space. */
  readonly indent: number;
  /** Columns of the dashes that begin entries of lists. */
  readonly dashes: readonly number[];
  /** Column of what stands behind indentation and dashes. */
  readonly column: number;
  /** The key that stands there, where one does. */
  readonly key?: Located<string>;
  /** What stands behind the colon, or there where no key stands; a comment left out. Empty where there is nothing. */
  readonly value: Span;
  /** Nothing stands on it, or only a comment. */
  readonly blank: boolean;
  /** Offset at which a comment begins; the end of the row where there is none. */
  readonly comment: number;
}

/** No key of the format is longer; what is longer is text that happens to hold a colon. */
const longestKey = 200;

/** Takes the line apart that begins at `start`. */
export function rowAt(text: string, start: number): Row {
  const end = endOfLine(text, start);
  let at = skipSpace(text, start, end);
  const indent = at - start;
  const dashes: number[] = [];
  while (text[at] === '-' && at < end && dashes.length < maxNesting && (at + 1 === end || isSpace(text[at + 1]))) {
    dashes.push(at - start);
    at = skipSpace(text, at + 1, end);
  }
  const from = at;
  const key = keyAt(text, from, end);
  if (key) at = skipSpace(text, text.indexOf(':', key.end) + 1, end);
  const comment = commentAt(text, at, end);
  const value = { start: at, end: trimmedEnd(text, at, comment) };
  const blank = dashes.length === 0 && !key && value.end === value.start;
  return { start, end, indent, dashes, column: from - start, ...(key && { key }), value, blank, comment };
}

/** Every line of a text in its order. */
export function* rowsOf(text: string): Generator<Row, void, undefined> {
  for (let start = 0; start <= text.length; ) {
    const row = rowAt(text, start);
    yield row;
    start = row.end + (text.startsWith('\r\n', row.end) ? 2 : 1);
  }
}

/** A key with the colon behind it, quoted or not; its span holds its quotation marks. */
function keyAt(text: string, start: number, end: number): Located<string> | undefined {
  const first = text[start];
  if (start >= end || first === undefined || '#&*!|>%@`[]{},'.includes(first)) return undefined;
  if (first === '"' || first === "'") {
    const close = closingQuote(text, start, end);
    const colon = close === undefined ? -1 : skipSpace(text, close, end);
    if (close === undefined || text[colon] !== ':' || !isSpaceOrEnd(text, colon + 1, end)) return undefined;
    return { value: text.slice(start + 1, close - 1), start, end: close };
  }
  const most = Math.min(end, start + longestKey);
  let colon = start + 1;
  while (colon < most && !(text[colon] === ':' && isSpaceOrEnd(text, colon + 1, end))) colon += 1;
  if (colon >= most) return undefined;
  const keyEnd = trimmedEnd(text, start, colon);
  const value = text.slice(start, keyEnd);
  return / #/.test(value) ? undefined : { value, start, end: keyEnd };
}

/** Offset behind the quotation mark that closes the one at `start`; undefined where none does before `end`. */
export function closingQuote(text: string, start: number, end: number): number | undefined {
  const mark = text[start];
  for (let at = start + 1; at < end; at += 1) {
    if (mark === '"' && text[at] === '\\') at += 1;
    else if (text[at] === mark) {
      if (mark === '"' || text[at + 1] !== mark) return at + 1;
      at += 1;
    }
  }
  return undefined;
}

/** Where a comment begins on a line: a number sign behind white space, outside of quotation marks. */
function commentAt(text: string, start: number, end: number): number {
  let at = start;
  const first = text[start];
  if (first === '"' || first === "'") at = closingQuote(text, start, end) ?? end;
  for (; at < end; at += 1) {
    if (text[at] === '#' && (at === 0 || at === start || isSpace(text[at - 1]))) return at;
  }
  return end;
}

export const isSpace = (unit: string | undefined): boolean => unit === ' ' || unit === '\t';

const isSpaceOrEnd = (text: string, at: number, end: number): boolean => at >= end || isSpace(text[at]);

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text[at])) at += 1;
  return at;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text[at - 1])) at -= 1;
  return at;
}

function endOfLine(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  if (at < 0) return text.length;
  return at > start && text[at - 1] === '\r' ? at - 1 : at;
}
