import assert from 'node:assert/strict';
import { fold } from '../../src/text/fold.ts';
import { caseFiles, keyedLines } from './case-files.ts';
import { Random, randomText } from './random.ts';

describe('folding', () => {
  for (const file of caseFiles('quotes', 'folded')) {
    for (const { place, key, value } of keyedLines(file, /^.+$/s)) {
      it(`${place} ${key}`, () => {
        const forms = value.split(' | ').map((text) => fold(text).folded);
        if (key === '!') assert.equal(new Set(forms).size, forms.length, forms.join(' | '));
        else for (const form of forms) assert.equal(form, key === '*' ? forms[0] : key);
      });
    }
  }

  it('leads every folded unit back to units of the original that fold to it', () => {
    const random = new Random(1);
    for (let round = 0; round < 2000; round += 1) {
      const text = randomText(random, 60);
      const article = fold(text);
      let end = 0;
      for (let at = 0; at < article.folded.length; at += 1) {
        const span = article.toOriginal(at, at + 1);
        assert.ok(
          span.start >= 0 && span.end > span.start && span.end <= text.length,
          JSON.stringify([text, at, span]),
        );
        assert.ok(span.end >= end, `offsets go back in ${JSON.stringify(text)} at ${at}`);
        end = span.end;
      }
      assert.deepEqual(article.toOriginal(0, 0).start <= text.length, true);
    }
  });

  it('gives the folded form of what it leads back to', () => {
    const random = new Random(2);
    for (let round = 0; round < 2000; round += 1) {
      const text = randomText(random, 40);
      const article = fold(text);
      const words = [...article.folded.matchAll(/(?<![\p{L}\d])(?:[A-Za-zäé]+|\d{4,})(?![\p{L}\p{M}\d])/gu)];
      for (const { 0: word, index } of words) {
        const { start, end } = article.toOriginal(index, index + word.length);
        const back = fold(text.slice(start, end)).folded;
        if (article.breaks.some((at) => at > index && at < index + word.length)) continue;
        assert.equal(back, word, JSON.stringify([text, text.slice(start, end)]));
      }
    }
  });

  it('changes nothing more when it is done twice', () => {
    const random = new Random(3);
    for (let round = 0; round < 2000; round += 1) {
      // A mark behind no letter belongs to one when what stands between them has been dropped; so do groups of digits.
      const bare = randomText(random, 40).replace(/(?<![\p{L}\p{M}])[\u0301\u3099ﾞ]+/gu, '');
      const text = bare.replace(/\d+/g, '7');
      const once = fold(text).folded;
      assert.equal(fold(once).folded, once, JSON.stringify(text));
    }
  });

  it('returns a plain text as it is', () => {
    const text = 'eine Stadt hat zwanzig Brücken';
    assert.equal(fold(text).folded, text);
    assert.deepEqual(fold(text).toOriginal(5, 10), { start: 5, end: 10 });
    assert.deepEqual(fold('').toOriginal(0, 0), { start: 0, end: 0 });
  });

  it('takes a character of several units as a whole', () => {
    const article = fold('x e\u0301 ﬁn');
    assert.equal(article.folded, 'x é fin');
    assert.deepEqual(article.toOriginal(2, 3), { start: 2, end: 4 });
    assert.deepEqual(article.toOriginal(5, 6), { start: 5, end: 6 });
    assert.deepEqual(article.toOriginal(4, 5), { start: 5, end: 6 });
  });

  const hostile: readonly [string, string][] = [
    ['brackets', '['.repeat(200_000)],
    ['links without an end', '[a](b/'.repeat(50_000)],
    ['soft hyphens', 'a\u00ad'.repeat(200_000)],
    ['combining marks', '\u0301\u0323'.repeat(100_000)],
    ['spaces', ' '.repeat(500_000)],
    ['lone surrogates', '\ud800\udc00\ud800 '.repeat(50_000)],
    ['ligatures that grow', '\ufdfb'.repeat(50_000)],
    ['hyphenated lines', 'ab-\n'.repeat(100_000)],
  ];
  for (const [name, text] of hostile) {
    it(`takes ${name} in linear time`, function () {
      this.timeout(2000);
      const article = fold(text);
      const { end } = article.toOriginal(0, article.folded.length);
      assert.ok(end <= text.length);
    });
  }
});
