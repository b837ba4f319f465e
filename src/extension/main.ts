/**
 * The extension starts here, and does little: what a window shows at once. Everything else, the language client above
 * all, is loaded afterwards, so that no window waits for it.
 */

import { commands, type ExtensionContext, workspace } from 'vscode';
import { ArticleTexts } from './annotate/article-texts.ts';
import { CoverageMarks } from './annotate/coverage-marks.ts';
import { registerOffers } from './annotate/offers.ts';
import { registerCommands } from './commands.ts';
import { loadingSince } from './loading.ts';
import { Pages } from './pages.ts';
import { PassageMarks } from './passage-marks.ts';
import { Server } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { ClaimTests } from './testing/claim-tests.ts';
import { VerdictMarks } from './verdict-marks.ts';

let server: Server | undefined;

/** Milliseconds; between loading and activating, VS Code does work of its own. */
const loading = performance.now() - loadingSince;

export function activate(context: ExtensionContext): void {
  const since = performance.now();
  const running = new Server(context);
  const passageMarks = new PassageMarks();
  const pages = new Pages(running);
  const activation = { milliseconds: 0 };
  server = running;
  context.subscriptions.push(
    new StatusBar(running),
    new VerdictMarks(running, context.extensionUri),
    passageMarks,
    pages,
    new ArticleTexts(running),
    new CoverageMarks(running),
    new ClaimTests(running),
    ...registerOffers(running),
    ...registerCommands({ server: running, passageMarks, pages, extension: context.extension, activation }),
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  // What menus show only where there are records.
  void commands.executeCommand('setContext', 'policyRecords.hasRecords', true);
  // After this turn, so that the window does not wait while the language client is loaded.
  setTimeout(() => void running.start(), 0);
  activation.milliseconds = loading + performance.now() - since;
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
