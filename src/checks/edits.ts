import type { Fix } from '../records/problem.ts';
import { quoteAsBlock, quoteInMarks } from '../records/quoting.ts';
import type { Span } from '../text/span.ts';

type Edit = Fix['edits'][number];

/** A change of one scalar of the record. */
export const replacement = (span: Span, newText: string, title: string): Fix => ({
  title,
  edits: [{ start: span.start, end: span.end, newText }],
  safe: false,
});

/** A mapping of the record, and the text in which both lie. */
interface Place {
  readonly text: string;
  readonly mapping: Span;
}

/** Writes a new key behind a value of the mapping, in the way in which the mapping is written. */
export function insertedKey({ text, mapping }: Place, after: Span, key: string, value: string, title: string): Fix {
  const edit = isFlow(text, mapping)
    ? { start: after.end, end: after.end, newText: `, ${key}: ${value}` }
    : insertedLine(text, after, `${key}: ${value}`);
  return { title, edits: [edit], safe: false };
}

/** Writes the words of an article as a quote behind a value of the mapping. */
export function insertedQuote(place: Place, after: Span, quote: string, title: string): Fix {
  const { text, mapping } = place;
  const indent = keyColumn(text, after.start);
  const value = isFlow(text, mapping) ? quoteInMarks(quote) : quoteAsBlock(quote, indent + 2, lineEndOf(text));
  return insertedKey(place, after, 'quote', value, title);
}

/** Puts the words of an article in the place of a quote; a comment on its line stays one. */
export function replacedQuote({ text, mapping }: Place, quote: Span, words: string, title: string): Fix {
  if (isFlow(text, mapping)) return replacement(quote, quoteInMarks(words), title);
  const written = quoteAsBlock(words, keyColumn(text, quote.start) + 2, lineEndOf(text));
  const comment = /^[ \t]+#.*/.exec(text.slice(quote.end, lineEnd(text, quote.end)))?.[0] ?? '';
  if (comment === '' || !written.startsWith(blockMark)) return replacement(quote, written, title);
  const whole = { start: quote.start, end: quote.end + comment.length };
  return replacement(whole, `${blockMark}${comment.trimEnd()}${written.slice(blockMark.length)}`, title);
}

/** Behind it, on its line, stands nothing but a comment. */
const blockMark = '>-';

/** Takes a key out: its whole line where it stands alone on one, else by giving it the value that says nothing. */
export function removedKey(text: string, value: Span, neutral: string, title: string): Fix {
  const start = lineStart(text, value.start);
  const end = lineEnd(text, value.end);
  const isAlone =
    /^\s*[\w-]+:[ \t]*$/.test(text.slice(start, value.start)) && /^[ \t]*$/.test(text.slice(value.end, end));
  if (!isAlone) return replacement(value, neutral, title);
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return { title, edits: [{ start, end: next, newText: '' }], safe: false };
}

/** Writes a new key behind everything that a mapping holds. `value` may go on over lines that are indented already. */
export function appendedKey({ text, mapping }: Place, key: string, value: string, title: string): Fix {
  const written = `${key}: ${value}`;
  if (isFlow(text, mapping)) return { title, edits: [beforeBracket(text, mapping, written)], safe: false };
  const at = contentEnd(text, mapping.end);
  const indent = ' '.repeat(keyColumn(text, mapping.start));
  return { title, edits: [{ start: at, end: at, newText: `${lineEndOf(text)}${indent}${written}` }], safe: false };
}

/** Writes a new entry behind the last one of a list; lines after the first are indented already. */
export function appendedEntry({ text, mapping: list }: Place, entry: string, title: string): Fix {
  if (text[list.start] === '[') return { title, edits: [beforeBracket(text, list, entry)], safe: false };
  const at = contentEnd(text, list.end);
  const indent = ' '.repeat(dashColumn(text, list.start));
  return { title, edits: [{ start: at, end: at, newText: `${lineEndOf(text)}${indent}- ${entry}` }], safe: false };
}

function beforeBracket(text: string, { end }: Span, written: string): Edit {
  let at = end - 1;
  while (/\s/.test(text[at - 1] ?? '')) at -= 1;
  const last = text[at - 1] ?? '';
  return { start: at, end: at, newText: `${'[{,'.includes(last) ? '' : ','}${last === '[' ? '' : ' '}${written}` };
}

/**
 * Takes an entry out of a list, and with the last one the key of the list. Undefined where what is left would not be the
 * same list: in a way of writing that is met nowhere.
 */
export function removedEntry(text: string, entry: Span, isOnly: boolean, title: string): Fix | undefined {
  const start = lineStart(text, entry.start);
  const end = lineEnd(text, contentEnd(text, entry.end));
  if (!/^\s*- +$/.test(text.slice(start, entry.start))) return removedFromBrackets(text, entry, title);
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  if (!isOnly) return { title, edits: [{ start, end: next, newText: '' }], safe: false };
  const keyStart = lineStart(text, start - 1);
  if (start === 0 || !/^\s*[\w-]+:\s*$/.test(text.slice(keyStart, start))) return undefined;
  return { title, edits: [{ start: keyStart, end: next, newText: '' }], safe: false };
}

/** With the comma behind it, else that before it. */
function removedFromBrackets(text: string, { start, end }: Span, title: string): Fix | undefined {
  const behind = /^\s*,\s*/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
  const before = behind > 0 ? 0 : (/,\s*$/.exec(text.slice(Math.max(0, start - 100), start))?.[0].length ?? 0);
  const isEdge = /[[\]]/.test(`${text[start - 1]}${text[end]}`) || behind > 0 || before > 0;
  return isEdge
    ? { title, edits: [{ start: start - before, end: end + behind, newText: '' }], safe: false }
    : undefined;
}

/** Behind the last sign before an offset, a comment on its line included: the comment stays with what it speaks of. */
export function contentEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  const rest = text.slice(end, lineEnd(text, end));
  return /^[ \t]+#/.test(rest) ? end + rest.trimEnd().length : end;
}

/** The column of the dash before the first entry of a list. */
export const dashColumn = (text: string, offset: number): number => {
  const start = lineStart(text, offset);
  return /^ */.exec(text.slice(start, lineEnd(text, offset)))?.[0].length ?? 0;
};

function insertedLine(text: string, after: Span, line: string): Edit {
  const at = lineEnd(text, after.end);
  const indent = ' '.repeat(keyColumn(text, after.start));
  return { start: at, end: at, newText: `${lineEndOf(text)}${indent}${line}` };
}

const isFlow = (text: string, mapping: Span): boolean => text[mapping.start] === '{';

/** The column of the key on the line of a node: behind its indentation and the dashes of lists. */
export function keyColumn(text: string, offset: number): number {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  return /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at > offset ? at - 1 : at;
}

export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
