import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spool } from '../../src/node/spool.ts';

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
    const before = process.env.TMPDIR;
    const own = mkdtempSync(join(tmpdir(), 'policy-records-'));
    process.env.TMPDIR = own;
    try {
      const spool = new Spool();
      for (const part of parts) spool.add(part);
      if (process.platform !== 'win32') assert.deepEqual(readdirSync(own), []);
      spool.close();
      assert.deepEqual(readdirSync(own), []);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(own, { recursive: true });
    }
  });
});
