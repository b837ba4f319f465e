import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openFile, runCommand, statusBar } from '../host/driver.ts';
import { type Driven, type DrivenWindow, eventually, inHand } from './driven.ts';
import { Typist } from './typist.ts';

const article = 'shore-power.en.txt';
const record = 'records/shore-power.policy.yaml';
/** The numbers in the order of the article, and what somebody calls each. */
const figures = [
  ['49.9 million euros', 'Cost of the first phase'],
  ['37 million euros', 'Paid by the EU'],
  ['5', 'Berths with shore power'],
  ['54 megawatts', 'Capacity of the link'],
  ['90 percent', 'Cut in nitrogen oxides'],
  ['17,000', 'Households around the harbour'],
  ['359', 'Calls of cruise ships'],
  ['6 percent', 'Fall since 2019'],
  ['940,000', 'Cruise passengers'],
  ['2', 'Berths of the second phase'],
  ['30 million euros', 'Set aside for it'],
  ['8,000 tonnes', 'Fuel saved in a year'],
] as const;
const numbers = figures.length;

/** What stands for a label that nobody has written yet. */
const labelToWrite = 'What this number says';

async function openArticle(page: Page, typist: Typist): Promise<void> {
  await typist.press('Control+P');
  await page.locator('.quick-input-widget input:focus').waitFor();
  await typist.type('shore');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: article }).first().waitFor();
  await typist.press('Enter');
  // The counts say that the extension has read the article, and that its commands are there.
  await covered(page, new RegExp(`0 of ${numbers} numbers`));
}

/** For each number of the article, how the status bar tells that it is selected. */
function selections(folder: string): RegExp[] {
  const text = readFileSync(join(folder, 'articles', article), 'utf8');
  let end = 0;
  return figures.map(([number]) => {
    end = text.indexOf(number, end) + number.length;
    const lines = text.slice(0, end).split('\n');
    return new RegExp(`^Ln ${lines.length}, Col ${(lines.at(-1) ?? '').length + 1} \\(${number.length} selected\\)$`);
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
  await covered(page, new RegExp(`${numbers} of ${numbers} numbers`));
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
      const wanted = selections(window.folder);
      for (const [index, [, label]] of figures.entries()) {
        // From the record, where the last label was written, back to the article.
        await typist.press('Alt+F9');
        await inHand(page, article, wanted[index] ?? /^$/);
        await typist.press('Control+Alt+F');
        await inHand(page, 'shore-power.policy.yaml', new RegExp(`\\(${labelToWrite.length} selected\\)`));
        await typist.type(label);
      }
      const labels = figures.map(([, label]) => label);
      const labelStrokes = labels.join('').length;
      await savedAndJudged(window, typist, since);
      const text = readFileSync(join(window.folder, record), 'utf8');
      for (const label of labels) assert.ok(text.includes(`label: ${label}\n`), `${label} is not in\n${text}`);
      window.tell(`of which ${labelStrokes} are the labels, and ${typist.strokes - labelStrokes} commands`);
    },
  },
  {
    title: 'a first record in a folder that has none, by the command in the palette',
    folder: 'test/vscode/folders/elsewhere',
    async run({ page, folder }) {
      const typist = new Typist(page);
      await openFile(page, 'notes.md');
      await runCommand(page, 'Policy Records: Go to the Next Unclaimed Number');
      await inHand(page, 'notes.md', /\(1 selected\)/);
      await runCommand(page, 'Policy Records: Add Figure to Record');
      await inHand(page, 'notes.policy.yaml', new RegExp(`\\(${labelToWrite.length} selected\\)`));
      await typist.type('Numbers of the text');
      await statusBar(page, /1 of 1 supported/);
      await typist.press('Control+S');
      const file = join(folder, 'notes.policy.yaml');
      const wanted = /label: Numbers of the text\n {4}value: 3\n/;
      await eventually('the record is saved', async () =>
        existsSync(file) && wanted.test(readFileSync(file, 'utf8')) ? true : undefined,
      );
    },
  },
];
