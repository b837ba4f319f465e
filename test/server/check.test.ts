import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../../src/server/node-host.ts';
import { type Statistics, statisticsRequest } from '../../src/server/protocol.ts';
import { Client } from './client.ts';

const record = 'records/rail-freight.policy.yaml';
const article = 'articles/rail-freight.fr.txt';

describe('checking through the protocol', () => {
  let folder: string;
  let client: Client;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-server-')));
    cpSync('examples', folder, { recursive: true });
    client = await Client.open(folder);
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds nothing in a record that is right', async () => {
    await client.openText(record, read(record));
    assert.deepEqual(await client.diagnostics(record), []);
  });

  it('finds what is typed, and takes it back when it is undone', async () => {
    const right = read(record);
    await client.openText(record, right);
    await client.diagnostics(record);
    await client.changeText(record, right.replace(/value: (\d+)/, 'value: 9$1'));
    const [first] = await client.diagnostics(record);
    assert.equal(first?.code, 'figure/value');
    assert.equal(first?.severity, 1);
    assert.match(String(first?.message), /The source says .*; the record says 9/);
    assert.ok(first?.relatedInformation?.[0]?.location.uri.endsWith(article));
    assert.match(first?.codeDescription?.href ?? '', /docs\/rules\/figure-value\.md$/);
    await client.changeText(record, right);
    assert.deepEqual(await client.diagnostics(record), []);
  });

  it('answers what is asked a moment after a key before it checks what was typed', async () => {
    const right = read(record);
    await client.openText(record, right);
    await client.diagnostics(record);
    let first = 0;
    const keys = 12;
    for (let key = 0; key < keys; key += 1) {
      await client.changeText(record, `${right}# ${'x'.repeat(key + 1)}`);
      const checked = client.diagnostics(record).then(() => 'checked');
      // VS Code asks for proposals some milliseconds later; here enough for a check that did not wait.
      await new Promise((resolve) => setTimeout(resolve, 4));
      const textDocument = { uri: client.uri(record) };
      const asked = client.request('textDocument/completion', { textDocument, position: { line: 0, character: 0 } });
      if ((await Promise.race([checked, asked.then(() => 'answered')])) === 'answered') first += 1;
      await asked;
      await checked;
    }
    // Not every time, for the clock of a busy machine stands still now and then.
    assert.ok(first > keys / 2, `${keys - first} of ${keys} answers came after the check`);
  });

  it('checks against an article as it stands unsaved in the editor, and against the disk when that is closed', async () => {
    await client.openText(record, read(record));
    assert.deepEqual(await client.diagnostics(record), []);
    await client.openText(article, read(article).replaceAll(/\d/g, '7'), 'plaintext');
    const found = await client.until(record, (diagnostics) => diagnostics.length > 5);
    assert.ok(found.some(({ code }) => code === 'quote/inexact' || code === 'quote/not-found'));
    await client.close(article);
    await client.until(record, (diagnostics) => diagnostics.length === 0);
  });

  it('checks again what depends on a registry that was changed on the disk', async () => {
    await client.openText(record, read(record));
    assert.deepEqual(await client.diagnostics(record), []);
    writeFileSync(join(folder, 'world.agencies.yaml'), 'agencies: []\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'world.agencies.yaml')).href, type: 2 }],
    });
    const found = await client.until(record, (diagnostics) => diagnostics.length > 0);
    assert.ok(found.every(({ code }) => code === 'agency/unknown'));
  });

  it('takes the severities of the configuration as it is typed', async () => {
    await client.openText(record, read(record).replace(/value: (\d+)/, 'value: 9$1'));
    const [first] = await client.diagnostics(record);
    assert.equal(first?.severity, 1);
    await client.openText('policy-records.yaml', 'rules:\n  figure/value: info\n', 'yaml');
    const [second] = await client.until(record, (diagnostics) => diagnostics[0]?.severity === 3);
    assert.equal(second?.code, 'figure/value');
  });

  describe('where records are checked on saving', () => {
    const wrong = () => read(record).replace(/value: (\d+)/, 'value: 9$1');
    const told = (path: string) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri(path), type: 2 }],
      });

    beforeEach(async () => {
      client.dispose();
      client = await Client.open(folder, { check: 'save' });
      await client.openText(record, read(record));
      assert.deepEqual(await client.diagnostics(record), []);
    });

    it('checks an open record that another program writes, when the editor shows its text', async () => {
      const text = wrong();
      writeFileSync(join(folder, record), text);
      await told(record);
      await client.changeText(record, text);
      const found = await client.until(record, (diagnostics) => diagnostics.length > 0);
      assert.equal(found[0]?.code, 'figure/value');
    });

    it('does so where the editor shows it before it tells that the file has changed', async () => {
      const text = wrong();
      writeFileSync(join(folder, record), text);
      await client.changeText(record, text);
      await told(record);
      await client.until(record, (diagnostics) => diagnostics.length > 0);
    });

    it('does not check what is typed after the file was written', async () => {
      await told(record);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const before = await checks();
      await client.changeText(record, wrong());
      await new Promise((resolve) => setTimeout(resolve, 60));
      assert.equal(await checks(), before);
    });

    it('checks again what depends on an article that another program writes', async () => {
      writeFileSync(join(folder, article), read(article).replaceAll(/\d/g, '7'));
      await told(article);
      await client.until(record, (diagnostics) => diagnostics.length > 5);
    });

    const checks = async () => (await client.request<{ checks: number }>('policyRecords/statistics', {})).checks;
  });

  it('finds what is wrong in an open record while the repository is still being listed', async () => {
    const host = nodeHost();
    const files: typeof host.files = (root) => {
      const onDisk = host.files(root);
      return onDisk && { ...onDisk, list: () => new Promise(() => {}) };
    };
    const slow = await Client.open(folder, {}, {}, { ...host, files });
    const text = read(record).replace(/value: (\d+)/, 'value: 9$1');
    const [agency = ''] = /(?<=agency: )\S+/.exec(text) ?? [];
    await slow.openText(record, text.replace(`agency: ${agency}`, `agency: ${agency}x`));
    const found = await slow.diagnostics(record);
    slow.dispose();
    // The other agencies of the record are known, so that the registries above it were read; a computed figure hangs on the value.
    assert.deepEqual(found.map(({ code }) => code).sort(), ['agency/unknown', 'figure/unchecked', 'figure/value']);
  });

  it('comes to rest where open records have something to say of each other', async () => {
    const text = read(record);
    const other = 'records/rail-freight-again.policy.yaml';
    const checks = async () => (await client.request<Statistics>(statisticsRequest, {})).checks;
    await client.openText(record, text);
    await client.openText(other, text);
    for (const path of [record, other])
      await client.until(path, (found) => found.some(({ code }) => code === 'record/duplicate-id'));
    const settled = async () => {
      // Longer than any of these checks takes.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = await checks();
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal((await checks()) - before, 0, 'records are checked though nothing has changed');
    };
    await settled();
    await client.changeText(other, text.replace(/^id: .*/, 'id: another'));
    await client.until(record, (found) => found.length === 0);
    await settled();
  });

  it('says across records which id stands twice', async () => {
    await client.openText(record, read(record));
    await client.diagnostics(record);
    const copy = 'records/copy.policy.yaml';
    await client.openText(copy, 'id: fr-rail-freight\n');
    await client.until(copy, (diagnostics) => diagnostics.some(({ code }) => code === 'record/duplicate-id'));
    await client.until(record, (diagnostics) => diagnostics.some(({ code }) => code === 'record/duplicate-id'));
    await client.changeText(copy, 'id: another\n');
    await client.until(record, (diagnostics) => diagnostics.length === 0);
  });

  it('checks every record of the repository, with the counts of the command line', async () => {
    const result = await client.request<{ records: number; claims: number; supported: number; errors: number }>(
      'policyRecords/checkAll',
      {},
    );
    assert.equal(result.records, readdirSync('examples/records').length);
    const mistakes = await client.diagnostics('records/typical-mistakes.policy.yaml');
    assert.equal(mistakes.filter(({ severity }) => severity === 1).length, result.errors);
  });
});
