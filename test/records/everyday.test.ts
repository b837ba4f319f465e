import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeWhole } from '../../src/records/compose.ts';
import { composeQuickly } from '../../src/records/compose-quickly.ts';
import { readEveryday } from '../../src/records/everyday.ts';

const files = ['examples', 'test/cases/records'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => join(folder, path)),
);

/** Small texts in which hardly a character can change without changing what is read. */
const small = [
  'a: b\n',
  'a:\n  b: c\n  d: e\nf: g\n',
  'a:\n  - b: c\n    d: e\n  - b: f\ng: h\n',
  'a:\n- b\n- c: d\n  e: f\n',
  'q: >-\n  one\n  two\nb: c\n',
  'l:\n  - q: |-\n      one\n      two\n    r: s\n  - q: >\n      three\n',
  "t: [a, b c, 3]\nu: \"x y\" # c\nv: 'it''s'\n",
  '# c\na: b # d\n# e\nc:\n  # f\n  - g: h\n  # i\n  - j: k\n',
  'a:\n  b:\n    c:\n      - d: e\n        f:\n          - g\n      - h: i\nj: k',
  'a: b\nl:\n  - b: c\n    d: e\n  - b: f\n  - g: h\n    i:\n      - j: k\n        l: m\nn: o\n',
  'l:\n- b: c\n  d: >-\n    x\n    y\n- e: f\nm:\n  - a\n  - b: c\n',
  'l:\n  - b: c\n    d: e\n\n  - b: f # x\n  # y\n  - g: h',
];

/** What stands in an entry while it is typed. */
const halfTyped = [
  ...['v', 'va:', 'value: ', '', '"', '- ', '-', 'quote: "a', 'quote: a: b', 'x: &a b', 'x: y\n    x: y'],
  ...['a\n      b', '  a: b', 'q: >-', 'q: >-\n      a\n\n     b', 'q: [a\n    b', "q: 'a\n\n    # c"],
];

/** What means something to YAML, alone or at some places. */
const pieces = [
  ..." |  |\n|\n\n|: |:| #|#|# c|- |-|\"|'|''|[|]|, |,|{|}|>-|>|>-\n|&a|*a|!|!!str |?|? |%|@|`|\\|~|null|true".split(
    '|',
  ),
  ...'---|...|\n---\n|é|中|\u00a0|\u2028|=|<<|<<: |x|0|.|-1|+|(|key: v|\n  k: v\n|\n    - a\n|\n# c\n|\n  # c\n'.split(
    '|',
  ),
  ...'\n      # c\n| # c|[]|[a, b]|\'a\'|"a"|    |>-\n        text\n|$|;|^|/|_|<|\t|\r\n|\ufeff|\0'.split('|'),
  '|',
  '|-',
  '|\n      t\n      u\n',
];

/** What is read quickly must be what the library reads, and complained of as there; says whether it was. */
function compare(text: string, where: string): boolean {
  const quick = composeQuickly(text);
  if (quick) assert.deepEqual(quick, composeWhole(text), `${where} is read differently: ${JSON.stringify(text)}`);
  return quick !== undefined;
}

describe('the everyday form of YAML', () => {
  for (const file of files) {
    it(`is read as the library reads it: ${file}`, () => {
      const text = readFileSync(file, 'utf8');
      compare(text, file);
      compare(text.replaceAll(/\r?\n/g, '\r\n'), `${file} with the line ends of Windows`);
      // Where the examples are not read quickly, hardly any record is.
      if (file.startsWith('examples')) assert.ok(readEveryday(text), `${file} is left to the library`);
    });
  }

  it('is read as the library reads it, however it is changed', () => {
    const parts = files.flatMap((file) => partsOf(readFileSync(file, 'utf8')));
    const next = numbersFrom(20_250_622);
    const count = { everyday: 0, apart: 0 };
    const rounds = 8000;
    for (let round = 0; round < rounds; round++) {
      const base = next(3) === 0 ? parts[next(parts.length)] : small[next(small.length)];
      let text = base ?? '';
      for (let changes = 1 + next(2); changes > 0; changes--) text = changed(text, next);
      if (next(8) === 0) text = text.replaceAll(/\r?\n/g, '\r\n');
      if (compare(text, `variation ${round}`)) count[readEveryday(text) ? 'everyday' : 'apart']++;
    }
    const few = `only ${JSON.stringify(count)} of ${rounds} variations were read quickly, too few to tell`;
    assert.ok(count.everyday > rounds / 20 && count.apart > rounds / 20, few);
  });

  it('is left where an entry is typed, and the others are read as before', () => {
    const record = readFileSync('examples/records/rail-freight.policy.yaml', 'utf8');
    const lines = record.split('\n');
    const all = lines.flatMap((line, index) => (/^ {2}- id:/.test(line) ? [index] : []));
    const entries = [all[0], all[all.length >> 1], all[all.length - 1]] as number[];
    let quick = 0;
    for (const line of entries)
      for (const typed of halfTyped)
        if (compare(lines.toSpliced(line + 1, 0, `    ${typed}`).join('\n'), `${typed} below line ${line}`)) quick++;
    // An entry that does not end before the next one begins is for the library, and all with it.
    const count = entries.length * halfTyped.length;
    assert.ok(quick > count / 2, `only ${quick} of ${count} half typed records were read quickly`);
  });
});

/** Stretches of fourteen lines, moved to the margin. */
function partsOf(text: string): string[] {
  const lines = text.split('\n');
  const parts: string[] = [];
  for (let from = 0; from < lines.length; from += 12) {
    const part = lines.slice(from, from + 14);
    const margin = indentOf(part[0] ?? '');
    parts.push(part.map((line) => line.slice(Math.min(margin, indentOf(line)))).join('\n'));
  }
  return parts.map((part) => part.replace(/^- /, 'figures:\n- '));
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

function changed(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const lines = text.split('\n');
  const line = next(lines.length);
  const piece = pieces[next(pieces.length)] ?? '';
  switch (next(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(3));
    case 1:
      return lines
        .with(line, next(2) ? ' '.repeat(next(4)) + lines[line] : (lines[line] ?? '').slice(next(4)))
        .join('\n');
    case 2:
      return lines
        .toSpliced(line, 1)
        .toSpliced(next(lines.length), 0, lines[line] ?? '')
        .join('\n');
    case 3:
      return lines.toSpliced(line, 0, ' '.repeat(next(8)) + piece).join('\n');
    default:
      return text.slice(0, at) + piece + text.slice(at);
  }
}

/** The same numbers in every run (a linear congruential generator, constants of Numerical Recipes). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
