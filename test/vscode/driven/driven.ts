import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';

/** What somebody does in a real window with keyboard and mouse, and what is then to be seen in it. */
export interface Driven {
  readonly title: string;
  /** What the window opens: a copy of this folder, else of `examples`. */
  readonly folder?: string;
  /** Settings of the opened folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Fails by throwing. */
  readonly run: (window: DrivenWindow) => Promise<void>;
}

export interface DrivenWindow {
  readonly page: Page;
  /** The folder on the disk that the window has open. */
  readonly folder: string;
  /** Told beside the outcome. */
  readonly tell: (words: string) => void;
}

/** Asks again until something is so; else tells what was missing. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, within = 30_000): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    assert.ok(Date.now() < until, `not within ${within / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The document of a page of ours that is in sight, by its first heading. */
export const pageWith = (page: Page, heading: RegExp): Promise<Frame> =>
  eventually(`a page with the heading ${heading}`, async () => {
    for (const frame of page.frames().slice(1)) {
      const words = await frame
        .locator('h1')
        .first()
        .textContent({ timeout: 200 })
        .catch(() => null);
      if (words !== null && heading.test(words)) return frame;
    }
    return undefined;
  });

/** The file that has the keyboard, and what the status bar says of the selection in it. */
export async function inHand(page: Page, file: string, selection: RegExp): Promise<void> {
  await page.locator('.editor-group-container.active .tab.active', { hasText: file }).waitFor();
  await page.locator('[id="status.editor.selection"]', { hasText: selection }).waitFor();
}
