import type { Page } from 'playwright-core';
import { find, openFile, runCommand, showHover, statusBar, typeText } from '../../test/vscode/host/driver.ts';

export interface Picture {
  /** Below `media`. */
  readonly file: string;
  /** Brings the window into the state that is to be seen. */
  readonly show: (page: Page) => Promise<void>;
}

/** The files are left out of sight where the record is what counts. */
async function openRecord(page: Page, name: string, sideBar = false): Promise<void> {
  await openFile(page, `${name}.policy.yaml`);
  await statusBar(page, /supported|claims/);
  if (!sideBar) await runCommand(page, 'View: Close Primary Side Bar');
}

/** The card of what stands at the words. */
const cardAt =
  (record: string, words: string): Picture['show'] =>
  async (page) => {
    await openRecord(page, record);
    await find(page, words);
    await showHover(page);
  };

const showPassage = async (page: Page): Promise<void> => {
  await runCommand(page, 'Policy Records: Show the Passage in the Article');
  await page.locator('.editor-group-container').nth(1).waitFor();
};

export const pictures: readonly Picture[] = [
  {
    file: 'editor-figure.png',
    show: cardAt('beijing-ai-2024', 'value: 2400'),
  },
  {
    file: 'editor-agency.png',
    show: cardAt('beijing-ai-2024', 'cn-bj-stc'),
  },
  {
    file: 'editor-findings.png',
    async show(page) {
      // First, so that the place in the record is looked for in what is left of the window.
      await runCommand(page, 'Problems: Focus on Problems View');
      await openRecord(page, 'typical-mistakes');
      await find(page, 'value: 4 million');
      await showPassage(page);
      const lines = page.locator('.editor-group-container').nth(1).locator('.view-line');
      await lines.filter({ hasText: 'milliards' }).first().waitFor();
    },
  },
  {
    file: 'editor-completion.png',
    async show(page) {
      await openRecord(page, 'heat-networks');
      await find(page, 'figures:');
      await page.keyboard.press('Control+End');
      await typeText(page, '  - id: new');
      for (const line of ['label: Buildings on the networks', 'value: ']) {
        // A list of proposals would take the key that ends the line.
        await page.keyboard.press('Escape');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Home');
        await typeText(page, `    ${line}`);
      }
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').nth(3).waitFor();
    },
  },
  {
    file: 'walkthrough/folder.png',
    show: (page) => openRecord(page, 'hydrogen', true),
  },
  {
    file: 'walkthrough/record.png',
    async show(page) {
      await openFile(page, 'hydrogen.en.md');
      await runCommand(page, 'Policy Records: New Record from an Article');
      await page.locator('.tab.active', { hasText: '.policy.yaml' }).waitFor();
    },
  },
  {
    file: 'walkthrough/claim.png',
    show: cardAt('hydrogen', 'value: 32'),
  },
  {
    file: 'walkthrough/passage.png',
    async show(page) {
      await openRecord(page, 'hydrogen');
      await find(page, 'value: ');
      await showPassage(page);
    },
  },
  {
    file: 'walkthrough/check.png',
    async show(page) {
      await openRecord(page, 'hydrogen');
      await find(page, 'id: first-section');
    },
  },
];
