import { type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import { openClaimCommand } from '../server/protocol.ts';
import type { Server } from './server.ts';

/** What is shown as a page: a document of the server's, which holds no script and loads nothing. */
export interface Page {
  /** Pages of the same key take each other's place. */
  readonly key: string;
  readonly title: string;
  readonly html: string;
  /** Asks for the page anew; where it is left out, the page stays as it was made. */
  readonly again?: () => Promise<string | undefined>;
}

/** Typing is answered once. */
const patience = 300;

interface Shown {
  readonly panel: WebviewPanel;
  page: Page;
}

/**
 * Pages beside the editors. No script runs in them and no file is reached from them; their links lead into the page itself, to the
 * web, or to the place of a claim, and to nothing else. A page that can be made anew follows what is typed.
 */
export class Pages implements Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly listener: Disposable;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server) {
    this.listener = server.onChecked(() => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => void this.follow(), patience);
    });
  }

  /** Shows a page beside what somebody works on, or where it is shown already. */
  show(page: Page): WebviewPanel {
    const known = this.shown.get(page.key);
    if (known) {
      known.page = page;
      known.panel.title = page.title;
      known.panel.webview.html = page.html;
      known.panel.reveal();
      return known.panel;
    }
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    const panel = window.createWebviewPanel('policyRecords.page', page.title, column, {
      enableScripts: false,
      enableForms: false,
      enableFindWidget: true,
      enableCommandUris: [openClaimCommand],
      localResourceRoots: [],
    });
    panel.webview.html = page.html;
    this.shown.set(page.key, { panel, page });
    panel.onDidDispose(() => this.shown.delete(page.key));
    return panel;
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.listener.dispose();
    for (const { panel } of [...this.shown.values()]) panel.dispose();
  }

  /** Setting a page anew takes its reader back to the top, so it is done only where the page is another one. */
  private async follow(): Promise<void> {
    for (const shown of this.shown.values()) {
      const html = await shown.page.again?.();
      if (html === undefined || html === shown.panel.webview.html) continue;
      shown.panel.webview.html = html;
    }
  }
}
