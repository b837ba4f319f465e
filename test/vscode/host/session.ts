/** One window of VS Code in which one folder of tests runs. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Outcome, SuiteReport } from '../suite/report.ts';
import type { InstalledBuild } from './install-build.ts';
import { startServer } from './server.ts';
import { openWindow } from './window.ts';

export interface Session {
  /** A folder of `test/vscode/suite`. */
  readonly suite: string;
  /** What the window opens: a copy of this folder. */
  readonly folder: string;
  /** The folder is opened as a file system that lies on no disk. */
  readonly isVirtual?: true;
  /** The packaged extension, installed as a user does; else it is run from the project's folder. */
  readonly packaged?: string;
}

const endsWithin = 240_000;

/** Runs the tests of a session, as what came of each. A host that ends too early is a failure of its own. */
export async function runSession(
  build: InstalledBuild,
  session: Session,
  module: string,
  browser: Browser,
): Promise<readonly Outcome[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'policy-records-vscode-'));
  const folder = join(temporary, 'workspace');
  cpSync(session.folder, folder, { recursive: true });
  const data = join(temporary, 'data');
  mkdirSync(data);
  const file = join(temporary, 'report.json');
  const workspace = session.isVirtual ? virtualWorkspace(temporary) : folder;
  const server = await startServer(build, {
    data,
    packages: session.packaged ? [session.packaged] : [],
    environment: { POLICY_RECORDS_TEST_REPORT: file, POLICY_RECORDS_TEST_MIRROR: folder },
  });
  try {
    const extension = resolve(session.packaged ? 'test/vscode/host/runner' : '.');
    const page = await openWindow(browser, { port: server.port, folder: workspace, extension, tests: module });
    let said = '';
    page.on('console', (message) => {
      said += `${message.text()}\n`;
    });
    const report = await finished(file, () => /Extension Host Process exited/.test(server.log()));
    await page.close();
    if (report.finished) return report.outcomes;
    const problem = `The extension host ended before its tests did. What the window said last:\n${said.slice(-4000)}`;
    return [...report.outcomes, { title: 'the tests run to their end', milliseconds: endsWithin, problem }];
  } finally {
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A workspace whose one folder the extension in `runner` serves. */
function virtualWorkspace(temporary: string): string {
  const file = join(temporary, 'virtual.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ uri: 'mirror:/' }] }));
  return file;
}

async function finished(file: string, hasEnded: () => boolean): Promise<SuiteReport> {
  const until = Date.now() + endsWithin;
  let report: SuiteReport = { outcomes: [], finished: false };
  while (!report.finished && Date.now() < until) {
    const isLast = hasEnded();
    await new Promise((resolve) => setTimeout(resolve, 100));
    report = read(file) ?? report;
    if (isLast) break;
  }
  return report;
}

/** Undefined where it is not written yet, or half. */
function read(file: string): SuiteReport | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteReport;
  } catch {
    return undefined;
  }
}
