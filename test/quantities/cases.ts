/** Loads the case files of the recogniser; their format is described in `test/cases/quantities/README.md`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Exact } from '../../src/quantities/exact.ts';
import { isCurrencyCode } from '../../src/quantities/money.ts';
import type { Quantity } from '../../src/quantities/quantity.ts';

export const folder = join(import.meta.dirname, '..', 'cases', 'quantities');
const qualifiers = new Set(['about', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most']);

export interface Expected {
  readonly text: string;
  readonly unit?: string | undefined;
  readonly value?: Exact;
  readonly min?: Exact | undefined;
  readonly max?: Exact | undefined;
  readonly date?: string;
  readonly fraction: boolean;
  readonly qualifier?: string;
  readonly noun?: string;
  readonly relative: boolean;
}

export interface Case {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly expected: readonly (Expected & { readonly span?: string })[];
}

/** Parses what must be read: `350e9 CNY nearly [companies]`. Throws on a word that it does not know. */
export function parseExpected(source: string, where: string): Expected {
  let rest = source.trim();
  let noun: string | undefined;
  const bracket = /\s*\[([^\]]+)\]$/.exec(rest);
  if (bracket) {
    noun = bracket[1] as string;
    rest = rest.slice(0, bracket.index);
  }
  const words = rest.split(/\s+/);
  const relative = words.includes('relative');
  const qualifier = words.find((word) => qualifiers.has(word));
  const [value = '', unit, ...more] = words.filter((word) => word !== 'relative' && !qualifiers.has(word));
  if (more.length > 0) throw new Error(`${where}: "${more.join(' ')}" is no part of an expectation.`);
  return {
    text: source.trim(),
    ...number(value, where),
    ...(unit && {
      unit: unit.replace('percentage-points', 'percentage points').replace('basis-points', 'basis points'),
    }),
    ...(qualifier && { qualifier }),
    ...(noun && { noun }),
    relative,
  };
}

function number(text: string, where: string): Pick<Expected, 'value' | 'min' | 'max' | 'date' | 'fraction'> {
  const exact = (part: string): Exact => {
    const fraction = /^(\d+)\/(\d+)$/.exec(part);
    const value = fraction ? Exact.ratio(Number(fraction[1]), Number(fraction[2])) : Exact.parse(part);
    if (!value) throw new Error(`${where}: "${part}" is no number.`);
    return value;
  };
  if (/^(\d{4}|-)-\d\d(-\d\d)?$/.test(text)) return { date: text, fraction: false };
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (range) {
    return {
      min: range[1] ? exact(range[1]) : undefined,
      max: range[2] ? exact(range[2]) : undefined,
      fraction: text.includes('/'),
    };
  }
  return { value: exact(text), fraction: text.includes('/') };
}

export function tags(): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (found.length === 0) throw new Error(`${folder} holds no language.`);
  return found.map((entry) => entry.name);
}

function lines(tag: string, kind: string): { file: string; line: number; text: string }[] {
  const files = readdirSync(join(folder, tag));
  const stray = files.filter((file) => !/^(numbers|nothing|sentences)[\w-]*\.txt$/.test(file));
  if (stray.length > 0) throw new Error(`${tag}/${stray[0]} is no kind of case file.`);
  const wanted = files.filter((file) => file.startsWith(kind));
  const all = wanted.flatMap((file) =>
    readFileSync(join(folder, tag, file), 'utf8')
      .split('\n')
      .map((text, index) => ({ file: `${tag}/${file}`, line: index + 1, text })),
  );
  return all.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
}

export function numberCases(tag: string): Case[] {
  return lines(tag, 'numbers').flatMap(({ file, line, text }) => {
    const colon = text.indexOf(': ');
    if (colon < 0) throw new Error(`${file}:${line} has no ": ".`);
    const expected = parseExpected(text.slice(0, colon), `${file}:${line}`);
    return text
      .slice(colon + 2)
      .split(' | ')
      .map((expression) => ({ file, line, text: expression.trim(), expected: [expected] }));
  });
}

