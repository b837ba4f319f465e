/** The program as it is built: what makes it start quickly is there, and counts. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('a start of the built program', () => {
  it('takes over what V8 compiled when it was built', () => {
    // In a process of its own: the flags of V8 belong to what the cache is good for, and a test runner sets some.
    const program = inProject('dist/program.cjs');
    const accepted = `
      const { readFileSync } = require('node:fs');
      const { Script } = require('node:vm');
      const cachedData = readFileSync(${JSON.stringify(`${program}.cache`)});
      const script = new Script(readFileSync(${JSON.stringify(program)}, 'utf8'), { filename: ${JSON.stringify(program)}, cachedData });
      console.log(script.cachedDataRejected);`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', accepted], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    assert.equal(stdout, 'false\n', stderr);
  });

  it('reads plain ASCII, which costs a fraction of what other text does', () => {
    assert.equal(/[^\0-\x7f]/.test(readFileSync(inProject('dist/program.cjs'), 'latin1')), false);
  });

  it('loads no more of Node than a record takes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'start-'));
    const tell = join(folder, 'tell.cjs');
    writeFileSync(tell, "process.on('exit', () => console.error(process.moduleLoadList.join('\\n')));");
    const program = inProject('dist/policy-records.js');
    const args = [
      '--require',
      tell,
      program,
      'check',
      'examples/records/rail-freight.policy.yaml',
      '--fail-on',
      'never',
    ];
    const { stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: inProject('.') });
    rmSync(folder, { recursive: true });
    assert.match(stdout, /supported/);
    assert.match(stderr, /^NativeModule fs$/m);
    assert.doesNotMatch(stderr, /^NativeModule (?:child_process|worker_threads|https?|zlib)$/m);
  });
});
