/**
 * Takes the pictures of README.md, docs/vscode.md and the walkthrough from the real window: `npm run pictures [name…]`,
 * after `npm run build`. Look at them before they are kept.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { recent } from '../test/vscode/host/builds.ts';
import { ready } from '../test/vscode/host/driver.ts';
import { installBuild } from '../test/vscode/host/install-build.ts';
import { startServer } from '../test/vscode/host/server.ts';
import { openBrowser, openWindow } from '../test/vscode/host/window.ts';
import { type Picture, pictures } from './pictures/pictures.ts';

const size = { width: 1120, height: 640 };

/** Without the title of the window, which says that the extension is under development. */
const clip = { x: 0, y: 30, width: size.width, height: size.height - 30 };

/** So that a picture shows what it is about. They belong to the folder, since each window is a new one. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'editor.guides.indentation': false,
  'files.exclude': { '.vscode': true },
};

/** VS Code opens it for its chat, some time after the window. */
async function withoutSecondSideBar(page: Page): Promise<void> {
  const bar = page.locator('.part.auxiliarybar');
  for (let calm = 0; calm < 4; calm += 1) {
    await page.waitForTimeout(500);
    if (!(await bar.isVisible())) continue;
    await page.keyboard.press('Control+Alt+B');
    await bar.waitFor({ state: 'hidden' });
    calm = 0;
  }
}

async function take(page: Page, { file, show }: Picture): Promise<void> {
  await withoutSecondSideBar(page);
  await show(page);
  // What moves comes to rest; there is no event for that.
  await page.waitForTimeout(1_000);
  const path = resolve('media', file);
  await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
  console.log(path);
}

const asked = process.argv.slice(2);
const wanted = pictures.filter(({ file }) => asked.length === 0 || asked.some((name) => file.includes(name)));
const temporary = mkdtempSync(join(tmpdir(), 'policy-records-pictures-'));
const data = join(temporary, 'data');
mkdirSync(data);
mkdirSync(resolve('media', 'walkthrough'), { recursive: true });
const server = await startServer(installBuild(recent), { data, packages: [], environment: {} });
const browser = await openBrowser();
try {
  for (const picture of wanted) {
    // A copy for each, since some pictures show something that was typed.
    const folder = join(temporary, picture.file.replace(/\W/g, '-'), 'policy-records');
    cpSync('examples', folder, { recursive: true });
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
    const page = await openWindow(browser, { port: server.port, folder, extension: resolve('.'), size });
    page.setDefaultTimeout(120_000);
    await ready(page);
    await take(page, picture);
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}
