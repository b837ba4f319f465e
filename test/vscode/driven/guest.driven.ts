import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openFile, runCommand, statusBar, statusItem } from '../host/driver.ts';
import type { Driven } from './driven.ts';

interface Summary {
  readonly claims: number;
  readonly supported: number;
}

/** What the command line says of a record: the window has to say the same. */
function checked(folder: string, record: string): Summary {
  const args = ['dist/policy-records.js', 'check', join(folder, record), '--root', folder, '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const { summary } = JSON.parse(stdout) as { summary: { figures: number; dates: number; supported: number } };
  return { claims: summary.figures + summary.dates, supported: summary.supported };
}

const inWords = ({ claims, supported }: Summary): RegExp => new RegExp(`${supported} of ${claims} supported`);

/** Run in the page: the picture of the chosen step is there, and has words for those who do not see it. */
const pictureIsShown = `(() => {
  const picture = document.querySelector('.getting-started-media img');
  return picture !== null && picture.complete && picture.naturalWidth > 0 && picture.alt !== '';
})()`;

/**
 * Everything that VS Code was told to say, opened as the list behind the bell: driven windows show no notification by themselves
 * (`enableSmokeTestDriver`).
 */
async function notifications(page: Page) {
  await runCommand(page, 'Notifications: Show Notifications');
  const list = page.locator('.notifications-center.visible');
  await list.waitFor();
  return list.locator('.notification-list-item');
}

export const driven: readonly Driven[] = [
  {
    title: 'the window says nothing when it opens, and counts in the status bar what the command line counts',
    async run({ page, folder }) {
      for (const name of ['hydrogen', 'typical-mistakes']) {
        await openFile(page, `${name}.policy.yaml`);
        await statusBar(page, inWords(checked(folder, `records/${name}.policy.yaml`)));
      }
      assert.deepEqual(await (await notifications(page)).allTextContents(), []);
    },
  },
  {
    title: 'the window tells a screen reader what the status bar shows, and opens the findings from there',
    async run({ page, folder }) {
      await openFile(page, 'typical-mistakes.policy.yaml');
      const counts = checked(folder, 'records/typical-mistakes.policy.yaml');
      await statusBar(page, inWords(counts));
      const button = statusItem(page).locator('[role="button"]');
      const label = (await button.getAttribute('aria-label')) ?? '';
      assert.match(label, inWords(counts));
      assert.match(label, /^Policy Records: .*\d+ refuted.*Select to see what was found/);
      await button.press('Enter');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    },
  },
  {
    title: 'the window tells how many records were checked, and leads to what was found',
    async run({ page }) {
      await runCommand(page, 'Policy Records: Check All Records');
      const told = (await notifications(page)).filter({ hasText: /Records checked: \d+\. Supported: \d+ of \d+/ });
      await told.waitFor();
      await told.locator('.monaco-button', { hasText: 'Show the Findings' }).click();
      const panel = page.locator('.markers-panel .monaco-list-row', { hasText: 'typical-mistakes.policy.yaml' });
      await panel.first().waitFor();
    },
  },
  {
    title: 'the window leads through five steps, each with its picture',
    async run({ page }) {
      await runCommand(page, 'Welcome: Open Walkthrough...');
      await page.locator('.quick-input-widget input').fill('Check the numbers of a record');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Check the numbers' }).first().waitFor();
      await page.keyboard.press('Enter');
      const steps = page.locator('.getting-started-step');
      await steps.nth(4).waitFor();
      assert.equal(await steps.count(), 5);
      for (let step = 0; step < 5; step += 1) {
        await steps.nth(step).click();
        await page.waitForFunction(pictureIsShown, undefined, { timeout: 20_000 });
      }
    },
  },
  {
    title: 'the window checks a record again that another program writes, where records are checked on saving',
    settings: { 'policyRecords.check': 'save' },
    async run({ page, folder }) {
      const record = join(folder, 'records/hydrogen.policy.yaml');
      const before = checked(folder, 'records/hydrogen.policy.yaml');
      await openFile(page, 'hydrogen.policy.yaml');
      await statusBar(page, inWords(before));
      assert.ok(readFileSync(record, 'utf8').endsWith('\n'));
      for (let more = 1; ; more += 1) {
        appendFileSync(record, `  - id: more-${more}\n    label: A number that nobody prints\n    value: 987654321\n`);
        try {
          const { claims, supported } = before;
          await statusItem(page)
            .filter({ hasText: inWords({ claims: claims + more, supported }) })
            .waitFor({ timeout: 10_000 });
          return;
        } catch (error) {
          // A window that has just opened does not watch its files yet.
          if (more === 4) throw error;
        }
      }
    },
  },
];
