import {
  l10n,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { AddFiguresResult } from '../../server/protocol.ts';

/** Asks for an edit of a record as it stands at that moment. */
export type Ask = () => Promise<AddFiguresResult | null>;

/** How often an edit is asked for anew, because somebody typed in the record while it was made. */
const tries = 3;

/**
 * Writes new figures into their record, as one step that can be taken back, and puts the cursor on the label of the first.
 * An edit fits the text that it was made for alone; where that has changed meanwhile, another one is asked for.
 */
export async function applyFigures(ask: Ask, from: TextEditor | undefined): Promise<AddFiguresResult | undefined> {
  for (let count = 0; count < tries; count += 1) {
    const added = await ask();
    if (!added) return undefined;
    const document = await workspace.openTextDocument(Uri.parse(added.record, true));
    const version = document.version;
    const editor = await show(document.uri, from);
    if (document.version !== version) continue;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, rangeOf(added.edit.range), added.edit.newText);
    if (!(await workspace.applyEdit(edit))) continue;
    const label = rangeOf(added.label);
    editor.selection = new Selection(label.start, label.end);
    editor.revealRange(label, TextEditorRevealType.InCenterIfOutsideViewport);
    return added;
  }
  void window.showWarningMessage(l10n.t('The record kept changing, so nothing was added; try again.'));
  return undefined;
}

/** The record beside the article, or where it is open already. */
async function show(uri: Uri, from: TextEditor | undefined): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const open = window.visibleTextEditors.find((editor) => editor.document === document);
  const beside = from && from.document !== document ? ViewColumn.Beside : ViewColumn.Active;
  return window.showTextDocument(document, { viewColumn: open?.viewColumn ?? beside, preview: false });
}

const rangeOf = ({ start, end }: AddFiguresResult['label']): Range =>
  new Range(start.line, start.character, end.line, end.character);
