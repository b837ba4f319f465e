import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  CreateFile,
  Diagnostic,
  SnippetTextEdit,
  TextDocumentEdit,
} from 'vscode-languageserver-types';
import { Client } from '../server/client.ts';
import { edited, layOut, positionAt, type RepositoryCase, readRepositoryCases } from '../server/repository-case.ts';

const kinds = ['offers', 'absent', 'taken', 'left', 'editor', 'only'];

/** What editors say of themselves; the case names one of them, and means the first where it names none. */
const editors: Readonly<Record<string, object>> = {
  plain: { documentChanges: true, resourceOperations: ['create'] },
  'with tab stops': { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
  old: {},
};

describe('quick fixes', () => {
  for (const [name, cases] of readRepositoryCases('test/cases/actions', kinds)) {
    for (const one of cases) it(`${name}: ${one.title}`, () => check(one));
  }
});

async function check(one: RepositoryCase): Promise<void> {
  const about = (kind: string) => one.sections.find((section) => section.kind === kind)?.about;
  const { folder, path, text, offset } = layOut(one);
  const workspaceEdit = editors[about('editor') ?? 'plain'];
  assert.ok(workspaceEdit, 'no such editor');
  const client = await Client.open(folder, {}, { workspace: { workspaceEdit } });
  try {
    await client.openText(path, text);
    const diagnostics = await client.diagnostics(path);
    const only = about('only');
    const position = positionAt(text, offset);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(path) },
      range: { start: position, end: position },
      context: { diagnostics, ...(only !== undefined && { only: [only] }) },
    });
    const titles = actions.map(({ title, isPreferred }) => (isPreferred ? `${title} (preferred)` : title));
    for (const { kind, about: which, text: said } of one.sections) {
      const lines = said.split('\n').filter((line) => line !== '');
      if (kind === 'offers') assert.deepEqual(titles.slice(0, lines.length), lines);
      if (kind === 'absent') for (const line of lines) assert.ok(!titles.some((title) => title.startsWith(line)), line);
      if (kind === 'taken') await take(one, which, said, { actions, client, path, text, folder, diagnostics });
    }
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Setting {
  readonly actions: readonly CodeAction[];
  readonly client: Client;
  readonly path: string;
  readonly text: string;
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** `taken TITLE -> FILE`: the text of that file afterwards; without a file that with the cursor, and its finding is gone. */
async function take(one: RepositoryCase, which: string, said: string, setting: Setting): Promise<void> {
  const { actions, client, path, text, folder } = setting;
  const [title, file = path] = which.split(' -> ');
  const action = actions.find((other) => other.title === title);
  assert.ok(action, `no “${title}” among\n${actions.map((other) => other.title).join('\n')}`);
  const changes = changesOf(action);
  assert.deepEqual(
    changes.map(({ uri }) => uri),
    [client.uri(file)],
  );
  const created = action.edit?.documentChanges?.some((change) => (change as CreateFile).kind === 'create') === true;
  const before = file === path ? text : created ? '' : readFileSync(join(folder, file), 'utf8');
  assert.equal(created, file !== path && !existsSync(join(folder, file)));
  const [change] = changes;
  if (action.edit?.documentChanges) assert.equal(change?.version, file === path ? 1 : null);
  const after = edited(before, change?.edits ?? []);
  assert.equal(after, said);
  await isGone(one, action, after, file, setting);
}

function changesOf({ edit }: CodeAction) {
  const old = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => ({ uri, edits, version: undefined }));
  const versioned = (edit?.documentChanges ?? []).flatMap((change) => {
    if (!('textDocument' in change)) return [];
    const { textDocument, edits } = change as TextDocumentEdit;
    const written = edits.map(({ range, ...other }) => ({
      range,
      newText: 'newText' in other ? other.newText : (other as SnippetTextEdit).snippet.value,
    }));
    return [{ uri: textDocument.uri, edits: written, version: textDocument.version }];
  });
  return [...old, ...versioned];
}

/** What the action was about is found no longer, unless the case says what is left. */
async function isGone(
  one: RepositoryCase,
  { diagnostics: about = [], kind }: CodeAction,
  after: string,
  file: string,
  { client, path }: Setting,
): Promise<void> {
  const editor = one.sections.find((section) => section.kind === 'editor')?.about;
  if (editor === 'with tab stops') return; // The reason is still to be written.
  if (kind === 'quickfix') assert.ok(about.length > 0, 'the action names the finding that it is about');
  const rules = (await settled(client, path, file, after)).map(({ code }) => String(code));
  const left = one.sections
    .find((section) => section.kind === 'left')
    ?.text.trim()
    .split('\n');
  if (left) assert.deepEqual(rules, left);
  else for (const { code } of about) assert.ok(!rules.includes(String(code)), `${code} is still found`);
}

async function settled(client: Client, path: string, file: string, after: string): Promise<readonly Diagnostic[]> {
  if (file === path) {
    await client.changeText(path, after);
    return client.diagnostics(path);
  }
  const before = await client.diagnostics(path);
  await client.openText(file, after, 'policy-agencies');
  return client.until(path, (diagnostics) => diagnostics !== before);
}
