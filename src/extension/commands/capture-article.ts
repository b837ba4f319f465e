import {
  commands,
  l10n,
  Position,
  ProgressLocation,
  Range,
  SnippetString,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type CaptureArticleParams,
  type CaptureArticleResult,
  type CapturedArticle,
  captureArticleRequest,
} from '../../server/protocol.ts';
import { mayBeArticle } from '../annotate/article-at-hand.ts';
import { showQuotes, tallyOf } from '../annotate/captured-quotes.ts';
import { recordLanguage } from '../names.ts';
import type { Server } from '../server.ts';
import type { Command } from './command.ts';

/**
 * Fetches a page or a PDF file into the repository, and writes its source into the record that is open, else into a new
 * one. The address is asked for, unless a caller gives it.
 */
export const captureArticle: Command = async ({ server }, given): Promise<CaptureArticleResult | undefined> => {
  const failure = await whyNot();
  if (failure !== undefined) return { failure };
  const url = typeof given === 'string' ? given : await askForAddress();
  const place = url === undefined ? undefined : await placeFor(window.activeTextEditor?.document);
  return url === undefined || !place ? undefined : capture(server, { url, ...place, replace: false });
};

/** Why nothing may be fetched here, which is said; undefined where it may. */
async function whyNot(): Promise<string | undefined> {
  if (!workspace.isTrusted) {
    const message = l10n.t('Pages are fetched only in a folder that you trust; nothing was fetched.');
    const manage = l10n.t('Manage Workspace Trust');
    void window
      .showWarningMessage(message, manage)
      .then((chosen) => chosen === manage && commands.executeCommand('workbench.trust.manage'));
    return message;
  }
  if (workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file')) return undefined;
  const message = l10n.t('Pages are kept only in a folder on this machine; open one that holds your records.');
  void window.showWarningMessage(message);
  return message;
}

const askForAddress = (): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Capture Article from URL'),
    prompt: l10n.t('The address of a page or a PDF file. It is fetched once, and kept as it is now.'),
    placeHolder: 'https://',
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^\s*https?:\/\/[^\s/]/i.test(text) ? undefined : l10n.t('An address begins with https:// or http://.'),
  });

/** The record that is open takes the source; else the folder of what is open, or one that is chosen, takes the article. */
async function placeFor(
  document: TextDocument | undefined,
): Promise<Pick<CaptureArticleParams, 'place' | 'record'> | undefined> {
  if (document?.languageId === recordLanguage && document.uri.scheme === 'file') {
    const record = document.uri.toString();
    return { place: record, record };
  }
  if (document?.uri.scheme === 'file' && mayBeArticle(document)) return { place: document.uri.toString() };
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  return folder && { place: Uri.joinPath(folder.uri, 'policy-records.yaml').toString() };
}

async function capture(server: Server, params: CaptureArticleParams): Promise<CaptureArticleResult | undefined> {
  const title = l10n.t('Capturing an article');
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) =>
      server.longRequest<CaptureArticleResult>(
        captureArticleRequest,
        { ...params, url: params.url.trim() },
        { progress, token },
      ),
  );
  if ('failure' in result) {
    void window.showWarningMessage(result.failure);
    return result;
  }
  await write(result);
  void tell(server, params, result);
  return result;
}

/** Writes the source into its record, as one step that can be taken back. */
async function write({ edit, newRecord, refused }: CapturedArticle): Promise<void> {
  if (newRecord) {
    const uri = Uri.parse(newRecord.uri, true);
    const file = new WorkspaceEdit();
    file.createFile(uri, { overwrite: false });
    if (!(await workspace.applyEdit(file))) return;
    const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
    await editor.insertSnippet(new SnippetString(newRecord.snippet), new Position(0, 0));
  }
  if (edit) {
    const document = await workspace.openTextDocument(Uri.parse(edit.record, true));
    const { start, end } = edit.range;
    const change = new WorkspaceEdit();
    change.replace(document.uri, new Range(start.line, start.character, end.line, end.character), edit.newText);
    const isAsItWas = edit.version === null || edit.version === document.version;
    if (!isAsItWas || !(await workspace.applyEdit(change)))
      void window.showWarningMessage(
        l10n.t('The record was changed meanwhile, so the source was not written; run the command again.'),
      );
  }
  if (refused) {
    const show = l10n.t('Show the Source');
    void window.showWarningMessage(refused.message, show).then(async (chosen) => {
      if (chosen === show) await window.showTextDocument(await workspace.openTextDocument({ content: refused.source }));
    });
  }
}

async function tell(server: Server, params: CaptureArticleParams, result: CapturedArticle): Promise<void> {
  const file = workspace.asRelativePath(Uri.parse(result.article, true));
  if (result.unreadable !== undefined) {
    void window.showWarningMessage(`${file}: ${result.unreadable}`);
    return;
  }
  const show = l10n.t('Show the Quotes');
  const take = l10n.t('Take the New Page');
  const buttons = [...(result.quotes.length > 0 ? [show] : []), ...(result.outcome === 'kept' ? [take] : [])];
  const chosen = await window.showInformationMessage(
    `${outcomeInWords(result, file)} ${tallyOf(result.quotes)}`.trim(),
    ...buttons,
  );
  if (chosen === show) await showQuotes(result.quotes);
  if (chosen === take) await capture(server, { ...params, replace: true });
}

function outcomeInWords({ outcome }: CapturedArticle, file: string): string {
  switch (outcome) {
    case 'new':
      return l10n.t('The page was kept as {0}.', file);
    case 'unchanged':
      return l10n.t('The page is the one that is kept as {0}.', file);
    case 'kept':
      return l10n.t('The page is another one now. {0} was left as it is.', file);
    case 'replaced':
      return l10n.t('{0} is the new page now.', file);
  }
}
