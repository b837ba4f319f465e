import { type Bite, biteOf } from './bites.ts';
import type { Fix, Problem } from './problem.ts';
import { isKnownKey, nestingKeys, proseKeys, wordKeys } from './prose.ts';
import { quoteAsBlock, quoteInMarks } from './quoting.ts';

/** A slip with the edit that puts it right; the text is read as if the edit had been made. */
export type Slip = Problem & { readonly fix: Fix };

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Finds every value that YAML misreads (a colon, a bracket, a quotation mark, …), with the fix that it wants. */
export function findBites(text: string): Slip[] {
  const lines = linesOf(text);
  const lineEnd = lineEndOf(text);
  const slips: Slip[] = [];
  for (let index = 0; index < lines.length; ) {
    const entry = entryAt(lines, index);
    if (!entry) {
      index++;
      continue;
    }
    const slip = slipOf(entry, text, lineEnd);
    if (slip) slips.push(slip);
    index = entry.next;
  }
  return slips;
}

/** Finds lines that are indented with tabs; one slip for all of them, since they go together. */
export function findTabs(text: string): Slip[] {
  const edits: { start: number; end: number; newText: string }[] = [];
  for (const line of linesOf(text)) {
    const margin = /^[ \t]*(?:-[ \t]+)*/.exec(line.text)?.[0] ?? '';
    if (!margin.includes('\t') || margin.length === line.text.length) continue;
    edits.push({
      start: line.start,
      end: line.start + margin.length,
      newText: margin.replace(/-\t+/g, '- ').replace(/\t/g, '  '),
    });
  }
  const [first] = edits;
  if (!first) return [];
  return [
    {
      rule: 'yaml/syntax',
      start: first.start,
      end: first.end,
      message: `A tab indents ${edits.length === 1 ? 'this line' : `this line and ${edits.length - 1} more`}, and YAML takes only spaces: write two spaces for each tab.`,
      fix: { title: 'Indent with spaces', edits, safe: true },
    },
  ];
}

