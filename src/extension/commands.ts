import { commands, type Disposable } from 'vscode';
import { openClaimCommand } from '../server/protocol.ts';
import { addAllFigures, addFigure, pasteFigures } from './commands/add-figure.ts';
import { captureArticle } from './commands/capture-article.ts';
import { checkAll } from './commands/check-all.ts';
import { checkFigure } from './commands/check-figure.ts';
import { checkRecord } from './commands/check-record.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { copyDiagnosticInformation } from './commands/copy-diagnostic-information.ts';
import { newRecord } from './commands/new-record.ts';
import { openClaim } from './commands/open-claim.ts';
import { openReport } from './commands/open-report.ts';
import { restartServer } from './commands/restart-server.ts';
import { showIndicator } from './commands/show-indicator.ts';
import { showPassage } from './commands/show-passage.ts';
import { nextUnclaimed, previousUnclaimed } from './commands/unclaimed.ts';
import { commandNames } from './names.ts';

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
