import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages, Uri, workspace } from 'vscode';
import { at, close, fileUri, findings, open, openNew, ruleOf, type, withoutFindings } from '../workbench.ts';

const record = (value: string): string => `id: live-check
sources:
  - id: article
    file: ../articles/live.en.txt
    language: en
figures:
  - id: companies
    label: Companies that asked for advice
    value: ${value}
    unit: companies
    quote: more than 2,400 companies asked for advice
    qualifier: more-than
`;

describe('diagnostics', () => {
  before(() =>
    workspace.fs.writeFile(
      fileUri('articles/live.en.txt'),
      new TextEncoder().encode('Results\n\nIn 2024, more than 2,400 companies asked for advice.\n'),
    ),
  );
  afterEach(close);

  it('finds the mistakes of the example on opening it', async () => {
    const { document } = await open('records/typical-mistakes.policy.yaml');
    const all = await findings(document.uri, 'figure/value');
    const [wrong] = all.filter((one) => ruleOf(one) === 'figure/value');
    assert.equal(wrong?.severity, DiagnosticSeverity.Error);
    assert.match(wrong?.message ?? '', /^The source says .*; the record says /);
    assert.equal(wrong?.source, 'Policy Records');
    const { code } = wrong ?? {};
    assert.ok(typeof code === 'object' && /figure-value\.md$/.test(code.target.path), 'the rule has no page');
    const [related] = wrong?.relatedInformation ?? [];
    assert.match(related?.location.uri.path ?? '', /\/articles\//);
  });

  it('follows what is typed in the record, before it is saved', async () => {
    const editor = await openNew('records/live.policy.yaml', record('2400'));
    await type(editor, 'value: 2400', 'value: 4200');
    const [wrong] = await findings(editor.document.uri, 'figure/value');
    assert.equal(wrong?.range.start.line, at(editor.document, 'value: 4200').line);
    await type(editor, 'value: 4200', 'value: 2400');
    await withoutFindings(editor.document.uri, 'figure/value');
  });

  it('follows what is typed in the article', async () => {
    const { document } = await openNew('records/live.policy.yaml', record('2400'));
    await withoutFindings(document.uri);
    const article = await open('articles/live.en.txt');
    await type(article, '2,400', '2,500');
    await findings(document.uri, 'quote/inexact');
    await type(article, '2,500', '2,400');
    await withoutFindings(document.uri);
    await close();
  });

  it('follows the registry and the configuration', async () => {
    const agency = 'agencies: [xa-advice]\n';
    const editor = await openNew('records/live.policy.yaml', record('2400').replace('sources:', `${agency}sources:`));
    await findings(editor.document.uri, 'agency/unknown');
    const registry = `agencies:\n  - id: xa-advice\n    type: agency\n    jurisdiction: XA\n    names:\n      en: companies\n`;
    await workspace.fs.writeFile(fileUri('live.agencies.yaml'), new TextEncoder().encode(registry));
    await withoutFindings(editor.document.uri, 'agency/unknown');
    await workspace.fs.delete(fileUri('live.agencies.yaml'));
    await findings(editor.document.uri, 'agency/unknown');
  });

  it('checks on saving where that is set', async () => {
    const settings = workspace.getConfiguration('policyRecords');
    await settings.update('check', 'save');
    try {
      const editor = await openNew('records/saved.policy.yaml', record('2400').replace('live-check', 'saved-check'));
      await withoutFindings(editor.document.uri);
      await type(editor, 'value: 2400', 'value: 4200');
      await withoutFindings(editor.document.uri);
      await editor.document.save();
      await findings(editor.document.uri, 'figure/value');
    } finally {
      await settings.update('check', undefined);
    }
  });

  it('checks on command alone where that is set', async () => {
    const settings = workspace.getConfiguration('policyRecords');
    await settings.update('check', 'command');
    try {
      const editor = await openNew('records/asked.policy.yaml', record('4200').replace('live-check', 'asked-check'));
      const { uri } = editor.document;
      await type(editor, 'value: 4200', 'value: 4300');
      await editor.document.save();
      // Longer than any check of it would take.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      assert.deepEqual(languages.getDiagnostics(uri), []);
      await commands.executeCommand('policyRecords.checkRecord');
      const [wrong] = await findings(uri, 'figure/value');
      assert.match(wrong?.message ?? '', /4[,.]?300/);
    } finally {
      await settings.update('check', undefined);
    }
  });

  it('checks a registry', async () => {
    const { document } = await openNew('wrong.agencies.yaml', 'agencies:\n  - name: nobody\n');
    assert.ok(document.uri instanceof Uri);
    await findings(document.uri, 'record/schema');
    await close();
    await workspace.fs.delete(document.uri);
  });
});
