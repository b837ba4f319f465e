/** The same tests in a desktop VS Code, which is downloaded. */
import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import type { Outcome } from '../suite/report.ts';
import { cache } from './packages.ts';
import { outcomesOf, prepare, type Session } from './session.ts';

export async function runOnDesktop(version: string, session: Session, module: string): Promise<readonly Outcome[]> {
  const { workspace, environment, report, remove } = prepare(session);
  let said = '';
  try {
    await runTests({
      version,
      cachePath: cache,
      extensionDevelopmentPath: [resolve('.'), resolve('test/vscode/host/runner')],
      extensionTestsPath: module,
      extensionTestsEnv: { ...environment },
      launchArgs: [workspace, '--disable-workspace-trust', '--disable-extensions'],
    });
  } catch (error) {
    // It rejects where a test failed, too; the report tells which.
    said = String(error);
  }
  const outcomes = outcomesOf(report(), said);
  remove();
  return outcomes;
}
