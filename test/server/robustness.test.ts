import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fatal, harmless } from '../records/hostile-inputs.ts';
import { Random } from '../text/random.ts';
import { Client } from './client.ts';

/** Requests that take a place in a file. */
const atPlace = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/prepareRename',
  'textDocument/completion',
];

/** Requests that take a whole file. */
const ofFile = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/documentLink',
  'textDocument/codeLens',
];

describe('the server with whatever is typed', () => {
  let client: Client;
  before(async () => {
    client = await Client.open('examples');
  });
  after(() => client.dispose());

  async function askEverything(path: string, text: string, places: number, random: Random): Promise<void> {
    const textDocument = { uri: client.uri(path) };
    const lines = text.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    for (const method of ofFile) await client.request(method, { textDocument });
    await client.request('textDocument/inlayHint', { textDocument, range });
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }).catch(known);
    for (let i = 0; i < places; i++) {
      const line = random.below(lines.length + 1);
      const position = { line, character: random.below((lines[line]?.length ?? 0) + 2) };
      await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
      const context = { includeDeclaration: true };
      for (const method of atPlace) await client.request(method, { textDocument, position, context }).catch(known);
    }
  }

  /** A feature that the server does not announce is none that failed. */
  const known = (error: unknown): void => assert.match(String(error), /Unhandled method/);

  for (const name of readdirSync('examples/records').filter((one) => one.endsWith('.policy.yaml'))) {
    it(`answers at places of ${name}, whole and mangled`, async () => {
      const random = new Random(7);
      const path = `records/${name}`;
      const whole = readFileSync(`examples/${path}`, 'utf8');
      await client.openText(path, whole);
      await askEverything(path, whole, 25, random);
      for (let round = 0; round < 6; round++) {
        const start = random.below(whole.length);
        const end = Math.min(whole.length, start + random.below(300));
        const typed = random.one(['', '\n', '  - ', 'value: ', '"', '[', '{', ': ', '# ', '\t', '>-\n']);
        const mangled = whole.slice(0, start) + typed + whole.slice(end);
        await client.changeText(path, mangled);
        await askEverything(path, mangled, 5, random);
      }
      await client.close(path);
      assert.deepEqual(client.messages, []);
    }).timeout(60_000);
  }

  for (const [name, [make, says]] of Object.entries({ ...fatal, ...harmless })) {
    it(`lives on with ${name}`, async () => {
      const text = make();
      const path = `records/${name.replaceAll(' ', '-')}.policy.yaml`;
      await client.openText(path, text);
      const found = await client.diagnostics(path);
      if (says)
        assert.ok(
          found.some(({ message }) => says.test(String(message))),
          'what is wrong is not said',
        );
      await askEverything(path, text.slice(0, 2000), 3, new Random(3));
      // What is right again is found right again: nothing of the other text was kept.
      await client.changeText(path, 'id: mended\n');
      assert.deepEqual(await client.diagnostics(path), []);
      await client.close(path);
      assert.deepEqual(client.messages, []);
    }).timeout(60_000);
  }
});
