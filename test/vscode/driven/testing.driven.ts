import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { find, openFile, runCommand, statusBar } from '../host/driver.ts';
import { type Driven, eventually, inHand } from './driven.ts';

/** A row of the Testing view, by words of its label or its description. */
const row = (page: Page, words: string): Locator =>
  page.locator('.test-explorer .monaco-list-row', { hasText: words }).first();

/** What screen readers are told of a row: its name and, in brackets, how it came out. */
const said = async (one: Locator): Promise<string> => (await one.getAttribute('aria-label')) ?? '';

/** A run over all records is told record by record. */
const patience = 150_000;

const saysSoon = (one: Locator, outcome: RegExp): Promise<string> =>
  eventually(
    `a test that is ${outcome}`,
    async () => {
      const words = await said(one);
      return outcome.test(words) ? words : undefined;
    },
    patience,
  );

/** The Testing view, with the records of the one repository listed. */
async function testingView(page: Page): Promise<void> {
  await runCommand(page, 'Testing: Focus on Test Explorer View');
  const repository = row(page, 'policies');
  await repository.waitFor();
  if ((await repository.getAttribute('aria-expanded')) !== 'true') {
    await repository.click();
    await page.keyboard.press('ArrowRight');
  }
  await row(page, 'records/hydrogen.policy.yaml').waitFor();
}

async function unfold(page: Page, words: string): Promise<void> {
  const one = row(page, words);
  if ((await one.getAttribute('aria-expanded')) === 'true') return;
  await one.click();
  await page.keyboard.press('ArrowRight');
}

/** The list shows what was unfolded, and not what is being run: a row out of sight is in no document. No row lies over others. */
const still = { 'testing.followRunningTest': false, 'workbench.tree.enableStickyScroll': false };

const mistakes = 'records/typical-mistakes.policy.yaml';

export const driven: readonly Driven[] = [
  {
    title: 'records and claims stand as tests: a run says which fail, beside the article, with a way to both places',
    settings: { ...still, 'testing.automaticallyOpenPeekView': 'failureInVisibleDocument' },
    async run({ page }) {
      // A record without failures: the first failure of a record that is open would be shown, in the list too.
      await openFile(page, 'hydrogen.policy.yaml');
      await statusBar(page, /supported/);
      await testingView(page);
      await runCommand(page, 'Test: Run All Tests');
      await saysSoon(row(page, mistakes), /Failed/);
      await saysSoon(row(page, 'records/hydrogen.policy.yaml'), /Passed/);
      assert.equal(await row(page, 'policies').getAttribute('aria-level'), '1');
      assert.equal(await row(page, mistakes).getAttribute('aria-level'), '2');
      await unfold(page, mistakes);
      const scale = row(page, 'a milliard taken for a million');
      await saysSoon(scale, /Failed/);
      assert.equal(await scale.getAttribute('aria-level'), '3');
      await saysSoon(row(page, 'state of the alliances announced'), /Skipped/);
      await openFile(page, 'typical-mistakes.policy.yaml');
      await find(page, 'a milliard taken for a million');
      await runCommand(page, 'Test: Run Test at Cursor');
      // The failure, at its place in the record: both numbers side by side, and the sentence.
      const peek = page.locator('.test-output-peek, .zone-widget').first();
      await peek.waitFor();
      const shown = await eventually('both numbers are shown', async () => {
        const words = ((await peek.textContent()) ?? '').replace(/\s+/g, ' ');
        return /4 billion/.test(words) && /4 million/.test(words) ? words : undefined;
      });
      assert.match(shown, /The source says 4 milliards/);
      // Below them the passage, with a way to it.
      const passage = peek
        .locator('.test-result-frame, .monaco-scrollable-element')
        .filter({ hasText: 'rail-freight.fr.txt' });
      await passage.first().waitFor();
      await peek.locator('.codicon-go-to-file:visible').last().click();
      await inHand(page, 'rail-freight.fr.txt', /^Ln 11, /);
    },
  },
  {
    title: 'a continuous run follows what is typed in a record',
    settings: still,
    async run({ page }) {
      await openFile(page, 'hydrogen.policy.yaml');
      await statusBar(page, /supported/);
      await testingView(page);
      await runCommand(page, 'Test: Start Continuous Run');
      await page.locator('.codicon-testing-turn-continuous-run-off').first().waitFor();
      await openFile(page, 'hydrogen.policy.yaml');
      await find(page, 'value: ');
      await page.keyboard.press('End');
      await page.keyboard.type('7');
      await saysSoon(row(page, 'records/hydrogen.policy.yaml'), /Failed/);
      await page.keyboard.press('Backspace');
      await saysSoon(row(page, 'records/hydrogen.policy.yaml'), /Passed/);
    },
  },
  {
    title: 'the margin of an article shows which of its lines are claimed',
    settings: still,
    async run({ page }) {
      await openFile(page, 'rooftop-solar.policy.yaml');
      await statusBar(page, /supported/);
      await testingView(page);
      await runCommand(page, 'Test: Run All Tests with Coverage');
      await saysSoon(row(page, 'policies'), /Failed/);
      await openFile(page, 'rooftop-solar.es.txt');
      const hits = page.locator('.coverage-deco-gutter.coverage-deco-hit');
      await hits.first().waitFor();
      // One sentence of that article holds a number that nobody claims.
      await page.locator('.coverage-deco-gutter.coverage-deco-miss').first().waitFor();
      assert.ok((await hits.count()) > 1);
    },
  },
];
