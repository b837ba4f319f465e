import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { cursorAt } from '../../src/service/completion/find-cursor.ts';
import { Client } from '../server/client.ts';
import {
  cursorMark,
  edited,
  layOut,
  positionAt,
  type RepositoryCase,
  readRepositoryCases,
} from '../server/repository-case.ts';

const folder = 'test/cases/completion';
const kinds = ['first', 'among', 'absent', 'nothing', 'taken', 'cursor', 'opened'];

describe('completion', () => {
  for (const [name, cases] of readRepositoryCases(folder, kinds)) {
    for (const one of cases) {
      const expected = one.sections.filter(({ kind }) => kind !== 'file');
      assert.ok(expected.length > 0, `${name}: nothing is expected of “${one.title}”`);
      it(`${name}: ${one.title}`, () => (expected.some(({ kind }) => kind === 'cursor') ? place(one) : offer(one)));
    }
  }
});

/** Where the cursor stands, without a repository around it. */
function place({ sections }: RepositoryCase): void {
  const marked = sections.find(({ kind }) => kind === 'file')?.text ?? '';
  const text = marked.replace(cursorMark, '');
  const cursor = cursorAt(text, marked.indexOf(cursorMark));
  const told = cursor
    ? [
        `${cursor.at} ${cursor.path.join('/')}`.trim(),
        `typed ${JSON.stringify(cursor.typed)}`,
        `replaces ${JSON.stringify(text.slice(cursor.replace.start, cursor.replace.end))}`,
        `keys ${[...(cursor.maps[0]?.keys.keys() ?? [])].join(' ')}`.trim(),
        `column ${cursor.column}`,
        ...(['flow', 'below', 'wantsSpace', 'hasColon'] as const).filter((flag) => cursor[flag]),
      ]
    : ['nowhere'];
  const expected =
    sections
      .find(({ kind }) => kind === 'cursor')
      ?.text.trim()
      .split('\n') ?? [];
  for (const line of expected) assert.ok(told.includes(line), `not “${line}”, but\n${told.join('\n')}`);
}

/** What is offered there. */
async function offer(one: RepositoryCase): Promise<void> {
  const { folder: root, path, text, offset } = layOut(one);
  const client = await Client.open(root);
  try {
    const opened = one.sections.find(({ kind }) => kind === 'opened');
    await client.openText(path, opened?.text ?? text);
    await client.diagnostics(path);
    if (opened) await client.changeText(path, text);
    await client.diagnostics(path);
    const textDocument = { uri: client.uri(path) };
    const position = positionAt(text, offset);
    for (const lineEnd of ['\n', '\r\n']) {
      const written = text.replaceAll('\n', lineEnd);
      if (written !== text) await client.changeText(path, written);
      const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
      for (const { kind, about, text: said } of one.sections) expect(kind, about, said, list.items, written);
    }
  } finally {
    client.dispose();
    rmSync(root, { recursive: true, force: true });
  }
}

function expect(kind: string, about: string, said: string, items: readonly CompletionItem[], text: string): void {
  const lines = said.split('\n').filter((line) => line !== '');
  const labels = items.map(({ label }) => label);
  const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  switch (kind) {
    case 'first':
      for (const [at, line] of lines.entries()) assert.equal(line, described(sorted[at], line));
      break;
    case 'among':
      for (const line of lines) {
        const item = items.find(({ label }) => label === line.split(' | ')[0]);
        assert.equal(line, described(item, line), `among ${labels.slice(0, 30).join(', ')}`);
      }
      break;
    case 'absent':
      for (const line of lines) assert.ok(!labels.includes(line), `“${line}” is offered`);
      break;
    case 'nothing':
      assert.deepEqual(labels, []);
      break;
    case 'taken': {
      const item = items.find(({ label }) => label === about);
      assert.ok(item, `no “${about}” among ${labels.slice(0, 30).join(', ')}`);
      const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
      assert.equal(edited(text, [item.textEdit as TextEdit]), said.replaceAll('\n', lineEnd));
    }
  }
}

/** An item as a case writes it: the label alone, or `label | words of its detail`. */
function described(item: CompletionItem | undefined, line: string): string {
  const [, detail] = line.split(' | ');
  if (!item) return 'nothing';
  if (detail === undefined) return item.label;
  return `${item.label} | ${item.detail?.includes(detail) ? detail : item.detail}`;
}
