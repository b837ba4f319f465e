import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type {
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  LocationLink,
  Position,
  SelectionRange,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { Client } from './client.ts';

const record = 'records/chips-act.policy.yaml';
const registry = 'world.agencies.yaml';
const read = (path: string): string => readFileSync(`examples/${path}`, 'utf8');

/** The position that `‸` marks in a piece of a file. */
function positionOf(path: string, marked: string): Position {
  const [before = '', after = ''] = marked.split('‸');
  const start = read(path).indexOf(before + after);
  assert.ok(start >= 0 && marked.includes('‸'), `“${marked}” does not stand in ${path}`);
  const lines = read(path)
    .slice(0, start + before.length)
    .split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const textAt = (path: string, { start, end }: Location['range']): string => {
  const lines = read(path)
    .split('\n')
    .slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.character) ?? '';
  lines[0] = lines[0]?.slice(start.character) ?? '';
  return lines.join('\n');
};

describe('navigation through the protocol', () => {
  let client: Client;
  before(async () => {
    client = await Client.open('examples');
  });
  after(() => client.dispose());
  const at = (path: string, marked: string) => ({
    textDocument: { uri: client.uri(path) },
    position: positionOf(path, marked),
  });
  const pathOf = (uri: string): string => uri.slice(client.root.length + 1);

  const definitions: readonly (readonly [what: string, path: string, at: string, target: string, words: string])[] = [
    ['an agency to its registry', record, '- agency: eu-comm‸ission', registry, 'eu-commission'],
    ['a quote to its passage', record, 'to m‸ake 20% of the world', 'articles/chips-act.en.md', '20%'],
    ['a value to its passage', record, 'value: 2‸0\n', 'articles/chips-act.en.md', '20%'],
    ['a parent to its agency', registry, 'parent: cn-state‸-council', registry, 'cn-state-council'],
  ];
  for (const [what, path, marked, target, words] of definitions) {
    it(`goes from ${what}`, async () => {
      const [link] = await client.request<LocationLink[]>('textDocument/definition', at(path, marked));
      assert.equal(link && pathOf(link.targetUri), target);
      assert.equal(link && textAt(target, link.targetSelectionRange ?? link.targetRange), words);
    });
  }

  it('goes from an operand to its figure', async () => {
    const path = 'records/typical-mistakes.policy.yaml';
    const operand = /growth: \[([\w-]+)/.exec(read(path))?.[1] ?? '';
    const [link] = await client.request<LocationLink[]>('textDocument/definition', at(path, `growth: [${operand}‸`));
    assert.equal(link && textAt(path, link.targetRange), operand);
  });

  it('goes from a source to its article', async () => {
    const [link] = await client.request<LocationLink[]>(
      'textDocument/definition',
      at(record, 'file: ../articles/chips‸-act.en.md'),
    );
    assert.equal(link && pathOf(link.targetUri), 'articles/chips-act.en.md');
  });

  it('finds who names an agency', async () => {
    const found = await client.request<Location[]>('textDocument/references', {
      ...at(registry, 'id: cn-state‸-council'),
      context: { includeDeclaration: true },
    });
    const paths = new Set(found.map(({ uri }) => pathOf(uri)));
    assert.ok(paths.has(registry));
    for (const { uri, range } of found) assert.equal(textAt(pathOf(uri), range), 'cn-state-council');
  });

  it('finds who claims a number of an article', async () => {
    const found = await client.request<Location[]>('textDocument/references', {
      ...at('articles/chips-act.en.md', '€43 bil‸lion'),
      context: { includeDeclaration: false },
    });
    assert.deepEqual([...new Set(found.map(({ uri }) => pathOf(uri)))], [record]);
  });

  it('renames an agency in every record and registry, and nothing else', async () => {
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at(record, '- agency: eu-comm‸ission'),
      newName: 'eu-executive',
    });
    const changes = Object.entries(edit.changes ?? {});
    assert.ok(changes.some(([uri]) => pathOf(uri) === registry));
    for (const [uri, edits] of changes) {
      for (const { range, newText } of edits) {
        assert.equal(textAt(pathOf(uri), range), 'eu-commission');
        assert.equal(newText, 'eu-executive');
      }
      assert.equal(edits.length, read(pathOf(uri)).split(/(?<![\w-])eu-commission(?![\w-])/).length - 1, uri);
    }
  });

  for (const [newName, message] of [
    ['eu-council', undefined],
    ['cn-mof', 'The id “cn-mof” belongs to another agency already; choose another one.'],
    ['EU Commission', '“EU Commission” is no id: write small letters, digits and hyphens between them.'],
  ] as const) {
    it(`${message ? 'refuses' : 'takes'} the new name ${newName}`, async () => {
      const answer = client.request('textDocument/rename', { ...at(record, '- agency: eu-comm‸ission'), newName });
      if (message) await assert.rejects(answer, { message });
      else assert.ok(await answer);
    });
  }

  it('lists the claims of a record with what they say and how they came out', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', at(record, 'i‸d: '));
    const share = symbols.find(({ name }) => name === "Europe's share of the world's chips by value");
    assert.equal(share?.detail, '20 % · ✓ supported');
    assert.equal(symbols.length > 40, true);
  });

  it('finds agencies of the workspace by any of their names', async () => {
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '国家医保' });
    assert.deepEqual(
      found.map(({ containerName }) => containerName),
      ['cn-nhsa'],
    );
  });

  it('finds figures of the workspace by their label', async () => {
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'share of the world' });
    const [first] = found;
    assert.ok(first && 'range' in first.location && pathOf(first.location.uri) === record);
    assert.match(read(record).split('\n')[first.location.range.start.line] ?? '', /value:/);
  });

  it('folds figures and their quotes', async () => {
    const foldings = await client.request<FoldingRange[]>('textDocument/foldingRange', at(record, 'i‸d: '));
    const lines = read(record).split('\n');
    const folded = foldings.map(({ startLine }) => lines[startLine]);
    assert.ok(folded.includes('figures:'));
    for (const { startLine, endLine } of foldings) {
      assert.ok(startLine < endLine && endLine < lines.length);
      assert.notEqual(lines[endLine]?.trim(), '');
    }
  });

  it('grows a selection from the value to the file', async () => {
    const { textDocument, position } = at(record, 'value: 2‸0\n');
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    const texts: string[] = [];
    for (let one: SelectionRange | undefined = selection; one; one = one.parent) texts.push(textAt(record, one.range));
    assert.deepEqual(texts.slice(0, 2), ['20', 'value: 20']);
    assert.match(texts[2] ?? '', /^id: [\s\S]*value: 20\n/);
    for (let i = 1; i < texts.length; i++) assert.ok(texts[i]?.includes(texts[i - 1] ?? ''));
  });

  it('says what a value is, and the weekday of a date', async () => {
    const path = 'records/typical-mistakes.policy.yaml';
    const text =
      'id: a\ndates:\n  - date: 2025-06-22\n  - date: 2025-06\nfigures:\n  - label: b\n    value: 350e9\n  - label: c\n    value: 350 billion\n';
    await client.openText(path, text);
    await client.diagnostics(path);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: client.uri(path) },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
    assert.deepEqual(
      hints.map(({ label, position: { line } }) => [line, label]),
      [
        [6, '350 billion'],
        [2, 'Sunday'],
      ],
    );
    await client.close(path);
  });
});
