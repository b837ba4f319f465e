/**
 * Sentences of French, German, English and Chinese texts. A sentence ends at 。！？； and at . ! ? … before white
 * space and what may begin a sentence; not in a decimal, behind an abbreviation, an initial, a German ordinal or the
 * number of an item; and it ends with its paragraph. Everything is decided from a few characters around the mark.
 * After UAX #29 (sentence boundaries), with suppressions as CLDR has them.
 */
import { abbreviations, isAbbreviation, ordinalNouns } from './abbreviations.ts';
import { isLineBreak } from './classes.ts';
import { afterBreak, isWrap } from './paragraphs.ts';
import type { Span } from './span.ts';

/** A longer stretch without an end is cut here: it is a table or no text at all. */
const longestSentence = 10_000;

/** No word before a full stop is looked at further back. */
const longestWord = 24;

const closers = /["'’”»›)\]）】」』》〉*_]/;
const openers = /["'‘“„«‹([（【「『《〈¿¡*_\s]/;

/** The sentence around an offset, without the white space at its ends; the next one where it stands between two. */
export function sentenceAt(text: string, offset: number): Span {
  const at = Math.max(0, Math.min(offset, text.length));
  const least = Math.max(0, at - longestSentence);
  let start = at;
  let pending = -1;
  for (; start > least; start -= 1) {
    const code = text.charCodeAt(start - 1);
    if (isLineBreak(code) && !(code === 0x0d && text.charCodeAt(start) === 0x0a) && !isWrap(text, start)) break;
    const end = isLastMark(text, start - 1) ? sentenceEnd(text, start - 1) : -1;
    // An offset among the quotation marks that close a sentence belongs to it.
    if (end > at) pending = end;
    else if (end >= 0) {
      start = end;
      break;
    }
  }
  return trimmed(text, start, pending >= 0 ? pending : nextEnd(text, Math.max(at, start)));
}

/** All sentences of a text, in order. */
export function* sentences(text: string): Generator<Span, void, undefined> {
  let at = 0;
  while (at < text.length) {
    const end = nextEnd(text, at);
    const span = trimmed(text, at, end);
    if (span.end > span.start) yield span;
    at = end > at ? end : afterBreak(text, at);
  }
}

/** Whether what stands before the white space at `offset` ends a sentence by its mark, whatever follows on the next line. */
export function endsSentence(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0 && offset - at <= longestWord; at -= 1) {
    if (isLastMark(text, at))
      return sentenceEnd(text, at) >= 0 && /^\s*$/.test(text.slice(sentenceEnd(text, at), offset));
    if (!/[\s"'’”»›)\]）】」』》〉*_¹²³⁰-⁹\d[]/.test(text.charAt(at))) return false;
  }
  return false;
}

/** End of the sentence that goes on at `from`. */
function nextEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + longestSentence);
  for (let at = from; at < most; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) {
      const next = afterBreak(text, at);
      if (next >= text.length || !isWrap(text, next)) return at;
      at = next - 1;
    } else if (isLastMark(text, at)) {
      const end = sentenceEnd(text, at);
      if (end >= 0) return end;
    }
  }
  return most;
}

const isMark = (code: number): boolean =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026 || isCjkMark(code);

/** Of `?!` and `...` the last one decides. */
const isLastMark = (text: string, at: number): boolean =>
  isMark(text.charCodeAt(at)) && !isMark(text.charCodeAt(at + 1));

const isCjkMark = (code: number): boolean =>
  code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0xff0e || code === 0xff61;

/** End of the sentence whose mark stands at `at`, closing quotation marks and brackets included; -1 where none ends. */
function sentenceEnd(text: string, at: number): number {
  const end = closed(text, at + 1);
  if (isCjkMark(text.charCodeAt(at))) return end;
  if (end >= text.length) return end;
  if (!/\s/.test(text.charAt(end))) return /^\p{Script=Han}/u.test(text.slice(end, end + 2)) ? end : -1;
  const next = following(text, end);
  if (/^\p{Ll}/u.test(next)) return -1;
  return text.charAt(at) === '.' && !endsAtStop(text, at, next) ? -1 : end;
}

/** Behind closing marks, also behind a space before them (« Oui. »), and the marks of footnotes. */
function closed(text: string, from: number): number {
  const rest = text.slice(from, from + longestWord);
  const note = /^(?:[¹²³⁰-⁹]+|\[\d{1,3}\])+/.exec(rest);
  let end = from + (note?.[0].length ?? 0);
  for (;;) {
    if (closers.test(text.charAt(end))) end += 1;
    else if (/^[ \u00a0\u202f][»”]/.test(text.slice(end, end + 2))) end += 2;
    else return end;
    if (end - from > longestWord) return end;
  }
}

/** What the next sentence would begin with. */
function following(text: string, from: number): string {
  let at = from;
  while (at - from < longestWord && openers.test(text.charAt(at))) at += 1;
  return text.slice(at, at + longestWord);
}

/** Whether a full stop before white space and a capital, a digit or a sign ends a sentence. */
function endsAtStop(text: string, at: number, next: string): boolean {
  const before = text.slice(Math.max(0, at - longestWord), at);
  const word = /[\p{L}\p{M}\p{N}.]+$/u.exec(before)?.[0] ?? '';
  if (isInitial(word, before)) return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return abbreviations.closing.has(word.toLowerCase()) && /^\p{Lu}/u.test(next);
  if (/^\d{1,2}$/.test(word)) return !isOrdinal(text, at - word.length, next);
  return !isAbbreviation(word, next);
}

/** An initial, or a letter of an abbreviation of several words: `d. h.`, `z. B.`, `u. a.` */
const isInitial = (word: string, before: string): boolean =>
  /^(?:\p{Lu}|[bdeghimnopsuvz])$/u.test(word) || /\bu\.\s?[aä]$/.test(before);

/** `20. März`, `14. Fünfjahresplan`, and the number before an item or heading: `1. Niveau stratégique`. */
function isOrdinal(text: string, start: number, next: string): boolean {
  if (ordinalNouns.test(next)) return true;
  let line = start;
  while (start - line < longestWord && /[ \t]/.test(text.charAt(line - 1))) line -= 1;
  return line === 0 || isLineBreak(text.charCodeAt(line - 1));
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
