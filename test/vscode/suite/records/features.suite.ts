import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  type MarkdownString,
  Position,
  Range,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { at, close, eventually, open, openNew } from '../workbench.ts';

const hovered = async ({ uri }: TextDocument, position: Position): Promise<string> => {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join('\n');
};

const definitions = async ({ uri }: TextDocument, position: Position): Promise<string[]> => {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  return found.map((one) => ('targetUri' in one ? one.targetUri : one.uri).path);
};

describe('hover cards', () => {
  afterEach(close);

  it('tell of a figure what is claimed, and the passage', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const card = await hovered(document, at(document, 'value: 2400', 8));
    assert.match(card, /2,?400/);
    assert.match(card, /supported/i);
    assert.match(card, /Unternehmen/);
  });

  it('tell of an agency its names in every language', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const card = await hovered(document, at(document, 'cn-baai', 2));
    assert.match(card, /Academy/);
    assert.match(card, /智源/);
  });

  it('tell of a key what it is for, and of a number in an article what it was read as', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    assert.match(await hovered(document, at(document, 'jurisdiction:', 2)), /ISO 3166/);
    const article = await open('articles/hydrogen.en.md');
    const record = await open('records/hydrogen.policy.yaml');
    const [number = ''] =
      /\d+(?:[.,]\d+)* (?:million|billion|GW|MW|percent|per cent)/.exec(article.document.getText()) ?? [];
    assert.notEqual(number, '');
    assert.notEqual(await hovered(article.document, at(article.document, number, 1)), '');
    assert.equal(record.document.languageId, 'policy-record');
  });

  it('tell of a source, a unit, a qualifier and a rule', async () => {
    const { document } = await open('records/hydrogen.policy.yaml');
    const cards: readonly (readonly [string, number, RegExp])[] = [
      ['- id: article', 7, /\d+ of its \d+ numbers/],
      ['unit: km', 7, /kilomet/i],
      ['qualifier: about', 12, /\babout\b/],
    ];
    for (const [text, behind, expected] of cards)
      assert.match(await hovered(document, at(document, text, behind)), expected, text);
    const accepting = await openNew(
      'records/accepting.policy.yaml',
      'id: accepting\nfigures:\n  - label: x\n    value: 3\n    accept:\n      - rule: figure/unchecked\n        reason: x\n',
    );
    assert.match(await hovered(accepting.document, at(accepting.document, 'figure/unchecked', 3)), /figure\/unchecked/);
    await close();
    await workspace.fs.delete(accepting.document.uri);
  });

  it('tell in an article what an agency is that it names', async () => {
    const { document } = await open('articles/hydrogen.en.md');
    assert.match(await hovered(document, at(document, 'Gasunie', 2)), /Gasunie[\s\S]*record/);
  });

  it('are gone where they are switched off', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const settings = workspace.getConfiguration('policyRecords');
    await settings.update('hover', false);
    try {
      assert.equal(await hovered(document, at(document, 'cn-baai', 2)), '');
    } finally {
      await settings.update('hover', undefined);
    }
    assert.notEqual(await hovered(document, at(document, 'cn-baai', 2)), '');
  });
});

describe('navigation', () => {
  afterEach(close);

  it('leads from an agency to its registry, and from a quote to its article', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const [registry = ''] = await definitions(document, at(document, 'cn-baai', 2));
    assert.match(registry, /\/world\.agencies\.yaml$/);
    const [article = ''] = await definitions(document, at(document, '6月24日，北京市人民政府', 3));
    assert.match(article, /\/beijing-ai-2024\.zh\.txt$/);
  });

  it('finds the references of an agency in all records', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, 'cn-bj-government', 2),
    );
    assert.ok(new Set(found.map(({ uri }) => uri.path)).size >= 2, `${found.length} references`);
  });

  it('renames an id wherever it stands', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'id: report-de', 5),
      'bericht',
    );
    const edits = edit.entries().flatMap(([, changes]) => changes);
    assert.ok(edits.length > 3, `${edits.length} places`);
    for (const { newText, range } of edits) assert.equal(document.getText(range), 'report-de', newText);
  });

  it('lists the symbols of a record and of the folder', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(symbols.length > 0);
    const everywhere = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'hydrogen',
    );
    assert.ok(everywhere.length > 0);
  });

  it('folds, selects, links and hints', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const { uri } = document;
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.ok(folds.length > 5);
    const [selection] = await commands.executeCommand<SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [
      at(document, 'value: 2400', 8),
    ]);
    assert.ok(selection?.parent);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('/beijing-ai-2024.zh.txt')));
    const all = new Range(new Position(0, 0), new Position(document.lineCount, 0));
    const hints = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, all);
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(labels.includes('Tuesday'), labels.join(', '));
  });

  it('does none of it where it is switched off', async () => {
    const { document } = await open('records/beijing-ai-2024.policy.yaml');
    const { uri } = document;
    const ask = async <T>(provider: string, ...args: unknown[]): Promise<number> =>
      (await commands.executeCommand<T[] | undefined>(`vscode.execute${provider}Provider`, uri, ...args))?.length ?? 0;
    const all = new Range(new Position(0, 0), new Position(document.lineCount, 0));
    const agency = at(document, 'cn-baai', 2);
    const features: Readonly<Record<string, () => Promise<number>>> = {
      navigation: () => ask('Definition', agency),
      // Symbols are remembered by the editor until the text changes, whoever gives them.
      links: () => ask('Link'),
      inlayHints: () => ask('InlayHint', all),
      completion: async () => {
        const behind = at(document, 'status: ', 8);
        const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, behind);
        // What other extensions propose, words of the text among them, is not ours.
        return list.items.filter(({ label }) => (typeof label === 'string' ? label : label.label) === 'superseded')
          .length;
      },
    };
    const settings = workspace.getConfiguration('policyRecords');
    for (const [feature, count] of Object.entries(features)) {
      assert.ok((await count()) > 0, feature);
      await settings.update(feature, false);
      try {
        await eventually(`${feature} off`, async () => (await count()) === 0 || undefined);
      } finally {
        await settings.update(feature, undefined);
      }
      await eventually(`${feature} on`, async () => (await count()) > 0 || undefined);
    }
  });

  it('offers the passage above a claim that is not supported, where that is switched on', async () => {
    const { document } = await open('records/typical-mistakes.policy.yaml');
    const lenses = () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 5);
    assert.deepEqual(await lenses(), []);
    const settings = workspace.getConfiguration('policyRecords');
    await settings.update('codeLens', true);
    try {
      await eventually(
        'a lens',
        async () =>
          (await lenses()).some(({ command }) => command?.command === 'policyRecords.showPassage') || undefined,
      );
    } finally {
      await settings.update('codeLens', undefined);
    }
  });
});
