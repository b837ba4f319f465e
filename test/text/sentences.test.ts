import assert from 'node:assert/strict';
import { paragraphAt } from '../../src/text/paragraphs.ts';
import { sentenceAt, sentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';
import { caseFiles, plainLines } from './case-files.ts';
import { Random, randomText } from './random.ts';

const cut = (text: string, { start, end }: Span): string => text.slice(start, end);

describe('sentences', () => {
  for (const file of caseFiles('sentences', '')) {
    for (const { place, value } of plainLines(file)) {
      const expected = value.split('|').map((sentence) => sentence.trim());
      const text = value.replaceAll('|', '');
      it(`${place} ${expected[0]}`, () => {
        const found = [...sentences(text)];
        assert.deepEqual(
          found.map((span) => cut(text, span)),
          expected,
        );
        for (const span of found) {
          for (let at = span.start; at < span.end; at += 1) assert.deepEqual(sentenceAt(text, at), span, `at ${at}`);
        }
      });
    }
  }

  it('stays inside of the text wherever it is asked', () => {
    const random = new Random(6);
    for (let round = 0; round < 300; round += 1) {
      const text = randomText(random, 40);
      for (let at = -1; at <= text.length + 1; at += 1) {
        const { start, end } = sentenceAt(text, at);
        assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify([text, at]));
      }
    }
  });

  const hostile = ['. ', '.', '\n', 'a.', '。', '(', '« ', 'a\n', `${'a'.repeat(60)}\n`, '1. '];
  for (const bit of hostile) {
    it(`takes ${JSON.stringify(bit.slice(0, 10))} a hundred thousand times in linear time`, function () {
      this.timeout(3000);
      const text = bit.repeat(100_000);
      let end = 0;
      for (const span of sentences(text)) {
        assert.ok(span.start >= end && span.end > span.start);
        end = span.end;
      }
      assert.ok(sentenceAt(text, text.length >> 1).end <= text.length);
    });
  }
});

describe('paragraphs', () => {
  const long =
    'Ein Satz von mehr als hundertzwanzig Zeichen steht hier, damit niemand meint, er sei umbrochen worden, und er geht noch weiter.';
  const wrapped = 'Diese Zeile ist umbrochen und geht in der\nnächsten weiter.';
  const cases: readonly [string, string, number, string][] = [
    ['a blank line ends one', 'eins\n\nzwei', 5, ''],
    ['a line of spaces too', 'eins\n \t\nzwei', 8, 'zwei'],
    ['a short line is one', 'Titel\nText', 7, 'Text'],
    ['a long line is one', `${long}\n${long}`, long.length + 5, long],
    ['a wrapped line is none', wrapped, 50, wrapped],
    ['nor from its first line', wrapped, 3, wrapped],
    ['with CRLF', wrapped.replace('\n', '\r\n'), 50, wrapped.replace('\n', '\r\n')],
    ['an item is one', 'Diese Zeile ist lang genug für einen Umbruch:\n- Punkt eins', 50, '- Punkt eins'],
    ['a Chinese line is twice as wide', `${'字'.repeat(61)}\n${'字'.repeat(61)}`, 3, '字'.repeat(61)],
    ['at the end of the text', 'eins\n', 5, ''],
    ['in no text', '', 0, ''],
  ];
  for (const [name, text, offset, expected] of cases) {
    it(name, () => assert.equal(cut(text, paragraphAt(text, offset)), expected));
  }
});
