/** Texts are read block by block: as far as they are asked for, and again only where they have changed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { numbersFrom } from '../../scripts/bench/texts.ts';
import { BlockMemory } from '../../src/quantities/block-memory.ts';
import { blocksOf } from '../../src/quantities/blocks.ts';
import { Recogniser } from '../../src/quantities/recognise.ts';
import { overlaps } from '../../src/text/span.ts';

const folder = 'examples/articles/';
const articles = readdirSync(folder).flatMap((name) => {
  const tag = /\.(\w{2})\.(?:txt|md)$/.exec(name)?.[1];
  return tag === undefined ? [] : [{ name, tag, text: readFileSync(`${folder}${name}`, 'utf8') }];
});

const cut = (text: string): readonly string[] => blocksOf(text).map(({ start, end }) => text.slice(start, end));

describe('the blocks of a text', () => {
  it('follow each other without a gap', () => {
    for (const { name, text } of articles) assert.equal(cut(text).join(''), text, name);
  });

  it('end behind blank lines, with either line break', () => {
    assert.deepEqual(cut('A heading\n\nIt has 3 schools\n \n\t\nand more'), [
      'A heading\n\n',
      'It has 3 schools\n \n\t\n',
      'and more',
    ]);
    assert.deepEqual(cut('One\r\n\r\nTwo'), ['One\r\n\r\n', 'Two']);
  });

  it('end behind a line that a sentence ends with, and not where it goes on', () => {
    assert.deepEqual(cut('It has 3 schools.\nThe others have 4 million\npupils.'), [
      'It has 3 schools.\n',
      'The others have 4 million\npupils.',
    ]);
    assert.deepEqual(cut('Das kostet 3 Mio.\nEuro im Jahr.'), ['Das kostet 3 Mio.\nEuro im Jahr.']);
    assert.deepEqual(cut('共有3所学校。\n另有4所。'), ['共有3所学校。\n', '另有4所。']);
  });

  it('leave the rows of a table together', () => {
    assert.deepEqual(cut('| Year | GW. |\n| 2024 | 3 |\n\nText'), ['| Year | GW. |\n| 2024 | 3 |\n\n', 'Text']);
    assert.deepEqual(cut('Ports | GW.\nLyon | 3.\nBordeaux | 4'), ['Ports | GW.\nLyon | 3.\nBordeaux | 4']);
  });

  it('are none in an empty text, and all of it where nothing ends', () => {
    assert.deepEqual(cut(''), []);
    assert.deepEqual(cut('3'), ['3']);
  });
});

describe('a text that is read as far as it is asked for', () => {
  it('says of each place what it says of the whole', () => {
    const next = numbersFrom(7);
    const recogniser = new Recogniser();
    for (const { name, tag, text } of articles) {
      const read = recogniser.open(text, tag);
      for (let i = 0; i < 40; i++) {
        const start = next(text.length);
        const span = { start, end: Math.min(text.length, start + next(300)) };
        const part = read(span);
        const whole = read();
        const touching = whole.quantities.filter((quantity) => overlaps(quantity, span));
        for (const quantity of touching) assert.ok(part.quantities.includes(quantity), `${name}: ${quantity.start}`);
        for (const quantity of part.quantities) assert.ok(whole.quantities.includes(quantity));
        for (const period of part.periods) assert.ok(whole.periods.includes(period));
      }
    }
  });

  it('says nothing of an empty text', () => {
    const read = new Recogniser().open('', 'en');
    assert.deepEqual(read(), { quantities: [], periods: [] });
    assert.deepEqual(read({ start: 0, end: 0 }), { quantities: [], periods: [] });
  });
});

/** Counts the blocks that were read and not remembered. */
class CountingMemory extends BlockMemory {
  reads = 0;

  override add(...known: Parameters<BlockMemory['add']>): void {
    this.reads++;
    super.add(...known);
  }
}

describe('a text that is read again', () => {
  it('says the same as one that is read for the first time, whatever was typed', () => {
    const next = numbersFrom(11);
    const scraps = [
      ' 3,5 ',
      '1.234',
      '|',
      '\n',
      '\n\n',
      '. ',
      ' Mio.',
      '7',
      'x',
      '£3m',
      '5,72',
      '亿',
      '',
      ' – ',
      '\u00ad',
    ];
    const plain = new Recogniser();
    const remembering = new Recogniser({}, new BlockMemory());
    for (const { name, tag, text } of articles) {
      let now = text;
      for (let i = 0; i < 16; i++) {
        const at = next(now.length);
        now = now.slice(0, at) + (scraps[next(scraps.length)] as string) + now.slice(at + next(4));
        assert.deepEqual(remembering.read(now, tag), plain.read(now, tag), `${name}, change ${i}`);
      }
    }
  });

  it('is read again in the block that has changed alone', () => {
    const memory = new CountingMemory();
    const recogniser = new Recogniser({}, memory);
    for (const { name, tag, text } of articles) {
      recogniser.read(text, tag);
      memory.reads = 0;
      const at = text.search(/\p{L}{4}/u) + 2;
      recogniser.read(`${text.slice(0, at)}x${text.slice(at)}`, tag);
      assert.equal(memory.reads, 1, name);
    }
  });

  it('is read anew where the article has come to mean something else by a sign', () => {
    const memory = new CountingMemory();
    const recogniser = new Recogniser({}, memory);
    const valueIn = (text: string) => recogniser.read(text, 'en').quantities[0]?.value?.toString();
    assert.equal(valueIn('They have 1.234 GW.\n\nThat is all.'), '1.234');
    assert.equal(valueIn('They have 1.234 GW.\n\nThat is 1.234.567 more.'), '1234');
    assert.equal(valueIn('They have 1.234 GW.\n\nThat is all.'), '1.234');
  });

  it('is forgotten where too much came in since', () => {
    const memory = new CountingMemory();
    const recogniser = new Recogniser({}, memory);
    const first = 'The first has 3 schools.';
    recogniser.read(first, 'en');
    for (let i = 0; i < 50; i++) recogniser.read(`${'x'.repeat(100_000)} ${i}`, 'en');
    memory.reads = 0;
    recogniser.read(first, 'en');
    assert.equal(memory.reads, 1);
  });
});
