import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionItemLabel,
  type CompletionList,
  commands,
  Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import {
  at,
  close,
  eventually,
  fileUri,
  findings,
  open,
  openNew,
  ruleOf,
  type,
  withoutFindings,
} from '../workbench.ts';

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

const halfTyped = (rest: string): string => `id: half-typed
sources:
  - id: article
    file: ../articles/proposals.en.txt
    language: en
figures:
  - id: companies
    label: Companies that asked for advice
${rest}`;

describe('completion from the article', () => {
  const path = 'records/proposals.policy.yaml';
  before(() =>
    workspace.fs.writeFile(
      fileUri('articles/proposals.en.txt'),
      new TextEncoder().encode('Results\n\nIn 2024, more than 2,400 companies asked for advice.\n'),
    ),
  );
  afterEach(async () => {
    await close();
    await workspace.fs.delete(fileUri(path));
  });
  after(() => workspace.fs.delete(fileUri('articles/proposals.en.txt')));

  it('proposes its numbers, each with its unit, its qualifier and its words', async () => {
    const { document } = await openNew(path, halfTyped('    value: \n'));
    const item = await eventually('the number', async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at(document, 'value: ', 7),
      );
      return list.items.find(({ label }) => /^2,400 companies/.test(labelOf(label)));
    });
    const text = typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? '');
    assert.match(text, /^2400\n {4}unit: companies\n {4}qualifier: more-than\n {4}quote: >-\n {6}\S/);
  });

  it('proposes units with their names, and the words for a quote', async () => {
    const { document } = await openNew(path, halfTyped('    value: 2400\n    unit: \n    quote: \n'));
    const units = await completions(document, at(document, 'unit: ', 6));
    assert.ok(units.includes('EUR') && units.includes('companies'), units.slice(0, 5).join(', '));
    const quotes = await completions(document, at(document, 'quote: ', 7));
    assert.ok(
      quotes.some((quote) => quote.includes('2,400 companies')),
      quotes.join(', '),
    );
  });
});

describe('quick fixes', () => {
  afterEach(close);

  it('accept a finding with a reason, and mend all at once what is only written wrongly', async () => {
    const wrong = halfTyped('    value: 1 300\n    period: 2020-2024\n');
    const { document } = await openNew('records/mend.policy.yaml', wrong);
    try {
      const [slip] = await findings(document.uri, 'record/schema');
      assert.ok(slip);
      const whole = new Range(new Position(0, 0), new Position(document.lineCount, 0));
      const all = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
        'source.fixAll.policyRecords',
      );
      assert.equal(all.length, 1);
      assert.ok(all[0]?.edit && (await workspace.applyEdit(all[0].edit)));
      assert.equal(document.getText(), wrong.replace('1 300', '1300').replace('2020-2024', '2020/2024'));
      const missing = (await findings(document.uri, 'source/missing')).find((one) => ruleOf(one) === 'source/missing');
      assert.ok(missing);
      const fixes = await actions(document, missing.range);
      const accept = fixes.find(({ title }) => /^Accept/.test(title));
      assert.ok(accept?.edit, fixes.map(({ title }) => title).join(' | '));
    } finally {
      await close();
      await workspace.fs.delete(document.uri);
    }
  });

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
