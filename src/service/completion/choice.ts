import { CompletionItemKind } from 'vscode-languageserver-types';
import { quoteAsBlock, quoteInMarks } from '../../records/quoting.ts';
import { coreValue } from '../../records/tree.ts';
import type { Request } from './request.ts';

/** Something to choose, before it is known how the editor writes it. */
export interface Choice {
  /** What a person reads in the list. */
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What stands beside the label: a name, a sentence. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is written, lines separated by `\n`; the label where it is left out. */
  readonly insert?: string;
  /** `insert` is a snippet in the syntax of the Language Server Protocol. */
  readonly snippet?: boolean;
  /** More words by which it is found. */
  readonly words?: readonly string[];
  /** A list of choices may follow as soon as it is taken. */
  readonly goesOn?: boolean;
}

/** What a choice stands for, so that editors show different signs. */
export const kinds = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  agency: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
  unit: CompletionItemKind.Unit,
  quote: CompletionItemKind.Text,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  snippet: CompletionItemKind.Snippet,
} as const;

/** A text as a value of YAML: as it is where that reads back to the same text, else in quotation marks. */
export const scalar = (text: string): string =>
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._/+²³°()-]*[\p{L}\p{M}\p{N}²³°)])?$/u.test(text) &&
  typeof coreValue(text) === 'string'
    ? text
    : quoteInMarks(text);

/** A text inside a snippet, where it means nothing but itself. */
const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop of a snippet with the text that stands there until something is typed. */
export const stop = (number: number, text: string): string => `\${${number}:${inSnippet(text)}}`;

/** What a snippet writes for an editor that knows no tab stops: the first choice, the text of the placeholder, nothing. */
export const withoutStops = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');

/** Words of an article as a quote: a block below its key, but where it is written in brackets, or a comment would become part of the block. */
export function quoteValue({ draft: { text }, cursor }: Request, quote: string): string {
  const isCommented = /^[ \t]*#/.test(text.slice(cursor.replace.end, cursor.replace.end + 200));
  return cursor.flow || isCommented ? quoteInMarks(quote) : quoteAsBlock(quote, cursor.column + 2);
}
