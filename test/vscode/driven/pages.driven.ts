import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { find, openFile, runCommand, statusBar } from '../host/driver.ts';
import { type Driven, type DrivenWindow, eventually, pageWith } from './driven.ts';

const theme = (name: string) => ({ 'workbench.colorTheme': name });

async function indicatorInSight({ page }: DrivenWindow) {
  await openFile(page, 'beijing-ai-2024.policy.yaml');
  await statusBar(page, /supported/);
  await find(page, 'indicator: ai-core-output');
  await runCommand(page, 'Policy Records: Show Indicator over the Years');
  return pageWith(page, /^ai-core-output$/);
}

interface Look {
  readonly backgroundColor: string;
  readonly color: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

/** The ground of the page, the ink on it, and how wide it is beside what it shows; as code, for it runs in the page. */
const look = `(() => {
  const { backgroundColor, color } = getComputedStyle(document.body);
  const { scrollWidth, clientWidth } = document.documentElement;
  return { backgroundColor, color, scrollWidth, clientWidth };
})()`;

const lookOf = (frame: Frame): Promise<Look> => frame.evaluate<Look>(look);

/** How light a colour is, from 0 to 255. */
function lightness(color: string): number {
  const parts =
    color
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  assert.equal(parts.length, 3, color);
  return parts.reduce((sum, part) => sum + part, 0) / 3;
}

export const driven: readonly Driven[] = [
  {
    title: 'an indicator is shown beside the record, follows what is typed, and leads to the claim',
    settings: theme('Default Light Modern'),
    async run(window) {
      const { page } = window;
      const frame = await indicatorInSight(window);
      const look = await lookOf(frame);
      assert.ok(lightness(look.backgroundColor) > 200 && lightness(look.color) < 100, JSON.stringify(look));
      assert.ok(look.scrollWidth <= look.clientWidth, `wider than the window: ${JSON.stringify(look)}`);
      assert.match(
        (await frame.locator('main').textContent()) ?? '',
        /Target for 2025: 300 billion CNY\. 2024: nearly 350/,
      );
      assert.equal(await frame.locator('svg.chart').count(), 1);
      // By the keyboard alone: the first link of the table.
      const link = frame.locator('tbody a').first();
      await link.focus();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'beijing-plan-2023.policy.yaml' }).first().waitFor();
      await openFile(page, 'beijing-ai-2024.policy.yaml');
      await find(page, 'value: 350 billion');
      await page.keyboard.press('End');
      for (let back = 0; back < '350 billion'.length; back += 1) await page.keyboard.press('Backspace');
      await page.keyboard.type('360 billion');
      await eventually('the page follows', async () => {
        const again = await pageWith(page, /^ai-core-output$/);
        return /nearly 360 billion/.test((await again.locator('main').textContent()) ?? '') || undefined;
      });
    },
  },
  {
    title: 'an indicator is shown in the colours of a dark theme',
    settings: theme('Default Dark Modern'),
    async run(window) {
      const look = await lookOf(await indicatorInSight(window));
      assert.ok(lightness(look.backgroundColor) < 60 && lightness(look.color) > 150, JSON.stringify(look));
    },
  },
  {
    title: 'the report is shown in high contrast, and leads from its list to a record and to the file',
    settings: theme('Default High Contrast'),
    async run({ page }) {
      await openFile(page, 'chips-act.policy.yaml');
      await statusBar(page, /supported/);
      await runCommand(page, 'Policy Records: Open Report');
      const frame = await pageWith(page, /^policies$/);
      const look = await lookOf(frame);
      assert.equal(lightness(look.backgroundColor), 0);
      assert.ok(lightness(look.color) > 230, look.color);
      assert.ok(look.scrollWidth <= look.clientWidth, `wider than the window: ${JSON.stringify(look)}`);
      const frameOfTile = await frame.evaluate<string>(
        `getComputedStyle(document.querySelector('.tiles div')).borderTopColor`,
      );
      assert.ok(lightness(frameOfTile) > 100, frameOfTile);
      const record = frame.locator('article.record', { hasText: 'records/hydrogen.policy.yaml' }).first();
      const id = await record.getAttribute('id');
      await frame.locator(`.index tbody a[href="#${id}"]`).press('Enter');
      await eventually('the record is in sight', async () => {
        const top = await record.evaluate((part) => part.getBoundingClientRect().top);
        return (top > -50 && top < 600) || undefined;
      });
      await record.locator('h5 a').first().press('Enter');
      await page.locator('.tab.active', { hasText: 'hydrogen.policy.yaml' }).first().waitFor();
    },
  },
];
