import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Hover } from 'vscode-languageserver-types';
import { Client } from '../server/client.ts';

interface Case {
  readonly title: string;
  readonly file: string;
  readonly at: string;
  readonly has: readonly string[];
  readonly not: readonly string[];
  readonly none: boolean;
}

/** Cases of one file; an unknown key, a case without a place or without an expectation is a mistake of the file. */
function readCases(text: string): Case[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [title = '', ...lines] = block.trim().split('\n');
      const fields = lines
        .filter((line) => line.trim() !== '')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);
      const all = (key: string) => fields.flatMap(([name, value]) => (name === key ? [value] : []));
      const unknown = fields.find(([name]) => !['file', 'at', 'has', 'not', 'none'].includes(name));
      assert.equal(unknown, undefined, `${title}: unknown key`);
      const one = { title, file: all('file')[0] ?? '', at: all('at')[0] ?? '', has: all('has'), not: all('not') };
      const none = all('none').length > 0;
      assert.ok(one.at.includes('‸') && (none || one.has.length > 0), `${title}: no cursor or nothing expected`);
      return { ...one, none };
    });
}

describe('hover cards', () => {
  let client: Client;
  before(async () => {
    client = await Client.open('examples');
  });
  after(() => client.dispose());

  for (const name of readdirSync('test/cases/hover').filter((one) => one.endsWith('.txt'))) {
    const cases = readCases(readFileSync(`test/cases/hover/${name}`, 'utf8'));
    assert.ok(cases.length > 0, `${name} is empty`);
    for (const { title, file, at, has, not, none } of cases) {
      it(`${name}: ${title}`, async () => {
        const text = readFileSync(`examples/${file}`, 'utf8');
        const [before = '', after = ''] = at.split('‸');
        const start = text.indexOf(before + after);
        assert.ok(start >= 0, `“${at}” does not stand in ${file}`);
        const lines = text.slice(0, start + before.length).split('\n');
        const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
        const textDocument = { uri: client.uri(file) };
        const hover = await client.request<Hover | null>('textDocument/hover', { textDocument, position });
        const card = hover ? (hover.contents as { value: string }).value : undefined;
        if (none) return assert.equal(card, undefined);
        for (const words of has) assert.ok(card?.includes(words), `no “${words}” in:\n${card}`);
        for (const words of not) assert.ok(!card?.includes(words), `“${words}” in:\n${card}`);
      });
    }
  }
});
