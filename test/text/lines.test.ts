import assert from 'node:assert/strict';
import { LineIndex } from '../../src/text/lines.ts';
import { Random } from './random.ts';

describe('lines', () => {
  const text = 'ab\ncd\r\n\rx\n';
  const positions: readonly [offset: number, line: number, character: number][] = [
    [0, 0, 0],
    [2, 0, 2],
    [3, 1, 0],
    [5, 1, 2],
    [7, 2, 0],
    [8, 3, 0],
    [9, 3, 1],
    [10, 4, 0],
    [99, 4, 0],
    [-1, 0, 0],
  ];
  for (const [offset, line, character] of positions) {
    it(`offset ${offset} is line ${line}, character ${character}`, () => {
      assert.deepEqual(new LineIndex(text).positionAt(offset), { line, character });
    });
  }

  it('knows where lines end', () => {
    const lines = new LineIndex(text);
    const all = Array.from({ length: lines.lineCount }, (_, line) =>
      text.slice(lines.lineStart(line), lines.lineEnd(line)),
    );
    assert.deepEqual(all, ['ab', 'cd', '', 'x', '']);
  });

  it('keeps positions inside of their line', () => {
    const lines = new LineIndex(text);
    assert.equal(lines.offsetAt({ line: 0, character: 50 }), 2);
    assert.equal(lines.offsetAt({ line: 50, character: 0 }), text.length);
    assert.equal(lines.offsetAt({ line: -1, character: 3 }), 0);
  });

  it('leads from every offset to a position and back', () => {
    const random = new Random(7);
    for (let round = 0; round < 200; round += 1) {
      let mixed = '';
      for (let left = random.below(30); left > 0; left -= 1) mixed += random.one(['a', '\n', '\r\n', '\r', '字']);
      const lines = new LineIndex(mixed);
      for (let at = 0; at <= mixed.length; at += 1) {
        if (mixed.startsWith('\r\n', at - 1)) continue;
        assert.equal(lines.offsetAt(lines.positionAt(at)), at, JSON.stringify([mixed, at]));
      }
    }
  });
});
