/** Changes of one key of a claim in the record's source text. */
import type { Span } from '../../src/text/span.ts';
import type { Mutant } from './mutant.ts';

type Edit = Mutant['edit'];

/** A key and its value behind another value of the same mapping, in the way in which that one is written. */
export function insertion(text: string, after: Span, key: string, value: string): Edit {
  const line = text.slice(text.lastIndexOf('\n', after.start - 1) + 1, after.start);
  const at = after.end;
  if (/[{,]/.test(line)) return { start: at, end: at, newText: `, ${key}: ${value}` };
  const end = endOfLine(text, at);
  const indent = ' '.repeat(/^ *(?:- +)*/.exec(line)?.[0].length ?? 0);
  return { start: end, end, newText: `\n${indent}${key}: ${value}` };
}

/** Takes out a key with the value given: its line, or its place between braces. */
export function removal(text: string, value: Span): Edit {
  const start = text.lastIndexOf('\n', value.start - 1) + 1;
  const key = /([{,]\s*)?[\w-]+:\s*$/.exec(text.slice(start, value.start));
  const isAlone = /^\s*[\w-]+:\s*$/.test(text.slice(start, value.start));
  if (isAlone) return { start, end: Math.min(endOfLine(text, value.end) + 1, text.length), newText: '' };
  const from = start + (key?.index ?? 0);
  return { start: text[from] === '{' ? from + 1 : from, end: value.end, newText: '' };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
