import type { Page } from 'playwright-core';

/** Somebody at the keyboard, whose key strokes are counted. A chord (Ctrl+P) is one. */
export class Typist {
  strokes = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.strokes += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.strokes += text.length;
    await this.page.keyboard.type(text, { delay: 2 });
  }

  /** @param words as many as tell the command from all others. */
  async command(words: string): Promise<void> {
    await this.press('F1');
    await this.page.locator('.quick-input-widget input:focus').waitFor();
    await this.type(words);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Policy Records' })
      .first()
      .waitFor();
    await this.press('Enter');
  }
}
