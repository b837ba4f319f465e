import { l10n, Position, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { articleEndings, mayBeArticle } from '../../records/layout.ts';
import { type NewRecordResult, newRecordRequest } from '../../server/protocol.ts';
import type { Command } from './command.ts';

const mostArticles = 2_000;

/** Makes a record for an article: the one that was clicked, the one that is open, or one that is chosen. */
export const newRecord: Command = async ({ server }, clicked): Promise<Uri | undefined> => {
  const uri = clicked instanceof Uri ? clicked : (openArticle() ?? (await chooseArticle()));
  if (!uri) return undefined;
  const made = await server.request<NewRecordResult | null>(newRecordRequest, { article: uri.toString() });
  if (!made) {
    void window.showWarningMessage(
      l10n.t('Open the folder that holds the article first: a record lies in the same folder.'),
    );
    return undefined;
  }
  const file = Uri.parse(made.uri, true);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { overwrite: false });
  if (!(await workspace.applyEdit(edit))) return undefined;
  const editor = await window.showTextDocument(await workspace.openTextDocument(file));
  await editor.insertSnippet(new SnippetString(made.snippet), new Position(0, 0));
  return file;
};

function openArticle(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && !document.isUntitled && mayBeArticle(document.uri.path) ? document.uri : undefined;
}

async function chooseArticle(): Promise<Uri | undefined> {
  const found = await workspace.findFiles(`**/*.{${articleEndings.join(',')}}`, '**/node_modules/**', mostArticles);
  const files = found.filter(({ path }) => mayBeArticle(path));
  if (files.length === 0) {
    void window.showInformationMessage(
      l10n.t('Put an article into the opened folder first, as a text, Markdown, HTML, PDF or Word file.'),
    );
    return undefined;
  }
  const items = files
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const placeHolder = l10n.t('From which article do you want to make a record?');
  return (await window.showQuickPick(items, { placeHolder }))?.uri;
}
