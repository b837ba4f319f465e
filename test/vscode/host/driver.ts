/** What a person does in the window, with the keyboard. */
import type { Page } from 'playwright-core';

/** Waits until the window can be used and our extension has looked at it. */
export async function ready(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 120_000 });
}

export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  const input = page.locator('.quick-input-widget input');
  await input.fill(name);
  // What is pressed opens the row that has the focus, which changes while files are still being found.
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: name.split('/').at(-1) ?? name })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name.split('/').at(-1) ?? name }).waitFor();
}

const tries = 5;

export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first();
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    try {
      await row.waitFor({ timeout: 10_000 });
      break;
    } catch (error) {
      // The list has the commands that were known when it was opened; those of extensions come later.
      if (attempt === tries) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}

/** @param line one-based, as @param column. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
}

export async function showHover(page: Page): Promise<void> {
  await runCommand(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor();
}

export const statusItem = (page: Page) => page.locator('[id="policy-records.policy-records.policyRecords.status"]');

/** The text of our item in the status bar, once it says one. */
export async function statusBar(page: Page, wanted: RegExp): Promise<string> {
  const item = statusItem(page).filter({ hasText: wanted });
  await item.waitFor();
  return ((await item.textContent()) ?? '').trim();
}

/** Puts the cursor behind the first place of a text, where the editor then shows it. */
export async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'detached' });
}

export async function typeText(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 5 });
}
