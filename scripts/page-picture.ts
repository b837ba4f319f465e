/** Draws `media/page.png` from the real page over two records of `examples/`: `npx tsx scripts/page-picture.ts`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as browsers } from 'playwright-core';
import { chromium } from '../test/vscode/host/chromium.ts';

const width = 1000;
const records = ['beijing-ai-2024', 'beijing-plan-2023'].map((name) => `examples/records/${name}.policy.yaml`);

const folder = mkdtempSync(join(tmpdir(), 'policy-records-picture-'));
const file = join(folder, 'page.html');
const call = [
  'dist/policy-records.js',
  'report',
  ...records,
  '--title',
  'Artificial intelligence in Beijing',
  '-o',
  file,
];
const { status, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);
// Chromium refuses its sandbox to root, as which containers run.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await browsers.launch({ executablePath: chromium(), args });
try {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  const height = await page
    .locator('.indicator')
    .first()
    .evaluate((part) => part.getBoundingClientRect().bottom);
  await page.screenshot({ path: 'media/page.png', clip: { x: 0, y: 0, width, height }, fullPage: true });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
