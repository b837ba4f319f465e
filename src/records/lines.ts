import { isKnownKey, proseKeys } from './prose.ts';

export interface Line {
  /** Offset of its first unit. */
  readonly start: number;
  /** Without its line end. */
  readonly text: string;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    lines.push({ start, text: text.slice(start, text[end - 1] === '\r' ? end - 1 : end) });
    start = end + 1;
  }
  return lines;
}

export const lineEndOf = (text: string): '\n' | '\r\n' => (text.includes('\r\n') ? '\r\n' : '\n');

/** A key with its value, as they stand in the lines of a text that may not be YAML. */
export interface WrittenEntry {
  readonly key: string;
  /** Column of the key. */
  readonly column: number;
  /** Offset behind the colon. */
  readonly behindColon: number;
  /** Offset of the value. */
  readonly start: number;
  /** The value with its continuation lines, line ends as `\n`; empty where there is none. */
  readonly raw: string;
  /** The value is a block: `>-` and the like. */
  readonly isBlock: boolean;
  /** Index of its last line, and of the line after it. */
  readonly last: number;
  readonly next: number;
}

/** Indentation, hyphens of the list, key, and the white space behind its colon. */
export const entryStart = /^([ \t]*)((?:- +)*)([\p{L}\d_-]+):(?:[ \t]+|$)/u;

export const columnOf = (match: RegExpExecArray): number => (match[1] ?? '').length + (match[2] ?? '').length;

/** The entry that begins on a line; continuation lines are those that are indented more deeply and begin no known key. */
export function entryAt(lines: readonly Line[], index: number): WrittenEntry | undefined {
  const line = lines[index];
  const match = line && entryStart.exec(line.text);
  const key = match?.[3];
  if (!line || !match || key === undefined) return undefined;
  const column = columnOf(match);
  const rest = line.text.slice(match[0].length);
  const sameLine = rest.trim() !== '';
  const isBlock = /^[>|][-+0-9]*\s*(?:#.*)?$/.test(rest);
  let last = index;
  for (let next = index + 1; next < lines.length; next++) {
    const following = lines[next]?.text ?? '';
    if (following.trim() === '') continue;
    if (indentOf(following) <= column || (!isBlock && startsKnownKey(following))) break;
    last = next;
  }
  if (!sameLine && (!proseKeys.has(key) || /^\s*-\s/.test(lines[index + 1]?.text ?? ''))) last = index;
  const first = sameLine ? index : index + 1;
  const begin = lines[first];
  const start = sameLine ? line.start + match[0].length : (begin?.start ?? 0) + indentOf(begin?.text ?? '');
  return {
    key,
    column,
    behindColon: line.start + match[0].trimEnd().length,
    start,
    raw: first <= last ? rawBetween(lines, first, last, start) : '',
    isBlock,
    last,
    next: last + 1,
  };
}

/** Where the value of an entry ends in the text itself, whose line ends may be longer than those of `raw`. */
export function endOf(entry: WrittenEntry, lines: readonly Line[]): number {
  const last = entry.raw.slice(entry.raw.lastIndexOf('\n') + 1);
  const line = lines[entry.last];
  return entry.raw.includes('\n') && line ? line.start + last.length : entry.start + entry.raw.length;
}

function rawBetween(lines: readonly Line[], from: number, to: number, start: number): string {
  const parts = lines.slice(from, to + 1).map((line) => line.text);
  parts[0] = (parts[0] ?? '').slice(start - (lines[from]?.start ?? 0));
  return parts.join('\n').trimEnd();
}

export function startsKnownKey(line: string): boolean {
  const key = entryStart.exec(line)?.[3];
  return key !== undefined && isKnownKey(key);
}

export const indentOf = (line: string): number => line.length - line.trimStart().length;
