/** `reliability.md` says which tests show what the tool promises; they must be there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const rows = readFileSync('test/reliability.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'));

describe('the list of promises', () => {
  it('names a test for each', () => {
    assert.ok(rows.length > 20);
    for (const row of rows) {
      const files = [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      assert.ok(files.length > 0, row);
      for (const file of files) assert.ok(existsSync(file), `${file} is not there`);
    }
  });
});
