import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionItemLabel,
  type CompletionList,
  commands,
  Position,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { close, eventually, findings, open, openNew, ruleOf, type, withoutFindings } from '../workbench.ts';

const labelOf = (label: string | CompletionItemLabel): string => (typeof label === 'string' ? label : label.label);

const completions = async ({ uri }: TextDocument, position: Position): Promise<string[]> => {
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, position);
  return list.items.map(({ label }) => labelOf(label));
};

const actions = ({ uri }: TextDocument, range: Range): Thenable<CodeAction[]> =>
  // Those that are told apart by being asked for are asked for: the last number says how many.
  commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, undefined, 20);

describe('completion', () => {
  afterEach(close);

  it('proposes keys, statuses, and agencies of the registry', async () => {
    const { document } = await openNew(
      'records/new.policy.yaml',
      'id: new\nstatus: \nagencies:\n  - agency: \n    role: \n\n',
    );
    await eventually(
      'statuses',
      async () => (await completions(document, new Position(1, 8))).includes('in-force') || undefined,
    );
    assert.ok((await completions(document, new Position(3, 12))).some((label) => label.includes('eu-commission')));
    assert.ok((await completions(document, new Position(5, 0))).some((label) => /^figures/.test(label)));
    await close();
    await workspace.fs.delete(document.uri);
  });
});

describe('quick fixes', () => {
  afterEach(close);

  it('take the number of the article', async () => {
    const editor = await open('records/hydrogen.policy.yaml');
    const { document } = editor;
    const [value = ''] = /^ {4}value: \d+$/m.exec(document.getText()) ?? [];
    await type(editor, value, `${value}7`);
    const all = await findings(document.uri, 'figure/value');
    const wrong = all.find((one) => ruleOf(one) === 'figure/value');
    assert.ok(wrong);
    const fixes = await actions(document, wrong.range);
    const fix = fixes.find(({ title }) => title.startsWith("Take the source's number"));
    assert.ok(fix?.edit, fixes.map(({ title }) => title).join(' | '));
    assert.ok(await workspace.applyEdit(fix.edit));
    await withoutFindings(document.uri, 'figure/value');
  });
});
