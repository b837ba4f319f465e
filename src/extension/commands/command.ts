import type { Extension } from 'vscode';
import type { Pages } from '../pages.ts';
import type { PassageMarks } from '../passage-marks.ts';
import type { Server } from '../server.ts';

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
