/** The same tests in a desktop VS Code, which is downloaded. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import type { Outcome } from '../suite/report.ts';
import { cache } from './packages.ts';
import { outcomesOf, prepare, type Session } from './session.ts';

export async function runOnDesktop(version: string, session: Session, module: string): Promise<readonly Outcome[]> {
  const vscodeExecutablePath = await download(version);
  const { temporary, workspace, environment, report, remove } = prepare(session);
  const data = join(temporary, 'data');
  // Asked whether it trusts a folder, a window waits for an answer; unasked, it is limited.
  mkdirSync(join(data, 'User'), { recursive: true });
  const settings = { 'security.workspace.trust.startupPrompt': 'never' };
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(settings));
  let said = '';
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: [resolve('.'), resolve('test/vscode/host/runner')],
      extensionTestsPath: module,
      extensionTestsEnv: { ...environment },
      launchArgs: [
        workspace,
        ...['--user-data-dir', data, '--extensions-dir', join(temporary, 'extensions')],
        ...['--disable-extensions', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
        ...(session.isUntrusted ? [] : ['--disable-workspace-trust']),
        // Chromium refuses its sandbox to root, as which tests run in containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  } catch (error) {
    // It rejects where a test failed, too; the report tells which.
    said = String(error);
  }
  const outcomes = outcomesOf(report(), said);
  remove();
  return outcomes;
}

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cache });
  } catch (cause) {
    throw new Error(
      `VS Code ${version} could not be downloaded, which the tests on a desktop need; on Linux \`npm run test:vscode\` does without.`,
      { cause },
    );
  }
}
