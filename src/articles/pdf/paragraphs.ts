import { CJK, classAt } from '../../text/classes.ts';
import type { Flow } from '../flow.ts';
import { type Line, textOf } from './lines.ts';

/** A line and its number in the document, which is the place that the flow keeps. */
export interface NumberedLine {
  readonly line: Line;
  readonly number: number;
}

/** Lines further apart than so many times their distance in a paragraph belong to two. */
const leading = 1.7;
/** Sizes that differ by less than this share are one. */
const sizeSlack = 0.12;

/** Words that hold a hyphen somewhere in the document: there it belongs to the word, at the end of a line too. */
export function hyphenatedWords(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of textOf(line).matchAll(/\p{L}+(?:[-‐]\p{L}+)+/gu))
      words.add(word.replaceAll('‐', '-').toLowerCase());
  }
  return words;
}

/** Writes lines as paragraphs: a line goes on with the one before it where their places and their words say so. */
export function writeParagraphs(lines: readonly NumberedLine[], flow: Flow, words: ReadonlySet<string>): void {
  let before: Line | undefined;
  let widest = 0;
  for (const { line, number } of lines) {
    if (before && continues(before, line, widest)) join(before, line, flow, words, number);
    else {
      if (line.cells.length > 1) flow.row();
      else flow.paragraph();
      widest = 0;
    }
    widest = Math.max(widest, line.right - line.left);
    for (const [index, cell] of line.cells.entries()) {
      if (index > 0) flow.cell();
      flow.write(cell, number, number + 1);
    }
    before = line;
  }
  flow.paragraph();
}

function continues(before: Line, line: Line, widest: number): boolean {
  if (before.cells.length > 1 || line.cells.length > 1 || before.angle !== line.angle) return false;
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > sizeSlack * size) return false;
  const text = textOf(line);
  if (/^(?:[-–—•·▪●◦■]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)/u.test(text)) return false;
  const end = textOf(before);
  const isOpen = !/[.!?:;。！？：；…][)»”"’\]]*$/u.test(end);
  const down = line.y - before.y;
  // The next column or page begins higher up, or far to the right: a sentence may go on there.
  if (down <= 0 || down > 4 * size) {
    const isFull = before.right - before.left > 0.9 * widest && Math.abs(before.size - line.size) < 0.02 * size;
    return isOpen && (isFull || /^[\p{Ll}\p{Nd}\p{Script=Han}]/u.test(text));
  }
  if (down > leading * size) return false;
  const isShort = before.right - before.left < 0.75 * widest;
  const isIndented = line.left > before.left + 0.8 * size && before.left <= line.left - 0.8 * size;
  if (isIndented && !isOpen) return false;
  return isOpen || !isShort;
}

/** Writes what stands between two lines of a paragraph: a space, nothing, or the rest of a hyphen. */
function join(before: Line, line: Line, flow: Flow, words: ReadonlySet<string>, number: number): void {
  const end = textOf(before);
  const start = textOf(line);
  const hyphen = /(\p{L}+|\p{Nd})[-‐\u00ad]$/u.exec(end)?.[1];
  if (hyphen !== undefined) {
    const next = /^[\p{L}\p{Nd}]+/u.exec(start)?.[0] ?? '';
    if (/^(?:und|oder|bzw|et|ou|and|or)$/u.test(next)) flow.space();
    else if (/^\p{Ll}/u.test(next) && !words.has(`${hyphen}-${next}`.toLowerCase())) flow.softenHyphen(number);
    return;
  }
  if (/[-‐–—/]$/u.test(end) && !/\s[-–—/]$/u.test(end)) return;
  if (!isTight(end, start)) flow.space();
}

/** Chinese is written without spaces; a number within it may be cut anywhere. */
function isTight(end: string, start: string): boolean {
  const han = (text: string, at: number) => classAt(text, at) === CJK;
  const digits = /^\d+/.exec(start)?.[0];
  if (digits !== undefined && /\d$/.test(end)) {
    const cut = /\d+$/.exec(end)?.index ?? 0;
    return cut > 0 && han(end, cut - 1) && han(start, digits.length);
  }
  return han(end, end.length - 1) || han(start, 0);
}