export const nothingCases = (tag: string): Case[] =>
  lines(tag, 'nothing').map(({ file, line, text }) => ({ file, line, text, expected: [] }));

export function sentenceCases(tag: string): Case[] {
  const cases: (Omit<Case, 'expected'> & { expected: (Expected & { span: string })[] })[] = [];
  for (const { file, line, text } of lines(tag, 'sentences')) {
    if (!/^\s/.test(text)) {
      cases.push({ file, line, text, expected: [] });
      continue;
    }
    const at = text.lastIndexOf(' = ');
    if (at < 0 || cases.length === 0) throw new Error(`${file}:${line} has no " = ".`);
    cases[cases.length - 1]?.expected.push({
      span: text.slice(0, at).trim(),
      ...parseExpected(text.slice(at + 3), `${file}:${line}`),
    });
  }
  return cases;
}

const kindOf = ({ unit, date, fraction }: Expected): string => {
  if (date !== undefined) return 'date';
  if (fraction && unit === undefined) return 'fraction';
  if (unit === undefined) return 'number';
  if (unit === '%' || unit === 'percentage points') return 'percentage';
  if (unit === 'rank') return 'ordinal';
  if (unit === 'times') return 'multiple';
  return isCurrencyCode(unit.split('/')[0] as string) ? 'money' : 'measure';
};

/** How a quantity that was read differs from what must be read; an empty list where it does not. */
export function differences(expected: Expected & { readonly span?: string }, read: Quantity, text: string): string[] {
  const found: string[] = [];
  const differ = (what: string, want: unknown, got: unknown): void => {
    if (String(want) !== String(got)) found.push(`${what} ${String(got)} for ${String(want)}`);
  };
  differ('kind', kindOf(expected), read.kind);
  if (expected.date !== undefined) differ('date', expected.date, read.date);
  else {
    const same = (a: Exact | undefined, b: Exact | undefined): boolean => (a && b ? a.equals(b) : a === b);
    if (!same(expected.value, read.value)) found.push(`value ${read.value} for ${expected.value}`);
    if (!same(expected.min, read.min) || !same(expected.max, read.max))
      found.push(`range ${read.min}..${read.max} for ${expected.min}..${expected.max}`);
    differ(
      'unit',
      expected.unit,
      read.per !== undefined && expected.unit?.includes('/') ? `${read.unit}/${read.per}` : read.unit,
    );
    differ('qualifier', expected.qualifier, read.qualifier);
    if (expected.noun !== undefined) differ('noun', expected.noun.toLowerCase(), read.noun?.toLowerCase());
  }
  if (expected.relative && !read.relative) found.push('not relative');
  if (expected.span !== undefined) differ('span', expected.span, text.slice(read.start, read.end));
  return found;
}

/** A readable line for what was read. */
export const shown = (read: Quantity, text: string): string =>
  `‹${text.slice(read.start, read.end)}› ${read.date ?? read.value?.toString() ?? `${read.min}..${read.max}`}${read.unit ? ` ${read.unit}` : ''}${read.qualifier ? ` ${read.qualifier}` : ''}${read.noun ? ` [${read.noun}]` : ''}`;

/** All that is wrong with the reading of a case; empty where nothing is. */
export function failures(test: Case, read: readonly Quantity[]): string[] {
  const all = read.map((quantity) => shown(quantity, test.text)).join(', ') || 'nothing';
  if (read.length !== test.expected.length) return [`read ${read.length} for ${test.expected.length}: ${all}`];
  return test.expected.flatMap((expected, index) => {
    const wrong = differences(expected, read[index] as Quantity, test.text);
    return wrong.length > 0 ? [`${expected.span ?? expected.text}: ${wrong.join('; ')}`] : [];
  });
}
