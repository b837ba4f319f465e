import assert from 'node:assert/strict';
import { fold } from '../../src/text/fold.ts';
import { findQuote, inexactFrom, nearestPassage } from '../../src/text/quote.ts';
import { arrow, type CaseLine, caseFiles, keyedLines } from './case-files.ts';
import { Random, randomText } from './random.ts';

describe('finding quotes', () => {
  for (const file of caseFiles('quotes', 'find')) {
    let text: string | undefined;
    for (const { place, key, value } of keyedLines(file, /^(?:text|\d+)$/)) {
      if (key === 'text') {
        text = value;
        continue;
      }
      const article = text;
      if (article === undefined) throw new Error(`${place}: a quote without a text before it.`);
      const [quote, printed] = arrow(value);
      it(`${place} ${key}: ${quote}`, () => {
        const matches = findQuote(fold(article), quote);
        const found = matches.map(({ start, end }) => article.slice(start, end));
        assert.equal(matches.length, Number(key), found.join(' | '));
        if (printed !== undefined) assert.equal(found.join(' | '), printed);
        for (const { start, end, pieces } of matches) {
          assert.equal(pieces[0]?.start, start);
          assert.equal(pieces.at(-1)?.end, end);
        }
      });
    }
  }

  it('gives the places of the pieces', () => {
    const [match] = findQuote(fold('Der Plan kostet bis 2030 etwa 12 Mio. Euro.'), 'Plan […] 12 Mio. Euro');
    assert.deepEqual(match, {
      start: 4,
      end: 42,
      pieces: [
        { start: 4, end: 8 },
        { start: 30, end: 42 },
      ],
    });
  });

  it('stops at the limit', () => {
    const article = fold('ja nein '.repeat(50));
    assert.equal(findQuote(article, 'ja', 7).length, 7);
    assert.equal(findQuote(article, 'ja […] nein', 7).length, 7);
    assert.equal(findQuote(article, 'ja', 0).length, 0);
  });

  it('finds whatever stands between the borders of two words', () => {
    const random = new Random(4);
    for (let round = 0; round < 300; round += 1) {
      const before = randomText(random, 20);
      const after = randomText(random, 20);
      const article = fold(`${before}. Hier stehen 25 Bäume, sagt sie. ${after}`);
      const matches = findQuote(article, 'Hier stehen 25 Bäume, sagt sie');
      assert.equal(matches.length, 1, JSON.stringify(article.original));
      const [{ start, end } = { start: 0, end: 0 }] = matches;
      assert.equal(article.original.slice(start, end), 'Hier stehen 25 Bäume, sagt sie');
    }
  });

  const article = fold('eine Stadt und 12 Häfen '.repeat(20_000));
  const hostile: readonly [string, string, number][] = [
    ['10,000 occurrences', 'Häfen', 10_000],
    ['a quote of 200 KB', 'eine Stadt und 12 Häfen '.repeat(8000), 2],
    ['a quote of 200 KB that ends otherwise', `${'eine Stadt und 12 Häfen '.repeat(8000)} nicht`, 0],
    ['pieces that never come', 'Stadt […] Berge', 0],
    ['a thousand pieces', Array(1000).fill('Stadt').join(' […] '), 0],
    ['brackets alone', '[ '.repeat(50_000), 0],
  ];
  for (const [name, quote, count] of hostile) {
    it(`takes ${name} in linear time`, function () {
      this.timeout(2000);
      assert.equal(findQuote(article, quote, 10_000).length, count);
    });
  }

  it('takes words of one letter in linear time', function () {
    this.timeout(3000);
    const letters = fold('a '.repeat(500_000));
    assert.equal(findQuote(letters, `${'a '.repeat(50_000)}b`).length, 0);
    assert.equal(findQuote(letters, `b ${'a '.repeat(50_000)}`).length, 0);
    assert.equal(findQuote(letters, 'a […] a […] b').length, 0);
    assert.equal(findQuote(fold('a'.repeat(500_000)), 'a'.repeat(5000)).length, 0);
  });
});

describe('the nearest passage', () => {
  for (const file of caseFiles('quotes', 'near')) {
    for (const block of blocks(keyedLines(file, /^(?:text|quote|inexact|far|nothing|changed|missing|added)$/))) {
      it(`${block.place} ${block.quote}`, () => check(block));
    }
  }

  it('stays within its bounds', function () {
    this.timeout(5000);
    const article = fold('Die Stadt hat zwölf Häfen und baut den dreizehnten. '.repeat(2000));
    const long = `${'Die Stadt hat zwölf Häfen und baut den dreizehnten. '.repeat(1500)} Sonst nichts.`;
    const near = nearestPassage(article, long);
    assert.ok((near?.similarity ?? 0) > inexactFrom);
    assert.ok((near?.differences.length ?? 0) > 0, 'the difference in a long quote is shown');
    assert.ok((nearestPassage(article, 'Die Stadt hat elf Häfen')?.similarity ?? 0) > inexactFrom);
    assert.equal(nearestPassage(article, ''), undefined);
    assert.equal(nearestPassage(article, '[…]'), undefined);
    assert.equal(nearestPassage(fold(''), 'Stadt'), undefined);
  });

  it('never loses its place in mixed texts', () => {
    const random = new Random(5);
    for (let round = 0; round < 300; round += 1) {
      const article = fold(randomText(random, 80));
      const quote = randomText(random, 30);
      const near = nearestPassage(article, quote);
      if (near === undefined) continue;
      assert.ok(near.similarity >= 0 && near.similarity <= 1);
      assert.ok(near.span.start <= near.span.end && near.span.end <= article.original.length);
      for (const { span, printed, quoted, kind } of near.differences) {
        assert.equal(article.original.slice(span.start, span.end), printed);
        assert.equal(kind, quoted === '' ? 'added' : printed === '' ? 'missing' : 'changed');
      }
    }
  });
});

interface NearCase {
  readonly place: string;
  readonly text: string;
  readonly quote: string;
  readonly expected: CaseLine[];
}

function blocks(lines: readonly CaseLine[]): NearCase[] {
  const found: { place: string; text: string; quote: string; expected: CaseLine[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (line.key === 'text') found.push({ place: line.place, text: line.value, quote: '', expected: [] });
    else if (last === undefined) throw new Error(`${line.place}: no text before it.`);
    else if (line.key === 'quote') last.quote = line.value;
    else last.expected.push(line);
  }
  return found;
}

function check({ text, quote, expected }: NearCase): void {
  const near = nearestPassage(fold(text), quote);
  const kind = near === undefined ? 'nothing' : near.similarity >= inexactFrom ? 'inexact' : 'far';
  const lines = [`${kind}: ${near === undefined ? '' : text.slice(near.span.start, near.span.end)}`];
  for (const difference of near?.differences ?? []) {
    const { quoted, printed } = difference;
    lines.push(`${difference.kind}: ${[quoted, printed].filter((words) => words !== '').join(' => ')}`);
  }
  assert.deepEqual(
    lines,
    expected.map(({ key, value }) => `${key}: ${value}`),
  );
}
