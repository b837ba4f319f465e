import { type Bite, biteOf } from './bites.ts';
import { endOf, entryAt, type Line, lineEndOf, linesOf, type WrittenEntry } from './lines.ts';
import type { Fix, Problem } from './problem.ts';
import { isKnownKey, nestingKeys, proseKeys, wordKeys } from './prose.ts';
import { quoteAsBlock, quoteInMarks } from './quoting.ts';

/** A slip with the edit that puts it right; the text is read as if the edit had been made. */
export type Slip = Problem & { readonly fix: Fix };

/** Finds every value that YAML misreads (a colon, a bracket, a quotation mark, …), with the fix that it wants. */
export function findBites(text: string): Slip[] {
  const lines = linesOf(text);
  const lineEnd = lineEndOf(text);
  const slips: Slip[] = [];
  for (let index = 0; index < lines.length; ) {
    const entry = entryAt(lines, index);
    const slip = entry && entry.raw !== '' ? slipOf(entry, lines, lineEnd) : undefined;
    if (slip) slips.push(slip);
    index = entry?.next ?? index + 1;
  }
  return slips;
}

function slipOf(entry: WrittenEntry, lines: readonly Line[], lineEnd: string): Slip | undefined {
  const { key, raw, start } = entry;
  const end = endOf(entry, lines);
  if (/^[[{]/.test(raw) && (nestingKeys.has(key) || wordKeys.has(key) || isLanguage(key))) return unclosed(entry, end);
  const prose = proseKeys.has(key) || isLanguage(key);
  if (!prose && (!wordKeys.has(key) || key === 'value' || raw.includes('\n'))) return undefined;
  const bite = biteOf(raw);
  // In a word they are more likely meant as YAML's anchors, aliases and tags, which are refused by themselves.
  if (!bite || (!prose && '&*!'.includes(bite.at))) return undefined;
  const written = prose ? quoteAsBlock(bite.text, entry.column + 2, lineEnd) : quoteInMarks(bite.text);
  return {
    rule: 'yaml/syntax',
    start,
    end,
    message: messageOf(bite, key, prose),
    fix: {
      title: prose ? `Write the ${nameOf(key)} as a block (>-)` : 'Put it in quotation marks',
      edits: [{ start: entry.behindColon, end, newText: ` ${written}` }],
      safe: bite.certain,
    },
  };
}

/** A list or mapping in brackets whose last brackets are missing. */
function unclosed({ key, raw, start }: WrittenEntry, end: number): Slip | undefined {
  const open: string[] = [];
  for (const [token] of raw.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
    if (token === '[' || token === '{') open.push(token === '[' ? ']' : '}');
    else if (token === ']' || token === '}') open.pop();
  }
  if (open.length === 0) return undefined;
  const closers = open.reverse().join('');
  return {
    rule: 'yaml/syntax',
    start,
    end,
    message: `\`${key}\` opens a bracket that is never closed: write ${closers} behind it.`,
    fix: { title: `Close it with ${closers}`, edits: [{ start: end, end, newText: closers }], safe: false },
  };
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
