/**
 * Cases with a small repository of their own: `=== title`, then sections `--- HEADING` with the lines below them. Files of
 * the repository have the heading `file PATH`; what the other headings mean is said by who reads them.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Section {
  /** The first word of the heading. */
  readonly kind: string;
  /** What stands behind it. */
  readonly about: string;
  readonly text: string;
}

export interface RepositoryCase {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The place of the cursor in a text. */
export const cursorMark = '‸';

/** All cases of a folder, by file; a heading that is not among `kinds` is a mistake of its file. */
export function readRepositoryCases(folder: string, kinds: readonly string[]): Map<string, RepositoryCase[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.case'));
  assert.ok(names.length > 0, `${folder} holds no case`);
  return new Map(names.map((name) => [name, parse(name, readFileSync(join(folder, name), 'utf8'), kinds)]));
}

function parse(name: string, source: string, kinds: readonly string[]): RepositoryCase[] {
  const cases = source.split(/^=== /m).slice(1);
  assert.ok(cases.length > 0, `${name} is empty`);
  return cases.map((block) => {
    const [head = '', ...sections] = block.split(/^--- /m);
    assert.ok(!head.trim().includes('\n'), `${name}: text before the first section of “${head.split('\n')[0]}”`);
    return { title: head.trim(), sections: sections.map((section) => sectionOf(name, section, kinds)) };
  });
}

function sectionOf(name: string, section: string, kinds: readonly string[]): Section {
  const [heading = '', ...lines] = section.split('\n');
  const [kind = '', ...about] = heading.trim().split(' ');
  assert.ok(kind === 'file' || kinds.includes(kind), `${name}: unknown section “${heading}”`);
  return { kind, about: about.join(' '), text: lines.join('\n').replace(/\n*$/, '\n') };
}

/** The repository of a case in a folder of its own; gives the folder, the file with the cursor and its text without it. */
export function layOut({ sections, title }: RepositoryCase): {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly offset: number;
} {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-case-')));
  const files = sections.filter(({ kind }) => kind === 'file');
  const marked = files.filter(({ text }) => text.includes(cursorMark));
  assert.equal(marked.length, 1, `${title}: one file has the cursor`);
  for (const { about, text } of files) {
    mkdirSync(dirname(join(folder, about)), { recursive: true });
    writeFileSync(join(folder, about), text.replace(cursorMark, ''));
  }
  const [{ about: path, text }] = marked as [Section];
  return { folder, path, text: text.replace(cursorMark, ''), offset: text.indexOf(cursorMark) };
}

/** A place in a text as the protocol counts it. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}
interface Position {
  readonly line: number;
  readonly character: number;
}

/** A text after edits that do not touch each other; all places are those of the text before. */
export function edited(text: string, edits: readonly Edit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  const sorted = edits
    .map(({ range, newText }, order) => ({ start: offset(range.start), end: offset(range.end), newText, order }))
    .sort((a, b) => b.start - a.start || b.order - a.order);
  let result = text;
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end, newText } of sorted) {
    assert.ok(start <= end && end <= least, 'edits overlap');
    result = result.slice(0, start) + newText + result.slice(end);
    least = start;
  }
  return result;
}
