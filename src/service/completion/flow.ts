import { maxNesting } from '../../records/limits.ts';
import type { Span } from '../../text/span.ts';
import type { Cursor } from './cursor.ts';
import { enterKey, type Frame, listFrame, mapFrame, type Path, pathInside } from './frames.ts';
import { closingQuote, rowAt } from './row.ts';

/** Where brackets that open at `start` end: behind the last one, or where lines stop being indented deeper than `column`. */
export function flowEnd(
  text: string,
  start: number,
  column: number,
): { readonly end: number; readonly closed: boolean } | undefined {
  if (text[start] !== '[' && text[start] !== '{') return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const unit = text[at] as string;
    if (unit === '[' || unit === '{') depth += 1;
    else if (unit === ']' || unit === '}') depth -= 1;
    else if (isOpeningQuote(text, at)) at = (closingQuote(text, at, lineEnd(text, at)) ?? at + 1) - 1;
    else if (unit === '\n' && !goesOn(text, at + 1, column)) return { end: beforeBreak(text, at), closed: false };
    if (depth === 0) return { end: at + 1, closed: true };
  }
  return { end: text.length, closed: false };
}

/** A line goes on with brackets where it is empty, indented deeper than their line, or closes them. */
function goesOn(text: string, start: number, column: number): boolean {
  const row = rowAt(text, start);
  const first = text[row.start + row.indent];
  return row.start < row.end && (row.indent > column || first === ']' || first === '}') && row.dashes.length === 0;
}

/** The cursor between brackets that take up `span`. `frames` hold what stands around them. */
export function cursorInFlow(
  text: string,
  span: Span,
  offset: number,
  frames: readonly Frame[],
  column: number,
): Cursor | undefined {
  const walk = new Walk(text, frames, column);
  let found: Token | undefined;
  for (let at = span.start; at <= span.end; at += 1) {
    if (at >= offset && !found)
      found = { frames: [...walk.frames], start: walk.token, path: pathInside(walk.top), isKey: walk.isAtKey };
    if (at < span.end) at = walk.step(at, span.end);
    if (walk.frames.length > maxNesting) return undefined;
  }
  return found && found.start <= offset ? inToken(text, offset, found, column) : undefined;
}

/** What is typed between two marks, and what is open around it. */
interface Token {
  readonly frames: readonly Frame[];
  readonly start: number;
  readonly path: Path;
  readonly isKey: boolean;
}

/** Goes through brackets unit by unit, and keeps the frames that are open. */
class Walk {
  readonly frames: Frame[];
  /** Where the word begins that is being read. */
  token = 0;

  constructor(
    private readonly text: string,
    frames: readonly Frame[],
    private readonly column: number,
  ) {
    this.frames = [...frames];
  }

  get top(): Frame {
    return this.frames[this.frames.length - 1] as Frame;
  }

  get isAtKey(): boolean {
    return this.top.kind === 'map' && this.top.current === undefined;
  }

  /** Takes one unit, or a whole text in quotation marks; gives the offset of the last unit that was taken. */
  step(at: number, end: number): number {
    const unit = this.text[at];
    if (isOpeningQuote(this.text, at)) return (closingQuote(this.text, at, end) ?? at + 1) - 1;
    switch (unit) {
      case '{':
        this.frames.push(mapFrame(pathInside(this.top), this.column, true));
        this.token = at + 1;
        break;
      case '[':
        this.frames.push({ ...listFrame(pathInside(this.top), this.column, true), index: 0 });
        this.token = at + 1;
        break;
      case '}':
      case ']':
        this.enterValue(at);
        if (this.top.flow) this.frames.pop();
        this.token = at + 1;
        break;
      case ',':
        this.enterValue(at);
        if (this.top.kind === 'list') this.top.index += 1;
        else delete this.top.current;
        this.token = at + 1;
        break;
      case ':':
        this.colon(at);
        break;
    }
    return at;
  }

  private colon(at: number): void {
    const { top } = this;
    const next = this.text[at + 1];
    if (top.kind !== 'map' || !top.flow || top.current !== undefined) return;
    if (!(next === undefined || /[\s,\]}]/.test(next) || /["']/.test(this.text[at - 1] ?? ''))) return;
    const key = trimmed(this.text, this.token, at);
    const value = this.text.slice(key.start, key.end).replace(/^(["'])(.*)\1$/s, '$2');
    enterKey(top, { ...key, value }, { start: at + 1, end: at + 1 }, '');
    this.token = at + 1;
  }

  private enterValue(at: number): void {
    const { top } = this;
    if (top.kind !== 'map' || top.current === undefined) return;
    const entry = top.keys.get(top.current);
    const value = trimmed(this.text, this.token, at);
    if (entry && entry.text === '')
      top.keys.set(top.current, { ...entry, value, text: this.text.slice(value.start, value.end) });
  }
}

function inToken(text: string, offset: number, { frames, start: from, path, isKey }: Token, column: number): Cursor {
  const top = frames[frames.length - 1] as Frame;
  // Of a word over several lines only the last one is replaced.
  let start = Math.max(from, text.lastIndexOf('\n', offset - 1) + 1);
  while (start < offset && /\s/.test(text[start] ?? '')) start += 1;
  let end = offset;
  while (
    end < text.length &&
    !/[,\]}\r\n]/.test(text[end] ?? '') &&
    !(text[end] === ':' && /\s/.test(text[end + 1] ?? ' '))
  )
    end += 1;
  const replace = { start, end: Math.max(offset, trimmed(text, start, end).end) };
  return {
    at: isKey ? 'key' : top.kind === 'map' ? 'value' : 'node',
    path: isKey ? top.path : path,
    typed: text.slice(start, offset),
    replace,
    maps: frames.filter((frame) => frame.kind === 'map').reverse(),
    flow: true,
    wantsSpace: text[start - 1] === ':' || (text[start - 1] === ',' && start === offset),
    hasColon: isKey && text[end] === ':',
    column,
    below: false,
  };
}

/** A quotation mark where a text may begin; elsewhere it is an apostrophe. */
const isOpeningQuote = (text: string, at: number): boolean =>
  (text[at] === '"' || text[at] === "'") && /[\s[{,:]/.test(text[at - 1] ?? ' ');

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1;
  while (start < end && /\s/.test(text[start] as string)) start += 1;
  return { start, end };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const beforeBreak = (text: string, at: number): number => (text[at - 1] === '\r' ? at - 1 : at);
