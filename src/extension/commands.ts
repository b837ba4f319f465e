import { commands, type Disposable, type Extension } from 'vscode';
import { openClaimCommand } from '../server/protocol.ts';
import { addAllFigures, addFigure, pasteFigures } from './commands/add-figure.ts';
import { captureArticle } from './commands/capture-article.ts';
import { checkAll } from './commands/check-all.ts';
import { checkFigure } from './commands/check-figure.ts';
import { checkRecord } from './commands/check-record.ts';
import { copyDiagnosticInformation } from './commands/copy-diagnostic-information.ts';
import { newRecord } from './commands/new-record.ts';
import { openClaim } from './commands/open-claim.ts';
import { openReport } from './commands/open-report.ts';
import { restartServer } from './commands/restart-server.ts';
import { showIndicator } from './commands/show-indicator.ts';
import { showPassage } from './commands/show-passage.ts';
import { nextUnclaimed, previousUnclaimed } from './commands/unclaimed.ts';
import { commandNames } from './names.ts';
import type { Pages } from './pages.ts';
import type { PassageMarks } from './passage-marks.ts';
import type { Server } from './server.ts';

/** What a command works with. */
export interface CommandContext {
  readonly server: Server;
  readonly passageMarks: PassageMarks;
  readonly pages: Pages;
  readonly extension: Extension<unknown>;
  /** How long a window waited for the extension: to load it, and to activate it. */
  readonly activation: { readonly milliseconds: number };
}

/** Answers with what came of it, for whoever calls it from code; undefined where there was nothing to do. */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<unknown>;

const all: Readonly<Record<keyof typeof commandNames, Command>> = {
  checkRecord,
  checkFigure,
  checkAll,
  showPassage,
  newRecord,
  captureArticle,
  addFigure,
  addAllFigures,
  pasteFigures,
  nextUnclaimed,
  previousUnclaimed,
  openReport,
  showIndicator,
  restartServer,
  copyDiagnosticInformation,
};

/** What pages and cards of ours call; nobody looks for it in the palette. */
const unlisted: Readonly<Record<string, Command>> = { [openClaimCommand]: openClaim };

export function registerCommands(context: CommandContext): Disposable[] {
  const listed = Object.entries(all).map(
    ([key, run]) => [commandNames[key as keyof typeof commandNames], run] as const,
  );
  return [...listed, ...Object.entries(unlisted)].map(([name, run]) =>
    commands.registerCommand(name, (...args: unknown[]) => run(context, ...args)),
  );
}
