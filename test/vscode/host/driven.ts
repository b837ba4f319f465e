/** Windows that are driven from outside, as a person does it: each file of `test/vscode/driven` is one. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Driven } from '../driven/driven.ts';
import type { Outcome } from '../suite/report.ts';
import { ready } from './driver.ts';
import type { InstalledBuild } from './install-build.ts';
import { startServer } from './server.ts';
import { openWindow } from './window.ts';

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'files.exclude': { '.vscode': true },
};

/** In milliseconds; what a person would wait for. */
const patience = 60_000;

/** @param packaged as for `runInBrowser`. */
export async function runDriven(
  build: InstalledBuild,
  browser: Browser,
  packaged: string | undefined,
  asked: readonly string[],
): Promise<readonly Outcome[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'policy-records-driven-'));
  const data = join(temporary, 'data');
  mkdirSync(data);
  const server = await startServer(build, { data, packages: packaged ? [packaged] : [], environment: {} });
  const extension = resolve(packaged ? 'test/vscode/host/runner' : '.');
  const outcomes: Outcome[] = [];
  try {
    for (const [index, { title, folder: from = 'examples', settings: own, run }] of (await all(asked)).entries()) {
      const folder = join(temporary, String(index), 'policies');
      cpSync(from, folder, { recursive: true });
      mkdirSync(join(folder, '.vscode'));
      writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ ...settings, ...own }));
      const page = await openWindow(browser, { port: server.port, folder, extension });
      page.setDefaultTimeout(patience);
      const started = Date.now();
      let problem: string | undefined;
      try {
        await ready(page);
        await run({ page, folder, tell: (words) => console.log(`  ${words}`) });
      } catch (error) {
        problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const picture = join(tmpdir(), `policy-records-driven-${index}.png`);
        await page.screenshot({ path: picture }).catch(() => undefined);
        problem += `\nThe window then: ${picture}`;
      }
      outcomes.push({ title, milliseconds: Date.now() - started, ...(problem !== undefined && { problem }) });
      await page.close();
    }
    return outcomes;
  } finally {
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function all(asked: readonly string[]): Promise<readonly Driven[]> {
  const folder = resolve('test', 'vscode', 'driven');
  const files = readdirSync(folder).filter((file) => file.endsWith('.driven.ts'));
  const wanted = asked.length === 0 ? files : files.filter((file) => asked.some((name) => file.startsWith(name)));
  if (wanted.length === 0) throw new Error(`test/vscode/driven holds no such *.driven.ts: ${asked.join(', ')}`);
  const modules = await Promise.all(
    wanted.sort().map(async (file) => (await import(pathToFileURL(join(folder, file)).href)) as { driven: Driven[] }),
  );
  return modules.flatMap(({ driven }) => driven);
}
