import { env, l10n, Range, type TextEditor, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type AddFiguresParams,
  type AddFiguresResult,
  addFiguresRequest,
  type NewRecordResult,
  newRecordRequest,
  pasteFiguresRequest,
} from '../../server/protocol.ts';
import { applyFigures } from '../annotate/apply-figures.ts';
import { articleAtHand, coverageOf } from '../annotate/article-at-hand.ts';
import { recordAtHand } from '../record-at-hand.ts';
import type { Server } from '../server.ts';
import type { Command } from './command.ts';

/** Writes a figure for the number at the cursor, or for every number of the selection that nobody claims. */
export const addFigure: Command = ({ server }): Promise<AddFiguresResult | undefined> => {
  const editor = articleAtHand();
  return editor ? add(server, editor, editor.selection, !editor.selection.isEmpty) : Promise.resolve(undefined);
};

/** Writes figures for all numbers of the selection that nobody claims; without one, for those of the whole article. */
export const addAllFigures: Command = ({ server }): Promise<AddFiguresResult | undefined> => {
  const editor = articleAtHand();
  if (!editor) return Promise.resolve(undefined);
  const { selection, document } = editor;
  const whole = new Range(0, 0, document.lineCount, 0);
  return add(server, editor, selection.isEmpty ? whole : selection, true);
};

async function add(
  server: Server,
  editor: TextEditor,
  range: Range,
  unclaimedOnly: boolean,
): Promise<AddFiguresResult | undefined> {
  const record = await recordFor(server, editor);
  if (record === undefined) return undefined;
  const { start, end } = range;
  const params: AddFiguresParams = {
    article: editor.document.uri.toString(),
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    record,
    unclaimedOnly,
  };
  let asked = false;
  const added = await applyFigures(async () => {
    const answer = await server.request<AddFiguresResult | null>(addFiguresRequest, params);
    if (!answer && !asked) sayNothingThere(unclaimedOnly);
    asked = true;
    return answer;
  }, editor);
  return added;
}

function sayNothingThere(unclaimedOnly: boolean): void {
  void window.showInformationMessage(
    unclaimedOnly
      ? l10n.t('No number here is unclaimed.')
      : l10n.t('Put the cursor on a number of the article, or select the words around it.'),
  );
}

const another = 'another';

/** The address of the record that takes the figures: the only one that cites the article, one that is chosen, or a new one. */
async function recordFor(server: Server, { document }: TextEditor): Promise<string | undefined> {
  const records = (await coverageOf(server, document))?.records ?? [];
  const [first, ...others] = records;
  if (!first) return makeRecord(server, document.uri);
  if (others.length === 0) return first.uri;
  const items = [
    ...records.map(({ uri, title }) => ({ label: title, description: workspace.asRelativePath(Uri.parse(uri)), uri })),
    { label: l10n.t('A new record'), description: '', uri: another },
  ];
  const placeHolder = l10n.t('Several records cite this article: which one takes the figure?');
  const chosen = await window.showQuickPick(items, { placeHolder });
  return chosen?.uri === another ? makeRecord(server, document.uri) : chosen?.uri;
}

async function makeRecord(server: Server, article: Uri): Promise<string | undefined> {
  const made = await server.request<NewRecordResult | null>(newRecordRequest, {
    article: article.toString(),
    withoutFigure: true,
  });
  if (!made) {
    void window.showWarningMessage(
      l10n.t('Open the folder that holds the article first: a record lies in the same folder.'),
    );
    return undefined;
  }
  const uri = Uri.parse(made.uri, true);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(plain(made.snippet)) });
  if (!(await workspace.applyEdit(edit))) return undefined;
  await workspace.openTextDocument(uri);
  return made.uri;
}

/** A snippet as the text that it stands for: what is to be filled in keeps its words. */
const plain = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');

/** Makes figures of words that were copied from an article of the record. */
export const pasteFigures: Command = async ({ server }): Promise<AddFiguresResult | undefined> => {
  const editor = recordAtHand();
  if (!editor) return undefined;
  const text = await env.clipboard.readText();
  const record = editor.document.uri.toString();
  let asked = false;
  return applyFigures(async () => {
    const answer = await server.request<AddFiguresResult | null>(pasteFiguresRequest, { record, text });
    if (!answer && !asked) {
      void window.showInformationMessage(
        l10n.t(
          'Copy words with a number from an article of this record first: what is copied now stands in none of them.',
        ),
      );
    }
    asked = true;
    return answer;
  }, editor);
};
