import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { at, close, eventually, open, putCursor, withoutFindings } from '../workbench.ts';

const run = <T>(name: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`policyRecords.${name}`, ...args);

/** The pages that are shown, by the titles of their tabs. */
const shown = (): string[] =>
  window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input, label }) => (input instanceof TabInputWebview ? [label] : [])),
  );

/** What the links of a page give to the command that opens a claim. */
const linksOf = (html: string): { uri: string; type?: string; id?: string }[] =>
  [...html.matchAll(/href="command:policyRecords\.openClaim\?([^"]+)"/g)].map(
    ([, query = '']) => JSON.parse(decodeURIComponent(query))[0],
  );

describe('pages', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('report on the opened folder, beside the record', async () => {
    await open('records/hydrogen.policy.yaml');
    const html = await run<string>('openReport');
    assert.match(html, /default-src 'none'/);
    assert.ok(linksOf(html).length > 300);
    const [title = ''] = await eventually('the page is shown', () => (shown().length > 0 ? shown() : undefined));
    assert.match(title, /^Report: /);
    // Asked for again, it takes its own place.
    await run('openReport');
    assert.equal(shown().length, 1);
  });

  it('show the indicator of the figure at the cursor, and another one beside it', async () => {
    const editor = await open('records/beijing-ai-2024.policy.yaml');
    putCursor(editor, at(editor.document, 'indicator: ai-core-output', 3));
    const html = await run<string>('showIndicator');
    assert.match(html, /Target for 2025: <strong>300 billion CNY<\/strong>/);
    await eventually('the page is shown', () => shown().includes('ai-core-output') || undefined);
    const uri = editor.document.uri.toString();
    assert.match(await run<string>('showIndicator', { uri, indicator: 'none' }), /No figure names this indicator/);
    await eventually('both are shown', () => shown().length === 2 || undefined);
  });

  it('lead to the claim in its record, and to no other file', async () => {
    const editor = await open('records/beijing-ai-2024.policy.yaml');
    putCursor(editor, at(editor.document, 'indicator: ai-core-output', 3));
    const links = linksOf(await run<string>('showIndicator'));
    const link = links.find(({ uri }) => uri.endsWith('/beijing-plan-2023.policy.yaml'));
    assert.ok(link?.id);
    await run('openClaim', link);
    const opened = window.activeTextEditor;
    assert.equal(opened?.document.uri.toString(), link.uri);
    const above = (opened?.document.getText() ?? '').split('\n').slice(0, (opened?.selection.start.line ?? 0) + 1);
    assert.equal(
      above.findLast((line) => line.startsWith('  - id: ')),
      `  - id: ${link.id}`,
    );
    assert.equal(await run('openClaim', { uri: 'file:///etc/hostname' }), undefined);
    assert.equal(
      await run('openClaim', { uri: link.uri.replace('beijing-plan-2023.policy.yaml', '../README.md') }),
      undefined,
    );
    assert.equal(window.activeTextEditor?.document.uri.toString(), link.uri);
    await withoutFindings(opened?.document.uri ?? editor.document.uri, 'figure/value');
    await close();
  });
});
