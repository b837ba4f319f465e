import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { htmlReport } from '../../src/reports/html/page.ts';
import { examplePages } from '../reports/pages.ts';
import { openBrowser } from '../vscode/host/window.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const facts = {
  name: 'Policies of an example',
  version: '1.2.3',
  homepage: 'https://example.org',
  day: '2026-01-31',
  notChecked: ['the folder x, which cannot be opened'],
};

const wide = { width: 1200, height: 800 };
/** A small telephone. */
const narrow = { width: 320, height: 640 };
/** A sheet of A4 less its margins, in CSS pixels. */
const sheet = { width: 680, height: 1000 };

describe('the page in a browser', function () {
  // Chromium is installed where it is missing.
  this.timeout(300_000);
  let browser: Browser;
  let folder: string;
  let address: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-records-page-'));
    const file = join(folder, 'report.html');
    // All kinds of verdicts, three scripts, an indicator; the other records are more of the same.
    const pages = (await examplePages()).filter(({ result }) => /beijing|mistakes|solar/.test(result.path));
    writeFileSync(file, htmlReport(pages, facts));
    address = pathToFileURL(file).href;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function shown(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
    // What the tests run in the page is no part of it, and its policy would not let it.
    const context = await browser.newContext({ bypassCSP: true, ...options });
    try {
      const page = await context.newPage();
      await page.goto(address);
      await look(page);
    } finally {
      await context.close();
    }
  }

  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing that keeps anybody out: ${size}, ${colorScheme}`, () =>
        shown({ viewport, colorScheme }, async (page) => {
          await page.evaluate(axe);
          // Records that are alike would be judged again and again.
          const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          })`);
          assert.ok(passes.length > 20, 'axe judged nothing');
          assert.ok(passes.some(({ id }) => id === 'color-contrast'));
          assert.deepEqual(
            violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`),
            [],
          );
        }));

      it(`is no wider than the window: ${size}, ${colorScheme}`, () =>
        shown({ viewport, colorScheme }, async (page) => assert.deepEqual(await sticksOut(page), [])));
    }
  }

  for (const [width, rows] of [
    [1200, [7]],
    [800, [2, 5]],
    [320, [2, 2, 2, 1]],
  ] as const)
    it(`sets the totals in rows that are full, ${width} pixels wide`, () =>
      shown({ viewport: { width, height: 800 } }, async (page) => {
        const boxes = await page.evaluate<{ top: number; left: number; right: number }[]>(`
          [...document.querySelectorAll('.tiles div')].map((tile) => {
            const { top, left, right } = tile.getBoundingClientRect();
            return { top, left, right };
          })`);
        const tops = [...new Set(boxes.map(({ top }) => top))];
        const lines = tops.map((top) => boxes.filter((box) => box.top === top));
        assert.deepEqual(
          lines.map((line) => line.length),
          rows,
        );
        // Each row begins and ends where the others do.
        assert.equal(new Set(lines.map((line) => Math.round(line[0]?.left ?? 0))).size, 1);
        assert.equal(new Set(lines.map((line) => Math.round(line.at(-1)?.right ?? 0))).size, 1);
      }));

  it('loads nothing and breaks none of its own rules', async () => {
    const context = await browser.newContext({ viewport: wide });
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    await page.goto(address);
    assert.deepEqual(asked, [address]);
    assert.deepEqual(said, []);
    // The policy lets the style of the page in: it is not as a browser shows what has none.
    assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('.tiles')).display`), 'grid');
    await context.close();
  });

  it('is walked through with the Tab key, from the link past the list to the records', () =>
    shown({ viewport: wide }, async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
      await page.keyboard.press('Enter');
      assert.match(page.url(), /#records$/);
      await page.goto(address);
      const seen: string[] = [];
      for (let stop = 0; stop < 8; stop += 1) {
        await page.keyboard.press('Tab');
        seen.push(await page.evaluate<string>('document.activeElement.id || document.activeElement.tagName'));
        const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
        assert.notEqual(outline, 'none', `the focus is not seen at ${seen.at(-1)}`);
      }
      assert.ok(seen.includes('only'), seen.join(', '));
    }));

  it('leaves only what needs a look, where that is asked for', () =>
    shown({ viewport: wide }, async (page) => {
      const claims = page.locator('.claim:visible');
      const before = await claims.count();
      await page.locator('#only').check();
      const after = await claims.count();
      assert.ok(after > 0 && after < before / 4, `${after} of ${before}`);
      for (const verdict of await page.locator('.claim.refuted').all()) assert.ok(await verdict.isVisible());
    }));

  it('prints in black on white, whole, on sheets that it fits', () =>
    shown({ viewport: sheet, colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.deepEqual(await sticksOut(page), []);
      assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)');
      assert.equal(await page.evaluate('getComputedStyle(document.body).color'), 'rgb(0, 0, 0)');
      assert.equal(await page.locator('.only').isVisible(), false);
      const pdf = await page.pdf({ format: 'A4' });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(sheets > 4 && sheets < 80, `${sheets} sheets`);
    }));
});

/** What reaches past the right edge of the window; what can be scrolled by itself, and what nobody sees, may. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const all = [...document.querySelectorAll('main *')].filter((element) => {
      const { right, width, height } = element.getBoundingClientRect();
      return right > clientWidth + 0.5 && width > 1 && height > 1 && !element.closest('.wide, .skip, .unseen');
    });
    return [
      ...(scrollWidth > clientWidth ? ['the page is ' + scrollWidth + ' wide in ' + clientWidth] : []),
      ...all.slice(0, 5).map((element) => element.outerHTML.slice(0, 150)),
    ];
  })()`);
