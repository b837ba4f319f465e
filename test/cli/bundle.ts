import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

let program: string | undefined;

/** The launcher of the bundle as it is shipped, built anew once in each run of the tests, so that no older one is tested. */
export function builtProgram(): string {
  if (program !== undefined) return program;
  const folder = resolve('.cache/bundle');
  const built = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', folder], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  program = join(folder, 'policy-records.js');
  return program;
}
