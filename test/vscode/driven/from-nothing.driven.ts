import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { statusBar } from '../host/driver.ts';
import { type Driven, type DrivenWindow, eventually } from './driven.ts';
import { Typist } from './typist.ts';

const article = 'shore-power.en.txt';
const record = 'records/shore-power.policy.yaml';
const numbers = 12;

/** What somebody calls the numbers, in the order of the article. */
const labels = [
  'Cost of the first phase',
  'Paid by the EU',
  'Berths with shore power',
  'Capacity of the link',
  'Cut in nitrogen oxides',
  'Households around the harbour',
  'Calls of cruise ships',
  'Fall since 2019',
  'Cruise passengers',
  'Berths of the second phase',
  'Set aside for it',
  'Fuel saved in a year',
];

async function openArticle(page: Page, typist: Typist): Promise<void> {
  await typist.press('Control+P');
  await page.locator('.quick-input-widget input').waitFor();
  await typist.type('shore');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: article }).first().waitFor();
  await typist.press('Enter');
  await page.locator('.tab.active', { hasText: article }).waitFor();
}

/** Somebody who is faster than the window presses the key again. */
async function nextNumber(page: Page, typist: Typist): Promise<void> {
  await eventually('the next number is selected', async () => {
    await typist.press('Alt+F9');
    return page
      .locator('.monaco-editor.focused .selected-text')
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true as const,
        () => undefined,
      );
  });
}

/** The counts of the open article in the status bar. */
const covered = (page: Page, wanted: RegExp): Promise<void> =>
  page.locator('[id="policy-records.policy-records.policyRecords.coverage"]', { hasText: wanted }).waitFor();

/** What the command says of the record on the disk: how many claims are supported, and how much of the article is claimed. */
function judged(folder: string): { readonly supported: number; readonly claims: number; readonly percent: number } {
  const call = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, [resolve('dist/policy-records.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.notEqual(stdout, '', stderr);
    return stdout;
  };
  const { records } = JSON.parse(call('check', record, '--format', 'json')) as {
    records: { claims: { verdict: string }[] }[];
  };
  const claims = records.flatMap((one) => one.claims);
  const { articles } = JSON.parse(call('coverage', record, '--format', 'json')) as {
    articles: { file: string; percent: number }[];
  };
  return {
    claims: claims.length,
    supported: claims.filter(({ verdict }) => verdict === 'supported').length,
    percent: articles.find(({ file }) => file.endsWith(article))?.percent ?? 0,
  };
}

async function savedAndJudged({ page, folder, tell }: DrivenWindow, typist: Typist, since: number): Promise<void> {
  await statusBar(page, new RegExp(`${numbers} of ${numbers} supported`));
  await typist.press('Control+S');
  const seconds = (Date.now() - since) / 1000;
  await eventually('the record is saved', async () => {
    const file = join(folder, record);
    return (existsSync(file) && readFileSync(file, 'utf8').match(/- id: /g)?.length === numbers + 1) || undefined;
  });
  assert.deepEqual(judged(folder), { claims: numbers, supported: numbers, percent: 100 });
  tell(`${numbers} figures: ${typist.strokes} key strokes, ${seconds.toFixed(1)} s`);
}

export const driven: readonly Driven[] = [
  {
    title: 'from an article to a checked record of 12 figures, all at once',
    async run(window) {
      const { page } = window;
      const typist = new Typist(page);
      const since = Date.now();
      await openArticle(page, typist);
      await typist.command('Add Figures for All');
      await page.locator('.tab.active', { hasText: 'shore-power.policy.yaml' }).waitFor();
      await savedAndJudged(window, typist, since);
    },
  },
  {
    title: 'from an article to a checked record of 12 figures, one after the other, each with a label',
    async run(window) {
      const { page } = window;
      const typist = new Typist(page);
      const since = Date.now();
      await openArticle(page, typist);
      for (const [index, label] of labels.entries()) {
        await nextNumber(page, typist);
        await typist.press('Control+Alt+F');
        await page.locator('.tab.active', { hasText: 'shore-power.policy.yaml' }).first().waitFor();
        await page.locator('.monaco-editor.focused .selected-text').first().waitFor();
        await typist.type(label);
        await typist.press('Control+1');
        await covered(page, new RegExp(`${index + 1} of ${numbers} numbers`));
      }
      const labelStrokes = labels.join('').length;
      await typist.press('Control+2');
      await savedAndJudged(window, typist, since);
      const text = readFileSync(join(window.folder, record), 'utf8');
      for (const label of labels) assert.ok(text.includes(`label: ${label}\n`), `${label} is not in\n${text}`);
      window.tell(`of which ${labelStrokes} are the labels, and ${typist.strokes - labelStrokes} commands`);
    },
  },
];
