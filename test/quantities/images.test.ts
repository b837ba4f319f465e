/** What a build keeps of a compiled table is the table: the programs read with it, the sources and these tests without. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, undetermined } from '../../src/quantities/languages/index.ts';
import { compileLexicon } from '../../src/quantities/lexicon-compile.ts';
import { imageOf, type LexiconImage, lexiconFrom } from '../../src/quantities/lexicon-image.ts';
import { lexiconOf } from '../../src/quantities/lexicons.ts';
import { packed, unpacked } from '../../src/quantities/packed.ts';
import { A } from '../../src/quantities/roles.ts';
import { Scan } from '../../src/quantities/scan.ts';
import { indexOf, wordImageOf } from '../../src/quantities/word-index.ts';
import { folder } from './cases.ts';

const written = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('images of tables', () => {
  for (const table of [...languages, undetermined]) {
    it(`the table of ${table.name} reads every sentence as before`, () => {
      const compiled = compileLexicon(table);
      const restored = lexiconFrom(written(imageOf(compiled)), table);
      assert.deepEqual(written(imageOf(restored)), written(imageOf(compiled)));
      const texts = textsIn(table.tag === 'und' ? 'en' : table.tag);
      assert.ok(texts.length > 20);
      for (const text of texts) assert.deepEqual(new Scan(text, restored).run(), new Scan(text, compiled).run());
    });
  }

  it('no image holds what JSON does not', () => {
    for (const table of languages) {
      const image: LexiconImage = imageOf(compileLexicon(table));
      assert.deepEqual(written(image), image);
    }
    const words = wordImageOf(indexOf(languages));
    assert.deepEqual(written(words), words);
  });

  it('the words of a configuration are added to those of the table', () => {
    const table = languages.find(({ tag }) => tag === 'de');
    assert.ok(table);
    const nouns = { reactors: ['Reaktor', 'Meiler'], 'research sites': ['Labor'] };
    const own = lexiconOf(table, { nouns, units: { SWU: ['Trennarbeitseinheiten'] } });
    assert.deepEqual(own.after.meaning('meiler', A.noun), ['reactors']);
    const before = compileLexicon(table).after.meaning<string[]>('labor', A.noun);
    assert.ok(before && before.length > 0);
    assert.deepEqual(own.after.meaning('labor', A.noun), [...before, 'research sites']);
    const [read, compounded] = new Scan('3 Meiler und 12 SWU, 7 Forschungsreaktor', own).run().quantities;
    assert.deepEqual(read?.concepts, ['reactors']);
    assert.equal(compounded?.unit, 'SWU');
    assert.deepEqual(
      own.nounEndings
        .get('tor')
        ?.find(({ text }) => text === 'reaktor')
        ?.concepts.at(-1),
      'reactors',
    );
  });
});

describe('packed numbers', () => {
  it('come back, on both sides of what is left out', () => {
    const numbers = [0, 1, 0x5d, 0xd800 - 0x5d - 1, 0xd800 - 0x5d, 0xd800, 0xffff - 0x85d];
    const text = packed(numbers);
    assert.equal(Buffer.from(text).toString(), text);
    assert.deepEqual(
      numbers.map((_, place) => unpacked(text, place)),
      numbers,
    );
  });
  for (const number of [-1, 0xffff - 0x85c, 1.5, Number.NaN]) {
    it(`${number} does not fit`, () => assert.throws(() => packed([number]), RangeError));
  }
});

/** Lines of the corpora of a language, with their expectations: text like any other. */
const textsIn = (tag: string): string[] =>
  ['sentences', 'nothing'].flatMap((name) => readFileSync(join(folder, tag, `${name}.txt`), 'utf8').split('\n'));
