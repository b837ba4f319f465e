import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { type DateReading, readDate, readPeriod } from '../../src/records/dates.ts';
import { isSelected, kindOf, matchesGlob, registriesFor, sourcePath } from '../../src/records/layout.ts';
import { diagnose } from '../../src/records/number-slips.ts';
import { parseNumber } from '../../src/records/numbers.ts';
import { quoteAsBlock, quoteInMarks } from '../../src/records/quoting.ts';
import { readRecord } from '../../src/records/read.ts';
import { linesOf } from './cases.ts';

/** `LEFT: a | b` as pairs. */
function corpus(name: string): { value: string; spellings: string[] }[] {
  return linesOf(`values/${name}`).map((line) => {
    const at = line.indexOf(': ');
    if (at < 0) throw new Error(`${name}: no colon in ${line}`);
    return { value: line.slice(0, at), spellings: line.slice(at + 2).split(' | ') };
  });
}

describe('numbers', () => {
  for (const { value, spellings } of corpus('numbers.txt')) {
    for (const spelling of spellings) {
      it(`${spelling} is ${value}`, () => {
        const number = parseNumber(spelling);
        assert.equal(number && `${number.value.toString()} at ${number.precision}`, value);
        assert.equal(number?.text, spelling);
      });
    }
  }
});

describe('slips of numbers', () => {
  for (const line of linesOf('values/slips.txt')) {
    const match = /^(.+) => (.+?)( !)?$/.exec(line);
    if (!match) throw new Error(`slips.txt: ${line}`);
    const [, spelling = '', expected, certain] = match;
    it(line, () => {
      assert.equal(parseNumber(spelling), undefined, 'is a number as it stands');
      const slip = diagnose(spelling);
      assert.equal(slip.suggestion ?? '?', expected);
      assert.equal(slip.certain === true, certain !== undefined);
      assert.match(slip.message, /^[^\n]*[:,] .+\.$/);
      if (certain) assert.ok(parseNumber(slip.suggestion ?? ''), 'what is suggested is no number');
    });
  }
});

for (const [name, read] of [
  ['dates.txt', readDate],
  ['periods.txt', readPeriod],
] as const) {
  describe(name, () => {
    for (const { value, spellings } of corpus(name)) {
      for (const spelling of spellings) {
        it(`${spelling} is ${value}`, () => {
          const reading: DateReading = read(spelling);
          assert.equal(reading.value ?? 'none', value);
          assert.equal(
            reading.message === undefined,
            reading.value === spelling,
            'said where it need not, or not said',
          );
        });
      }
    }
  });
}

describe('quotes written and read back', () => {
  for (const line of linesOf('values/quotes.txt')) {
    const quote: string = JSON.parse(line);
    it(line.slice(0, 60), () => {
      for (const lineEnd of ['\n', '\r\n']) {
        for (const indent of [2, 6, 70]) {
          const text = `${' '.repeat(indent - 2)}quote: ${quoteAsBlock(quote, indent, lineEnd)}${lineEnd}`;
          const document = parseDocument(text);
          assert.deepEqual(document.errors, []);
          assert.equal(document.get('quote'), quote);
          const longest = Math.max(...text.split(lineEnd).map((row) => row.length));
          assert.ok(longest <= 112 || !/\S \S/.test(quote), `a line of ${longest} columns`);
        }
      }
      assert.equal(parseDocument(`a: ${quoteInMarks(quote)}`).get('a'), quote);
    });
  }

  it('keeps every text of spaces and signs', () => {
    const signs = [' ', ' ', 'a', 'bc', ':', '#', '-', '"', "'", '\t', '\n', '…', '。', 'word', '\u00a0'];
    let seed = 7;
    const next = (bound: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % bound;
    };
    for (let round = 0; round < 500; round++) {
      const quote = Array.from({ length: next(120) }, () => signs[next(signs.length)]).join('');
      const document = parseDocument(`- quote: ${quoteAsBlock(quote, 4)}\n  next: 1\n`);
      assert.equal(document.getIn([0, 'quote']), quote);
      assert.equal(document.getIn([0, 'next']), 1);
    }
  });
});

describe('places', () => {
  it('come from the source, also behind a byte order mark and a repaired slip', () => {
    const text = '\ufeffid: a\r\nfigures:\r\n  - label: said : so\r\n    value: 5610.60\r\n    quote: "a b"\r\n';
    const { record, problems } = readRecord('a.policy.yaml', text);
    const [figure] = record?.figures ?? [];
    assert.equal(problems.length, 1);
    assert.ok(figure);
    const written = (place: { start: number; end: number }): string => text.slice(place.start, place.end);
    assert.equal(written(figure.label), 'said : so');
    assert.equal(written(figure.value), '5610.60');
    assert.equal(written(figure.evidence[0]?.quote ?? { start: 0, end: 0 }), '"a b"');
    assert.equal(written(figure), text.slice(text.indexOf('label'), text.length - 2));
    assert.equal(figure.label.value, 'said : so');
  });
});

describe('paths of sources', () => {
  for (const line of linesOf('values/paths.txt')) {
    const match = /^(.+) \+ (.+) => (.+)$/.exec(line);
    if (!match) throw new Error(`paths.txt: ${line}`);
    it(line, () => {
      const result = sourcePath(match[1] ?? '', JSON.parse(`"${match[2]}"`));
      assert.equal('path' in result ? result.path : 'refused', match[3]);
      if ('failure' in result) assert.match(result.failure, /^(?:is|has|lies|begins|names) .+: .+\.$/);
    });
  }
});

describe('patterns of paths', () => {
  for (const { value, spellings } of corpus('globs.txt')) {
    for (const spelling of spellings) {
      const path = spelling.replace(/^!/, '');
      it(`${value}: ${spelling}`, () => assert.equal(matchesGlob(path, value), path === spelling));
    }
  }

  it('select and leave out', () => {
    assert.equal(isSelected('a/b.policy.yaml', [], []), true);
    assert.equal(isSelected('a/b.policy.yaml', ['a/**'], ['a/b*']), false);
  });

  it('take linear time for many stars', () => {
    assert.equal(matchesGlob('a'.repeat(2000), `${'*a'.repeat(200)}b`), false);
    assert.equal(matchesGlob(`${'a/'.repeat(500)}b`, `${'**/a/'.repeat(100)}c`), false);
  });
});

describe('kinds of files', () => {
  it('are told by their names', () => {
    assert.equal(kindOf('x/a.policy.yaml'), 'record');
    assert.equal(kindOf('a.policy.yml'), 'record');
    assert.equal(kindOf('china.agencies.yaml'), 'registry');
    assert.equal(kindOf('policy-records.yaml'), 'configuration');
    assert.equal(kindOf('.policy.yaml'), 'other');
    assert.equal(kindOf('a.yaml'), 'other');
  });

  it('a record sees the registries beside it and above it', () => {
    const all = [
      'a.agencies.yaml',
      'x/b.agencies.yaml',
      'x/y/c.agencies.yaml',
      'z/d.agencies.yaml',
      'xy/e.agencies.yaml',
    ];
    assert.deepEqual(registriesFor('x/y/r.policy.yaml', all), all.slice(0, 3));
    assert.deepEqual(registriesFor('r.policy.yaml', all), all.slice(0, 1));
  });
});