/** Finds known keys that stand deeper than the entry above them, which has a value already and can hold no key. */
export function findMisindented(text: string): Slip[] {
  const lines = linesOf(text);
  const slips: Slip[] = [];
  let column: number | undefined;
  for (const line of lines) {
    const match = entryStart.exec(line.text);
    const key = match?.[3];
    if (!match || key === undefined || !isKnownKey(key)) {
      if (!/^\s*(?:#|$)/.test(line.text)) column = undefined;
      continue;
    }
    const own = columnOf(match);
    if (column !== undefined && own > column && match[2] === '') {
      const wanted = ' '.repeat(column);
      slips.push({
        rule: 'yaml/syntax',
        start: line.start,
        end: line.start + own + key.length,
        message: `\`${key}\` stands ${own - column} ${own - column === 1 ? 'column' : 'columns'} further to the right than the keys above it: the keys of one entry begin in the same column.`,
        fix: {
          title: `Move \`${key}\` to the left`,
          edits: [{ start: line.start, end: line.start + own, newText: wanted }],
          safe: false,
        },
      });
      continue;
    }
    const rest = line.text.slice(match[0].length).trim();
    column = rest === '' || nestingKeys.has(key) || /^[>|"'[{#]/.test(rest) ? undefined : own;
  }
  return slips;
}

/** Indentation, dashes of the list, key, and the white space behind its colon. */
const entryStart = /^([ \t]*)((?:- +)*)([\p{L}\d_-]+):(?:[ \t]+|$)/u;

const columnOf = (match: RegExpExecArray): number => (match[1] ?? '').length + (match[2] ?? '').length;

interface ValueText {
  readonly key: string;
  /** Column of the key. */
  readonly column: number;
  /** Offset behind the colon. */
  readonly behindColon: number;
  readonly start: number;
  readonly raw: string;
  /** Index of the line after the value. */
  readonly next: number;
  /** Whether the value begins on the line of its key. */
  readonly sameLine: boolean;
}

function entryAt(lines: readonly Line[], index: number): ValueText | undefined {
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
  const first = sameLine ? line : lines[index + 1];
  const end = lines[last];
  const start = sameLine ? line.start + match[0].length : (first?.start ?? 0) + indentOf(first?.text ?? '');
  const raw = end && (sameLine || last > index) ? rawBetween(lines, sameLine ? index : index + 1, last, start) : '';
  const behindColon = line.start + match[0].trimEnd().length;
  return { key, column, behindColon, start, raw, next: last + 1, sameLine };
}

function rawBetween(lines: readonly Line[], from: number, to: number, start: number): string {
  const parts = lines.slice(from, to + 1).map((line) => line.text);
  const cut = start - (lines[from]?.start ?? 0);
  parts[0] = (parts[0] ?? '').slice(cut);
  return parts.join('\n').trimEnd();
}

function slipOf(entry: ValueText, text: string, lineEnd: string): Slip | undefined {
  const prose = proseKeys.has(entry.key) || (isLanguage(entry.key) && !/^[[{]/.test(entry.raw));
  if (!prose && !wordKeys.has(entry.key)) return undefined;
  if (entry.raw === '' || (!prose && (entry.raw.includes('\n') || entry.key === 'value'))) return undefined;
  const bite = biteOf(entry.raw);
  // In a word they are more likely meant as YAML's anchors, aliases and tags, which are refused by themselves.
  if (!bite || (!prose && '&*!'.includes(bite.at))) return undefined;
  const end = entry.start + rawLength(text, entry);
  const written = prose ? quoteAsBlock(bite.text, entry.column + 2, lineEnd) : quoteInMarks(bite.text);
  return {
    rule: 'yaml/syntax',
    start: entry.start,
    end,
    message: messageOf(bite, entry.key, prose),
    fix: {
      title: prose ? `Write the ${nameOf(entry.key)} as a block (>-)` : 'Put it in quotation marks',
      edits: [{ start: entry.behindColon, end, newText: ` ${written}` }],
      safe: bite.certain,
    },
  };
}

/** Length of the value in the text itself, whose line ends may be longer than those of `raw`. */
function rawLength(text: string, entry: ValueText): number {
  if (!entry.raw.includes('\n')) return entry.raw.length;
  const breaks = entry.raw.split('\n').length - 1;
  let end = entry.start;
  for (let seen = 0; seen < breaks; seen++) end = text.indexOf('\n', end) + 1;
  return end - entry.start + (entry.raw.length - entry.raw.lastIndexOf('\n') - 1);
}

function messageOf(bite: Bite, key: string, prose: boolean): string {
  const remedy = prose ? 'write it on a line of its own behind >-' : 'put it in quotation marks';
  const name = `The ${nameOf(key)}`;
  switch (bite.kind) {
    case 'colon':
      return `${name} holds a colon before a space (“${bite.at}”), which YAML takes for a key of its own: ${remedy}.`;
    case 'number-sign':
      return `${name} holds a # behind a space (“${bite.at}”), where YAML stops reading it: ${remedy}.`;
    case 'marks':
      return `${name} begins with a quotation mark and goes on behind the closing one (“${bite.at}”), where YAML takes it to be over: ${remedy}.`;
    case 'unclosed':
      return `${name} begins with a quotation mark that is never closed: close it, or ${remedy}.`;
    case 'backslash':
      return `${name} holds ${bite.at}, which YAML does not know within double quotation marks: ${remedy}.`;
    case 'bracket':
      return `${name} begins with ${bite.at}, which YAML takes for the start of a ${bite.at === '[' ? 'list' : 'mapping'}: ${remedy}.`;
    case 'sign':
      return `${name} begins with ${bite.at}, which means something else to YAML: ${remedy}.`;
  }
}

const nameOf = (key: string): string => (isLanguage(key) ? 'name' : key);

/** Whether a key is the tag of a language, as under the names of an agency. */
const isLanguage = (key: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(key) && !isKnownKey(key);

const startsKnownKey = (line: string): boolean => {
  const key = entryStart.exec(line)?.[3];
  return key !== undefined && isKnownKey(key);
};

const indentOf = (line: string): number => line.length - line.trimStart().length;

function linesOf(text: string): Line[] {
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
