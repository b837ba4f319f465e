/**
 * Paragraphs. A blank line ends one everywhere. Whether a single line break does is told from the two lines beside it,
 * so that the answer costs the same in a short text and in one of ten megabytes: it is a mere wrap where the line
 * before it is as long as wrapped lines are and the line behind it is no longer, and begins no list, table or heading.
 */
import { CJK, classAt, isLineBreak } from './classes.ts';
import type { Span } from './span.ts';

/** Nobody wraps lines wider than this; a longer one is a paragraph. A Chinese character is two columns wide. */
const widestWrap = 120;

/** Nobody wraps lines narrower than this; a shorter one is a heading, an item, or the last of its paragraph. */
const narrowestWrap = 40;

/** How a line begins that goes on with none before it: heading, quotation, table, item of a list. */
const opening =
  /^\s{0,8}(?:#|>|\||[-+*•·–—◦▪●]\s|\p{Nd}{1,3}[.)、]\s?|[(（]\p{Nd}{1,2}[)）]|[一二三四五六七八九十]{1,3}、)/u;

/** The paragraph around an offset, without the line break behind it; empty on a blank line. */
export function paragraphAt(text: string, offset: number): Span {
  const at = Math.max(0, Math.min(offset, text.length));
  let start = lineStart(text, at);
  while (start > 0 && isWrap(text, start)) start = lineStart(text, breakStart(text, start));
  return { start, end: paragraphEnd(text, at) };
}

/** End of the paragraph around an offset. */
export function paragraphEnd(text: string, offset: number): number {
  let end = lineEnd(text, offset);
  for (let next = afterBreak(text, end); next > end && isWrap(text, next); next = afterBreak(text, end)) {
    end = lineEnd(text, next);
  }
  return end;
}

/** Whether the line break before the line that begins at `start` is a mere wrap. */
export function isWrap(text: string, start: number): boolean {
  const end = breakStart(text, start);
  if (isBlank(text, start)) return false;
  const before = width(text, end, -1);
  if (before < narrowestWrap || before > widestWrap || width(text, start, 1) > widestWrap) return false;
  return !opening.test(text.slice(start, start + 16));
}

/** Offset behind the line break at `end`, or `end` at the end of the text. */
export function afterBreak(text: string, end: number): number {
  if (end >= text.length) return end;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function breakStart(text: string, start: number): number {
  return text.startsWith('\r\n', start - 2) && start >= 2 ? start - 2 : start - 1;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  // Between the two units of one line break the line before it is meant.
  if (at > 0 && text.startsWith('\r\n', at - 1)) at -= 1;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset > 0 && text.startsWith('\r\n', offset - 1) ? offset - 1 : offset;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(text: string, start: number): boolean {
  for (let at = start; at < text.length && !isLineBreak(text.charCodeAt(at)); at += 1) {
    if (!/\s/.test(text.charAt(at))) return false;
  }
  return true;
}

/** Columns of the line from `from` on, or before it; counted no further than needed. */
function width(text: string, from: number, step: 1 | -1): number {
  let columns = 0;
  for (let at = step > 0 ? from : from - 1; columns <= widestWrap; at += step) {
    if (at < 0 || at >= text.length || isLineBreak(text.charCodeAt(at))) break;
    columns += classAt(text, at) === CJK ? 2 : 1;
  }
  return columns;
}
