/**
 * The whole test run: each step below, then `N passed, N failed` on the last line. A step counts as one test, the unit
 * tests by their number. Every step runs, whatever the ones before it said. `npm test -- types lint` runs some of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const steps: Readonly<Record<string, readonly string[]>> = {
  build: ['npm', 'run', '--silent', 'build'],
  types: ['npm', 'run', '--silent', 'types'],
  lint: ['npm', 'run', '--silent', 'lint'],
  unit: ['npm', 'run', '--silent', 'coverage', '--', '--reporter', 'scripts/mocha-counts.cjs'],
  vscode: ['npm', 'run', '--silent', 'test:vscode'],
  mutate: ['npm', 'run', '--silent', 'mutate'],
};

const countsFile = '.cache/test-counts.json';

function runStep(name: string, command: readonly string[]): Counts {
  const started = Date.now();
  console.log(`\n── ${name}`);
  rmSync(countsFile, { force: true });
  const { status, error } = spawnSync(command[0] ?? '', command.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, TEST_COUNTS: countsFile },
  });
  if (error) console.log(error.message);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!existsSync(countsFile)) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = JSON.parse(readFileSync(countsFile, 'utf8')) as Counts;
  // The step itself can fail where no test did: a threshold of coverage, a crash behind the last test.
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

mkdirSync('.cache', { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0)
  throw new Error(`There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`);
let passed = 0;
let failed = 0;
for (const [name, command] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const counts = runStep(name, command);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
