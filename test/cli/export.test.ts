/** What is exported, held against those who read it: the library of Frictionless Data, and the article itself. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { called } from './terminal.ts';

const examples = 'examples/records';

describe('exports', function () {
  this.timeout(60_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function exported(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await called(['export', examples, ...args]);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    return stdout;
  }

  it('as a data package are valid, the table row for row', async () => {
    await exported('--format', 'datapackage', '--output', join(folder, 'claims'));
    const descriptor = JSON.parse(readFileSync(join(folder, 'claims/datapackage.json'), 'utf8'));
    const loaded = await Package.load(descriptor, { basePath: join(folder, 'claims') });
    assert.deepEqual(loaded.errors, []);
    const [claims] = loaded.resources;
    assert.ok(claims);
    // Every row is cast by the schema; one that does not fit is thrown.
    const rows = await claims.read({ keyed: true });
    assert.equal(rows.length, (await exported('--format', 'jsonl')).trimEnd().split('\n').length);
    assert.ok(rows.length > 300);
    const refuted = rows.filter(({ verdict }) => verdict === 'refuted');
    assert.equal(refuted.length, 12);
  });

  it('give the places of the article in UTF-16 units', async () => {
    const rows = (await exported('--format', 'jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    let compared = 0;
    for (const { evidence } of rows)
      for (const { file, start, end, text } of evidence) {
        if (text === undefined || !/\.(?:txt|md)$/.test(file)) continue;
        assert.equal(readFileSync(join('examples', file), 'utf8').slice(start, end), text);
        compared += 1;
      }
    assert.ok(compared > 300);
  });

  it('as web annotations lead to the same words by position and by quote', async () => {
    const { total, first } = JSON.parse(await exported('--format', 'web-annotation'));
    assert.equal(first.items.length, total);
    const texts = ['chips-act.en.md', 'county-hospitals.zh.txt', 'hydrogen.en.md'].map((name) => [
      ...readFileSync(`examples/articles/${name}`, 'utf8'),
    ]);
    let found = 0;
    for (const { target } of first.items) {
      const [{ exact, prefix, suffix }, { start, end }] = target.selector;
      const text = texts.find(
        (points) => points.slice(start, end).join('') === exact && points.slice(0, start).join('').endsWith(prefix),
      );
      if (!text) continue;
      found += 1;
      assert.ok(text.slice(end).join('').startsWith(suffix));
    }
    assert.ok(found > 50);
    assert.equal(new Set(first.items.map(({ id }: { id: string }) => id)).size, total, 'each has an id of its own');
  });
});
