import assert from 'node:assert/strict';
import { commands, extensions, languages, Position, workspace } from 'vscode';
import { close, eventually, extension, open, openNew, putCursor } from '../workbench.ts';

describe('languages', () => {
  afterEach(close);

  it('knows a record and a registry by their names', async () => {
    const record = await open('records/hydrogen.policy.yaml');
    assert.equal(record.document.languageId, 'policy-record');
    const registry = await open('world.agencies.yaml');
    assert.equal(registry.document.languageId, 'policy-agencies');
    assert.ok((await languages.getLanguages()).includes('policy-record'));
  });

  it('leaves other YAML as it was', async () => {
    const { document } = await openNew('other.yaml', 'figures:\n  - value: 3\n');
    assert.equal(document.languageId, 'yaml');
  });

  it('comments, indents and folds a record as YAML is', async () => {
    const editor = await openNew('records/typed.policy.yaml', 'id: typed\nfigures:');
    const { document } = editor;
    try {
      putCursor(editor, new Position(0, 0));
      await commands.executeCommand('editor.action.commentLine');
      assert.equal(document.lineAt(0).text, '# id: typed');
      await commands.executeCommand('editor.action.commentLine');
      assert.equal(document.lineAt(0).text, 'id: typed');
      putCursor(editor, new Position(1, 8));
      await commands.executeCommand('type', { text: '\n' });
      await commands.executeCommand('type', { text: '- label: x' });
      assert.equal(document.getText(), 'id: typed\nfigures:\n  - label: x');
    } finally {
      await close();
      await workspace.fs.delete(document.uri);
    }
  });

  it('is active where there are records', async () => {
    await eventually('active', () => extension().isActive || undefined);
    assert.equal(extensions.all.filter(({ id }) => id.startsWith('policy-records.')).length >= 1, true);
  });
});
