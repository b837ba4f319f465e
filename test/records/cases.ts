import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../src/records/problem.ts';

const root = new URL('../cases/records/', import.meta.url);

/** The files of a folder of cases, with their paths relative to it; an empty folder is an error. */
export function filesOf(folder: string): { readonly path: string; readonly text: string }[] {
  const base = new URL(`${folder}/`, root);
  const files = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(base), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(new URL(path, base), 'utf8') }));
  if (files.length === 0) throw new Error(`No cases in ${folder}`);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The lines of a file of cases, without comments and empty lines; a file without any is an error. */
export function linesOf(name: string): string[] {
  const text = readFileSync(new URL(name, root), 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new Error(`No cases in ${name}`);
  return lines;
}

export interface Expectation {
  /** The file without its expectations. */
  readonly text: string;
  /** One line for each problem: line (one-based), severity, rule and message. */
  readonly problems: readonly string[];
  /** The claims that are read, where the file says it. */
  readonly reads?: readonly string[];
}

const expected = /^\s*# (error|warning|info) (yaml\/syntax|record\/schema): (.+)$/;
const reads = /^# reads: ?(.*)$/;
const looksExpected = /^\s*# ?(?:\w+ \w+\/\w+|reads\b)/;

/** Takes the expectations out of a file; a comment that looks like one and is none is an error. */
export function expectationOf(path: string, source: string): Expectation {
  const kept: string[] = [];
  const problems: string[] = [];
  let claims: string[] | undefined;
  for (const line of source.split('\n')) {
    const problem = expected.exec(line);
    const claim = reads.exec(line);
    if (problem) problems.push(`${Math.max(1, kept.length)} ${problem[1]} ${problem[2]}: ${problem[3]}`);
    else if (claim) claims = (claim[1] ?? '').split(', ').filter((id) => id !== '');
    else if (looksExpected.test(line)) throw new Error(`${path}: not an expectation: ${line}`);
    else kept.push(line);
  }
  return { text: kept.join('\n'), problems: problems.sort(), ...(claims && { reads: claims }) };
}

/** A problem in the form of an expectation. */
export function shown(text: string, problem: Problem): string {
  const line = text.slice(0, problem.start).split('\n').length;
  return `${line} ${problem.severity ?? 'error'} ${problem.rule}: ${problem.message}`;
}

/** A text with the fixes of all its problems made; of fixes that overlap the first. */
export function fixed(text: string, problems: readonly Problem[]): string {
  const edits = problems.flatMap((problem) => problem.fix?.edits ?? []).sort((a, b) => a.start - b.start);
  let result = '';
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}
