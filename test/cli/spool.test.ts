import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Spool } from '../../src/node/spool.ts';

const kept = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('policy-records-'));

describe('text that waits for the end of a run', () => {
  const parts = Array.from({ length: 4000 }, (_, index) => `${index} 亿 👍 é`.repeat(1 + (index % 40)));

  it('comes back as it was, whether it is little or much', () => {
    for (const count of [0, 1, 10, parts.length]) {
      const spool = new Spool();
      const some = parts.slice(0, count);
      for (const part of some) spool.add(part);
      assert.equal([...spool.pieces()].join(''), some.join(''), `${count} parts`);
      spool.close();
    }
  });

  it('leaves no file, not even while it is written', () => {
    const before = kept();
    const spool = new Spool();
    for (const part of parts) spool.add(part);
    if (process.platform !== 'win32') assert.deepEqual(kept(), before);
    spool.close();
    assert.deepEqual(kept(), before);
  });
});
