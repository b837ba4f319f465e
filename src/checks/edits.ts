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

/** Puts the words of an article in the place of a quote. */
export function replacedQuote({ text, mapping }: Place, quote: Span, words: string, title: string): Fix {
  const indent = keyColumn(text, quote.start) + 2;
  const newText = isFlow(text, mapping) ? quoteInMarks(words) : quoteAsBlock(words, indent, lineEndOf(text));
  return replacement(quote, newText, title);
}

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

function insertedLine(text: string, after: Span, line: string): Edit {
  const at = lineEnd(text, after.end);
  const indent = ' '.repeat(keyColumn(text, after.start));
  return { start: at, end: at, newText: `${lineEndOf(text)}${indent}${line}` };
}

const isFlow = (text: string, mapping: Span): boolean => text[mapping.start] === '{';

/** The column of the key on the line of a node: behind its indentation and the dashes of lists. */
function keyColumn(text: string, offset: number): number {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  return /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at > offset ? at - 1 : at;
}

const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
