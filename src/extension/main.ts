/**
 * The extension starts here, and does little: what a window shows at once. Everything else, the language client above
 * all, is loaded afterwards, so that no window waits for it.
 */
import { commands, type ExtensionContext, workspace } from 'vscode';
import { registerCommands } from './commands.ts';
import { PassageMarks } from './passage-marks.ts';
import { Server } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { VerdictMarks } from './verdict-marks.ts';

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const running = new Server(context);
  const passageMarks = new PassageMarks();
  server = running;
  context.subscriptions.push(
    new StatusBar(running),
    new VerdictMarks(running, context.extensionUri),
    passageMarks,
    ...registerCommands({ server: running, passageMarks, extension: context.extension }),
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  // What menus show only where there are records.
  void commands.executeCommand('setContext', 'policyRecords.hasRecords', true);
  void running.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
