/**
 * Inputs that were made to break a reader, each with a word of what has to be said of it; undefined where nothing has.
 * Run as a program it reads each of the fatal ones three times and prints what was said: unless nesting is bounded, the
 * second time ends the process.
 */
import { fileURLToPath } from 'node:url';
import { readRecord } from '../../src/records/read.ts';

const figures = (count: number, figure: (index: number) => string): string =>
  `id: a\nfigures:\n${Array.from({ length: count }, (_, index) => figure(index)).join('\n')}\n`;

const tooDeep = /nested more than 100 levels deep/;

/** These ended the process, and are read in another one. */
export const fatal: Readonly<Record<string, readonly [make: () => string, says: RegExp]>> = {
  brackets: [() => '['.repeat(900), tooDeep],
  'brackets under a key': [() => `id: a\nfigures: ${'[{a: '.repeat(900)}`, tooDeep],
  hyphens: [() => '- '.repeat(100_000), tooDeep],
  'question marks': [() => '? '.repeat(100_000), tooDeep],
  'keys on one line': [() => 'a: '.repeat(100_000), tooDeep],
  'keys nested by indentation': [
    () => Array.from({ length: 2000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    tooDeep,
  ],
  'brackets as keys': [() => '{[a]: '.repeat(2000), tooDeep],
  anchors: [() => '&a '.repeat(20_000), /signs \*, & and ! mean something/],
  tags: [() => '!a '.repeat(20_000), /signs \*, & and ! mean something/],
};

export const harmless: Readonly<Record<string, readonly [make: () => string, says: RegExp | undefined]>> = {
  'ten million characters': [() => `id: a\nnote: ${'x'.repeat(1e7)}`, /10,000,012 characters, and at most 4,000,000/],
  'a line of three million': [() => `id: a\nnote: ${'x y '.repeat(750_000)}`, undefined],
  'six thousand figures': [
    () => figures(6000, (at) => `  - {label: l, value: ${at}}`),
    /6000 entries, and the first 5000/,
  ],
  'thousands of wrong figures': [() => figures(6000, () => '  - 3'), /More is wrong behind this place/],
  'thousands of unknown keys': [
    () => `id: a\n${Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join('\n')}`,
    /More is wrong behind this place/,
  ],
  'thousands of double keys': [() => 'id: a\n'.repeat(20_000), /`id` stands twice/],
  'thousands of slips': [() => figures(5000, () => '  - label: l : m\n    value: 1'), /holds a colon before a space/],
  'closing brackets': [() => ']'.repeat(20_000), /cannot read on from here/],
  commas: [() => `id: a\ntopics: [${','.repeat(20_000)}]`, /cannot read on from here/],
  'a key of colons': [() => ':'.repeat(1e6), /far into this line/],
  'quotation marks': [() => figures(1, () => `  - label: ${'"'.repeat(2e4)}`), /begins with a quotation mark/],
  backslashes: [() => figures(1, () => `  - {label: a, value: 1, quote: "${'\\'.repeat(1e6)}"}`), undefined],
  'number signs': [
    () => figures(1, () => `  - label: a\n    value: 1\n    quote: a${' #'.repeat(5e5)}`),
    /takes for a comment/,
  ],
  'a number of a million digits': [
    () => figures(1, () => `  - {label: a, value: ${'9'.repeat(1e6)}}`),
    /beyond every number/,
  ],
  'a number of half a million groups': [
    () => figures(1, () => `  - {label: a, value: ${'9 '.repeat(5e5)}x}`),
    /no number that a record can hold/,
  ],
  'a period without an end': [
    () => figures(1, () => `  - {label: a, value: 1, period: ${'2020-'.repeat(1e5)}}`),
    /is no period/,
  ],
  'an alias of itself': [() => 'id: a\ntopics: &x [*x]', /anchor of YAML/],
  'aliases of aliases': [() => 'id: a\nx: &a [x,x]\ny: &b [*a,*a]\nz: [*b,*b]', /\*a is an alias of YAML/],
  'a merge key': [() => 'id: a\n<<: {title: b}', /`<<` merges keys/],
  NUL: [() => 'id: a\u0000b\n', undefined],
  'half a character': [() => 'id: a\ntitle: \ud800\nnote: "\\udfff"\n', undefined],
  spaces: [() => `${' '.repeat(3e6)}`, /is empty/],
  'the end of a document': [() => '...\n...\n', /cannot read on|is empty/],
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, [make]] of Object.entries(fatal)) {
    for (let time = 1; time <= 3; time++) {
      const { problems } = readRecord('a.policy.yaml', make());
      process.stdout.write(`${name}: ${problems[0]?.message}\n`);
    }
  }
}
