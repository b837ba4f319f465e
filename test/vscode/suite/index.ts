/** What the extension host calls: runs the bundled tests beside this file, and writes what came of them to a file. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Mocha from 'mocha';
import type { Measuring, Outcome, SuiteReport } from './report.ts';

export async function run(): Promise<void> {
  // As an import, which stays one when this file is bundled: mocha is an ES module, and not every host can require one.
  const { default: Mocha } = await import('mocha');
  const only = process.env.POLICY_RECORDS_TEST_GREP;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
    slow: 2_000,
    ...(only !== undefined && { grep: only }),
  });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.suite.cjs')) mocha.addFile(join(__dirname, file));
  }
  const outcomes: Outcome[] = [];
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      write({ outcomes, finished: true });
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    runner.on('pass', (test) => note(test, undefined));
    runner.on('fail', (test, error: unknown) => note(test, error));
  });

  function note(test: Mocha.Runnable, error: unknown): void {
    const problem =
      error === undefined ? {} : { problem: error instanceof Error ? (error.stack ?? '') : String(error) };
    const { measured } = test as Measuring;
    outcomes.push({
      title: test.fullTitle(),
      milliseconds: test.duration ?? 0,
      ...problem,
      ...(measured !== undefined && { measured }),
    });
    write({ outcomes, finished: false });
  }
}

function write(report: SuiteReport): void {
  const file = process.env.POLICY_RECORDS_TEST_REPORT;
  if (!file) throw new Error('POLICY_RECORDS_TEST_REPORT does not say where the report goes');
  writeFileSync(file, JSON.stringify(report));
}
