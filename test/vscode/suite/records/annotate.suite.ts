import assert from 'node:assert/strict';
import { type CodeAction, commands, env, Range, Selection, window, workspace } from 'vscode';
import { at, closeAll, eventually, fileUri, open, openNew, putCursor, withoutFindings } from '../workbench.ts';

const run = <T>(name: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`policyRecords.${name}`, ...args);

const article = 'articles/harbour.en.txt';
const text = `The harbour

It spent nearly 1.2 billion euros in 2024. The port has 12 cranes and 30 ships; 41 million tonnes of goods come by rail.
`;

describe('annotating', () => {
  afterEach(async () => {
    await closeAll();
    for (const path of [article, 'records/harbour.policy.yaml']) {
      await workspace.fs.delete(fileUri(path)).then(undefined, () => undefined);
    }
  });

  it('writes a figure for the number at the cursor into a new record, and takes it back in one step', async () => {
    const editor = await openNew(article, text);
    const number = at(editor.document, '1.2 billion');
    editor.selection = new Selection(number, number);
    const added = await run<{ record: string; ids: string[] }>('addFigure');
    assert.deepEqual(added.ids, ['amount']);
    const record = await eventually('the record is shown', () =>
      window.activeTextEditor?.document.uri.path.endsWith('/records/harbour.policy.yaml')
        ? window.activeTextEditor
        : undefined,
    );
    const written = record.document.getText();
    assert.match(written, /value: 1\.2 billion\n {4}unit: EUR\n {4}qualifier: nearly\n {4}period: 2024\n/);
    assert.equal(record.document.getText(record.selection), 'What this number says');
    await withoutFindings(record.document.uri, 'figure/value');
    await commands.executeCommand('undo');
    assert.doesNotMatch(record.document.getText(), /figures:/);
  });

  it('goes to the numbers that nobody claims, one after the other, until all are claimed', async () => {
    const editor = await openNew(article, text);
    editor.selection = new Selection(0, 0, 0, 0);
    await run('addAllFigures');
    const shown = await window.showTextDocument(editor.document);
    assert.equal(await run('nextUnclaimed'), undefined, 'a number is left');
    const record = await workspace.openTextDocument(fileUri('records/harbour.policy.yaml'));
    assert.equal(record.getText().match(/- id: /g)?.length, 5);
    const first = record.getText().indexOf('  - id: cranes');
    const next = record.getText().indexOf('  - id: ships');
    const other = await window.showTextDocument(record);
    await other.edit((edit) => edit.delete(new Range(record.positionAt(first), record.positionAt(next))));
    await window.showTextDocument(shown.document);
    const left = await eventually(
      'the number is unclaimed',
      async () => (await run<Selection>('nextUnclaimed')) ?? undefined,
    );
    assert.equal(shown.document.getText(new Range(left.start, left.end)), '12');
    assert.ok(await run('previousUnclaimed'));
  });

  it('offers a figure at a number of an article', async () => {
    await open('records/hydrogen.policy.yaml');
    const { document } = await open('articles/hydrogen.en.md');
    const line = document.lineAt(at(document, '2030').line);
    const actions = await eventually('there are offers', async () => {
      const all = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        line.range,
      );
      return all.some(({ title }) => /^Add Figure/.test(title)) ? all : undefined;
    });
    assert.ok(actions.length > 0);
  });

  it('makes figures of words that were copied from an article', async () => {
    await openNew(article, text);
    const record = await openNew(
      'records/harbour.policy.yaml',
      `id: harbour\nsources:\n  - id: article\n    file: ../${article}\n`,
    );
    await env.clipboard.writeText('The port has 12 cranes and 30 ships');
    const added = await run<{ ids: string[] }>('pasteFigures');
    assert.deepEqual(added.ids, ['cranes', 'ships']);
    assert.match(record.document.getText(), /figures:\n {2}- id: cranes\n[\s\S]*- id: ships\n/);
    await withoutFindings(record.document.uri, 'figure/value');
    await commands.executeCommand('undo');
    assert.doesNotMatch(record.document.getText(), /figures:/);
    await env.clipboard.writeText('The port has 13 cranes');
    assert.equal(await run('pasteFigures'), undefined);
    assert.doesNotMatch(record.document.getText(), /figures:/);
  });

  it('pastes them as words where nothing else is chosen', async () => {
    await openNew(article, text);
    const record = await openNew(
      'records/harbour.policy.yaml',
      `id: harbour\nsources:\n  - id: article\n    file: ../${article}\n# notes: \n`,
    );
    await withoutFindings(record.document.uri, 'yaml/syntax');
    putCursor(record, at(record.document, '# notes: ', '# notes: '.length));
    await env.clipboard.writeText('The port has 12 cranes');
    await commands.executeCommand('editor.action.clipboardPasteAction');
    await eventually(
      () => `the words are pasted: ${record.document.getText()}`,
      () => record.document.getText().includes('# notes: The port has 12 cranes') || undefined,
    );
    assert.doesNotMatch(record.document.getText(), /figures:/);
  });
});
