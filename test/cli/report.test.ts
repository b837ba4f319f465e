import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from './bundle.ts';

describe('the page of a repository', function () {
  this.timeout(120_000);
  let root = '';
  const call = (...args: readonly string[]) =>
    spawnSync(process.execPath, [builtProgram(), ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, SOURCE_DATE_EPOCH: '1767225600', COLUMNS: '100' },
    });
  const page = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = call('report', '--output', '-', '--title', 'All', ...args);
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const said = (html: string): string => /To correct or to look at: ([^<]*)/.exec(html)?.[1] ?? '';

  before(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-report-')));
    cpSync('examples', root, { recursive: true });
    // Another record with the same id, indicators and articles: addresses on the page stay apart, and coverage is shared.
    const other = readFileSync(join(root, 'records/beijing-ai-2024.policy.yaml'), 'utf8');
    writeFileSync(join(root, 'records/second.policy.yaml'), other.replace('value: 2400', 'value: 2500'));
    writeFileSync(join(root, 'records/unreadable.policy.yaml'), 'id: [\n');
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is the same in however many threads it is made', () => {
    const alone = page('--jobs', '1');
    assert.match(alone, /<svg class="chart"/);
    assert.match(alone, /id="record-beijing-ai-2024\.2"/);
    assert.equal(page('--jobs', '3'), alone);
  });

  it('holds back what a check holds back for the baseline, and says so', () => {
    const before = page();
    assert.match(said(before), /errors/);
    call('check', '--update-baseline');
    const { summary } = JSON.parse(call('check', '--format', 'json').stdout) as {
      summary: { errors: number; known: number };
    };
    assert.equal(summary.errors, 0);
    for (const jobs of ['1', '2']) {
      const held = page('--jobs', jobs);
      assert.match(said(held), /findings of the baseline held back\./);
      assert.doesNotMatch(said(held), /errors?/);
      assert.doesNotMatch(held, /✗ Error:/);
      // What the article says stays what it says.
      assert.equal(held.match(/class="claim refuted/g)?.length, before.match(/class="claim refuted/g)?.length);
    }
    assert.equal(said(page('--no-baseline')), said(before));
  });
});
