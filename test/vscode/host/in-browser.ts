/** Tests in a VS Code that a server of this machine shows in Chromium. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Outcome } from '../suite/report.ts';
import type { InstalledBuild } from './install-build.ts';
import { startServer } from './server.ts';
import { endsWithin, outcomesOf, prepare, type Session } from './session.ts';
import { openWindow } from './window.ts';

/** @param packaged the packed extension, installed as a user does; without it, it is run from the project's folder. */
export async function runInBrowser(
  build: InstalledBuild,
  session: Session,
  module: string,
  browser: Browser,
  packaged?: string,
): Promise<readonly Outcome[]> {
  const { temporary, workspace, environment, report, remove } = prepare(session);
  const data = join(temporary, 'data');
  mkdirSync(data);
  const server = await startServer(build, {
    data,
    packages: packaged ? [packaged] : [],
    environment,
    trusts: !session.isUntrusted,
  });
  try {
    const extension = resolve(packaged ? 'test/vscode/host/runner' : '.');
    const page = await openWindow(browser, { port: server.port, folder: workspace, extension, tests: module });
    let said = '';
    page.on('console', (message) => {
      said += `${message.text()}\n`;
    });
    const until = Date.now() + endsWithin;
    for (let hasEnded = false; !hasEnded && !report().finished && Date.now() < until; ) {
      hasEnded = /Extension Host Process exited/.test(server.log());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await page.close();
    return outcomesOf(report(), said);
  } finally {
    await server.stop();
    remove();
  }
}
