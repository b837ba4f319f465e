import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { chromium } from './chromium.ts';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface WindowOptions {
  readonly port: number;
  /** The folder that the window opens, or a `.code-workspace` that names it. */
  readonly folder: string;
  /** An extension in its folder, run as if it were installed. */
  readonly extension: string;
  /** A module with `run()`, called in the extension host; without it, it is a window to look at. */
  readonly tests?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

export function openBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root, as which tests run in containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return browsers.launch({ executablePath: chromium(), headless: true, args: [...quiet, ...sandbox] });
}

export async function openWindow(browser: Browser, options: WindowOptions): Promise<Page> {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${options.port}${path}`;
  const payload = [['extensionDevelopmentPath', remote(options.extension)]];
  if (options.tests) payload.push(['extensionTestsPath', remote(options.tests)]);
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
  const kind = options.folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: options.folder, payload: JSON.stringify(payload) });
  await page.goto(`http://127.0.0.1:${options.port}/?${query}`);
  return page;
}
