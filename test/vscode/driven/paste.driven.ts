import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { find, openFile, statusBar } from '../host/driver.ts';
import { type Driven, type DrivenWindow, eventually, inHand } from './driven.ts';

const record = 'berths.policy.yaml';
const words = 'The link carries up to 54 megawatts';

const empty = `id: berths
sources:
  - id: paper
    file: ../articles/shore-power.en.txt
figures:
  - id: berths
    label: Berths with shore power
    value: 5
    quote: Cruise ships at 5 berths
`;

/** Words of the article in the clipboard, and the cursor behind the last line of a record that cites it. */
async function copied({ page, folder }: DrivenWindow): Promise<void> {
  writeFileSync(join(folder, 'records', record), empty);
  await openFile(page, 'shore-power.en.txt');
  await inHand(page, 'shore-power.en.txt', /^Ln 1, Col 1$/);
  await page.locator('.monaco-editor.focused').waitFor();
  await find(page, words);
  await inHand(page, 'shore-power.en.txt', new RegExp(`\\(${words.length} selected\\)`));
  await page.keyboard.press('Control+C');
  await openFile(page, record);
  await statusBar(page, /1 of 1 supported/);
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+End');
  await inHand(page, record, /^Ln 10, Col 1$/);
}

/** The words became a figure, and stand nowhere but in its quote. */
async function figureIsWritten({ page, folder }: DrivenWindow): Promise<void> {
  await statusBar(page, /2 of 2 supported/);
  await page.keyboard.press('Control+S');
  const figure =
    /\n {2}- id: mw\n {4}label: [^\n]+\n {4}value: 54\n {4}unit: MW\n {4}qualifier: at-most\n {4}quote: >-\n[^\n]+54 megawatts\n$/;
  await eventually('the figure is saved', async () => {
    const text = readFileSync(join(folder, 'records', record), 'utf8');
    return text.startsWith(empty.trimEnd()) && figure.test(text) ? true : undefined;
  });
}

export const driven: readonly Driven[] = [
  {
    title: 'copied words are pasted as words, and become a figure where that is chosen from what else they may be',
    async run(window) {
      const { page } = window;
      await copied(window);
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: /^The.link.carries/ }).waitFor();
      await page.locator('.post-edit-widget').waitFor();
      await page.keyboard.press('Control+.');
      const other = page.locator('.action-widget .monaco-list-row', { hasText: 'Paste as a Figure' });
      await other.waitFor();
      await page.keyboard.press('ArrowDown');
      await other.and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Enter');
      await figureIsWritten(window);
    },
  },
  {
    title: 'copied words are pasted as a figure where the settings prefer that',
    settings: { 'editor.pasteAs.preferences': ['policyRecords.figures'] },
    async run(window) {
      await copied(window);
      await window.page.keyboard.press('Control+V');
      await figureIsWritten(window);
    },
  },
];
