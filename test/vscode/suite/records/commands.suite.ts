import assert from 'node:assert/strict';
import { commands, env, type Uri, window, workspace } from 'vscode';
import {
  at,
  close,
  eventually,
  extension,
  findings,
  open,
  openNew,
  putCursor,
  ruleOf,
  type,
  withoutFindings,
} from '../workbench.ts';

const run = <T>(name: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`policyRecords.${name}`, ...args);

interface Counts {
  readonly claims: number;
  readonly supported: number;
  readonly records: number;
}

describe('commands', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are all in the palette, in one category, each with a title', () => {
    const { commands: declared } = (extension().packageJSON as { contributes: { commands: Declared[] } }).contributes;
    assert.equal(declared.length, 15);
    for (const { title, category } of declared) {
      assert.equal(category, 'Policy Records');
      assert.doesNotMatch(title, /^%/);
    }
  });

  it('check this record', async () => {
    await open('records/hydrogen.policy.yaml');
    const { claims, supported } = await run<Counts>('checkRecord');
    assert.ok(claims > 5 && supported === claims, `${supported} of ${claims}`);
  });

  it('check the figure at the cursor', async () => {
    const editor = await open('records/typical-mistakes.policy.yaml');
    const all = await findings(editor.document.uri, 'figure/value');
    const wrong = all.find((one) => ruleOf(one) === 'figure/value');
    assert.ok(wrong);
    const claim = await run<{ verdict: string; messages: string[] }>('checkFigure', wrong.range.start);
    assert.equal(claim.verdict, 'refuted');
    assert.ok(claim.messages.includes(wrong.message));
  });

  it('check all records', async () => {
    const { records, claims, supported } = await run<Counts>('checkAll');
    assert.ok(records >= 8 && claims > supported && supported > 50, `${supported} of ${claims} in ${records}`);
  });

  it('show the passage beside the record', async () => {
    const editor = await open('records/hydrogen.policy.yaml');
    const value = at(editor.document, 'value:');
    putCursor(editor, value);
    const passage = await run<{ uri: string; number?: { start: { line: number } } }>('showPassage');
    const article = await eventually('the article is shown', () =>
      window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('/articles/hydrogen.en.md')),
    );
    assert.notEqual(article.viewColumn, editor.viewColumn);
    assert.ok(passage.number, 'no number is marked');
    const line = passage.number.start.line;
    await eventually(
      'the number is in sight',
      () => article.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line) || undefined,
    );
    assert.equal(window.activeTextEditor?.document, editor.document, 'the record keeps the cursor');
  });

  it('make a new record from an article, which is checked at once', async () => {
    const article = await openNew('articles/Été 2025.fr.txt', 'La région compte 2 400 entreprises aidées.\n');
    const uri = await run<Uri>('newRecord');
    assert.match(uri.path, /\/records\/ete-2025\.policy\.yaml$/);
    const editor = await eventually('it is opened', () =>
      window.activeTextEditor?.document.uri.path === uri.path ? window.activeTextEditor : undefined,
    );
    const text = editor.document.getText();
    assert.match(text, /file: "\.\.\/articles\/Été 2025\.fr\.txt"\n {4}language: fr\n/);
    await type(editor, 'value: ', 'value: 2400\n    quote: La région compte 2 400 entreprises aidées');
    await withoutFindings(uri, 'figure/value');
    const { claims, supported } = await run<Counts>('checkRecord');
    assert.deepEqual([supported, claims], [1, 1]);
    await close();
    await workspace.fs.delete(uri);
    await workspace.fs.delete(article.document.uri);
  });

  it('copy information for a report, without what the files say', async () => {
    await open('records/hydrogen.policy.yaml');
    const text = await run<string>('copyDiagnosticInformation');
    assert.equal(await env.clipboard.readText(), text);
    assert.match(text, /^Policy Records \d+\.\d+\.\d+\nVS Code 1\.\d+/);
    assert.match(text, /records: \d+/);
    assert.doesNotMatch(text, /hydrogen/i);
  });
});

interface Declared {
  readonly title: string;
  readonly category: string;
}
