/** What the tests do with VS Code again and again, through its public interface alone. */
import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  type Position,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

export const extensionId = 'policy-records.policy-records';

export function extension() {
  const found = extensions.getExtension(extensionId);
  assert.ok(found, 'the extension is not installed');
  return found;
}

export function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, ...path.split('/'));
}

export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(path)));
}

/** A new file with this text, opened. */
export async function openNew(path: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  const editor = await open(path);
  // A file of that name that was open a moment ago may be shown as it was until the editor notices.
  await eventually(`${path} with its new text`, () => editor.document.getText() === text || undefined);
  return editor;
}

export async function close(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/**
 * Takes back whatever was typed in any file and not saved, and closes all. A file that is deleted while something in it is not
 * saved stays behind: the editor tries to save it later, fails, and the next file of its name opens with the old text.
 */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  const left = workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path);
  assert.deepEqual(left, [], 'something is left unsaved');
}

/** Asks again until there is an answer, since everything in an editor takes a moment; else tells what was missing. */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => T | undefined | Promise<T | undefined>,
  within = 15_000,
): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < until, `not within ${within / 1000} s: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The findings of a file as soon as one of them is of this rule. */
export function findings(uri: Uri, rule: string): Promise<Diagnostic[]> {
  return eventually(`a finding of ${rule}`, () => {
    const all = languages.getDiagnostics(uri);
    return all.some((one) => ruleOf(one) === rule) ? all : undefined;
  });
}

export function withoutFindings(uri: Uri, rule?: string): Promise<true> {
  const left = (): string =>
    languages
      .getDiagnostics(uri)
      .map(({ message }) => message)
      .join(' | ');
  return eventually(
    () => `no finding${rule ? ` of ${rule}` : ''}, but there is: ${left()}`,
    () => {
      const all = languages.getDiagnostics(uri);
      return (rule ? !all.some((one) => ruleOf(one) === rule) : all.length === 0) || undefined;
    },
  );
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Where a text begins in a document, or so many characters behind its beginning. */
export function at(document: TextDocument, text: string, behind = 0): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is not in ${document.uri.path}`);
  return document.positionAt(offset + behind);
}

export function putCursor(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
}

/** Puts a text in the place of another, as if it were typed; nothing is saved. */
export async function type(editor: TextEditor, old: string, text: string): Promise<void> {
  const start = at(editor.document, old);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + old.length);
  assert.ok(await editor.edit((edit) => edit.replace(new Selection(start, end), text)), 'nothing was typed');
}
