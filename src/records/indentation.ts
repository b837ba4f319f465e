import { columnOf, entryAt, entryStart, indentOf, linesOf, startsKnownKey } from './lines.ts';
import { isKnownKey, nestingKeys } from './prose.ts';
import type { Slip } from './slips.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Finds lines that are indented with tabs or no-break spaces; one slip for all of them, since they go together. `width` is the
 * number of columns of a tab.
 */
export function findTabs(text: string, width: 2 | 4): Slip[] {
  const edits: Edit[] = [];
  for (const line of linesOf(text)) {
    const margin = /^[ \t\u00a0\u2000-\u200a\u202f\u3000]*(?:-[ \t\u00a0]+)*/.exec(line.text)?.[0] ?? '';
    if (!/[^ -]/.test(margin) || margin.length === line.text.length) continue;
    const newText = margin.replace(/-\t+/g, '- ').replace(/\t/g, ' '.repeat(width)).replace(/[^ -]/g, ' ');
    edits.push({ start: line.start, end: line.start + margin.length, newText });
  }
  const [first] = edits;
  if (!first) return [];
  const what = text.slice(first.start, first.end).includes('\t') ? 'A tab' : 'A space that is none to YAML';
  const where = edits.length === 1 ? 'this line' : `this line and ${edits.length - 1} more`;
  return [
    {
      rule: 'yaml/syntax',
      start: first.start,
      end: first.end,
      message: `${what} indents ${where}, and YAML takes only plain spaces: write ${width === 2 ? 'two' : 'four'} spaces for each tab.`,
      fix: { title: 'Indent with spaces', edits, safe: true },
    },
  ];
}

/** Finds known keys that stand deeper than the entry above them, which has a value already and can hold no key. */
export function findMisindented(text: string): Slip[] {
  const slips: Slip[] = [];
  let column: number | undefined;
  for (const line of linesOf(text)) {
    const match = entryStart.exec(line.text);
    const key = match?.[3];
    if (!match || key === undefined || !isKnownKey(key)) {
      if (!/^\s*(?:#|$)/.test(line.text)) column = undefined;
      continue;
    }
    const own = columnOf(match);
    if (column !== undefined && own > column && match[2] === '') {
      const shift = own - column;
      slips.push({
        rule: 'yaml/syntax',
        start: line.start,
        end: line.start + own + key.length,
        message: `\`${key}\` stands ${shift} ${shift === 1 ? 'column' : 'columns'} further to the right than the keys above it: the keys of one entry begin in the same column.`,
        fix: {
          title: `Move \`${key}\` to the left`,
          edits: [{ start: line.start, end: line.start + own, newText: ' '.repeat(column) }],
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

/** Finds blocks (`>-`) whose text is not indented more deeply than their key, so that YAML takes them to be empty. */
export function findFlatBlocks(text: string): Slip[] {
  const lines = linesOf(text);
  const slips: Slip[] = [];
  for (let index = 0; index < lines.length; ) {
    const entry = entryAt(lines, index);
    index = entry?.next ?? index + 1;
    if (!entry?.isBlock || entry.raw.includes('\n')) continue;
    const edits: Edit[] = [];
    for (; index < lines.length; index++) {
      const line = lines[index];
      if (!line || line.text.trim() === '' || /^\s*(?:- |#)/.test(line.text) || startsKnownKey(line.text)) break;
      const end = line.start + indentOf(line.text);
      edits.push({ start: line.start, end, newText: ' '.repeat(entry.column + 2) });
    }
    const [first] = edits;
    if (!first) continue;
    slips.push({
      rule: 'yaml/syntax',
      start: first.start,
      end: (lines[index - 1]?.start ?? 0) + (lines[index - 1]?.text.length ?? 0),
      message: `The text of \`${entry.key}\` stands no deeper than its key, and YAML does not take it for part of the block: indent it by two spaces more than the key.`,
      fix: { title: 'Indent the text', edits, safe: true },
    });
  }
  return slips;
}
