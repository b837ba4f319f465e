/** Capturing an article from an editor, from a server on this machine that the test starts and the tested host may reach. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { nodeHost } from '../../src/server/node-host.ts';
import type { CaptureArticleResult, CapturedArticle } from '../../src/server/protocol.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { Client } from './client.ts';

const page = (words: string): string =>
  `<!doctype html><html lang="en"><title>The plan</title><meta property="og:site_name" content="Monitor"><h1>The plan</h1>${words}`;
const first = page('<p>The city has 12 bridges. <p>It counts 2 400 firms. <p>It has 7 towers of glass.');
const second = page('<p>It counts 2 500 firms. <p>The city has 12 bridges.');

const record = 'records/a.policy.yaml';
const claims = `figures:
  - {id: bridges, label: B, value: 12, quote: The city has 12 bridges}
  - {id: firms, label: F, value: 2400, quote: It counts 2 400 firms}
  - {id: towers, label: T, value: 7, quote: It has 7 towers of glass}
`;

describe('capturing from an editor', () => {
  let server: Server;
  let base = '';
  let root = '';
  let client: Client;
  let asked = 0;
  let body: string | undefined = first;

  before(async () => {
    server = createServer((_, response) => {
      asked += 1;
      // Without a body nothing is answered, as by a site that is slow.
      if (body !== undefined) response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plan`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = 0;
    body = first;
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-capture-')));
    mkdirSync(join(root, 'records'));
    writeFileSync(join(root, 'policy-records.yaml'), '{}\n');
  });
  afterEach(() => {
    client.dispose();
    rmSync(root, { recursive: true, force: true });
  });

  const start = async (options: Record<string, unknown> = { isTrusted: true }, mayReachUs = true): Promise<void> => {
    const alsoAllowed = (address: string) => mayReachUs && address === '127.0.0.1';
    client = await Client.open(root, options, {}, nodeHost({ alsoAllowed }));
  };

  async function open(text: string): Promise<void> {
    writeFileSync(join(root, record), text);
    await client.openText(record, text);
    await client.diagnostics(record);
  }

  const ask = (params: { readonly replace?: boolean; readonly record?: string; readonly url?: string } = {}) =>
    client.request<CaptureArticleResult>('policyRecords/captureArticle', {
      url: params.url ?? base,
      place: client.uri(params.record ?? 'policy-records.yaml'),
      ...(params.record && { record: client.uri(params.record) }),
      replace: params.replace ?? false,
    });

  async function capture(params: Parameters<typeof ask>[0] = {}): Promise<CapturedArticle> {
    const result = await ask(params);
    assert.ok(!('failure' in result), 'failure' in result ? result.failure : '');
    return result;
  }

  async function refusal(params: Parameters<typeof ask>[0] = {}): Promise<string> {
    const result = await ask(params);
    return 'failure' in result ? result.failure : `was ${result.outcome}`;
  }

  it('keeps the page, and gives its source as an edit of the record as it is typed, not as it is on the disk', async () => {
    await start();
    await open(`id: a\n${claims}`);
    const typed = `id: a\ntitle: Typed and not saved\n${claims}`;
    await client.changeText(record, typed);
    const { outcome, article, edit, newRecord, quotes } = await capture({ record });
    assert.deepEqual(
      [outcome, article, newRecord, quotes],
      ['new', client.uri('articles/the-plan.en.html'), undefined, []],
    );
    assert.equal(readFileSync(join(root, 'articles/the-plan.en.html'), 'utf8'), first);
    assert.ok(edit);
    assert.deepEqual([edit.record, edit.version], [client.uri(record), 2]);
    const at = new LineIndex(typed).offsetAt(edit.range.start);
    assert.deepEqual(edit.range.start, edit.range.end);
    const text = typed.slice(0, at) + edit.newText + typed.slice(at);
    assert.match(text, /^id: a\ntitle: Typed and not saved\nsources:\n {2}- id: monitor\n[\s\S]*\nfigures:\n/);
    await client.changeText(record, text);
    assert.deepEqual(
      (await client.diagnostics(record)).filter(({ severity }) => severity !== 3),
      [],
    );
    assert.equal(readFileSync(join(root, record), 'utf8'), `id: a\n${claims}`, 'the record is the editor’s to save');
  });

  it('puts an article beside the others', async () => {
    await start();
    mkdirSync(join(root, 'texts'));
    writeFileSync(join(root, 'texts/x.txt'), 'x');
    await open('id: a\nsources:\n  - {id: x, file: ../texts/x.txt}\n');
    assert.equal((await capture()).article, client.uri('texts/the-plan.en.html'));
  });

  it('proposes a new record where none is open', async () => {
    await start();
    const { newRecord, edit } = await capture();
    assert.equal(edit, undefined);
    assert.equal(newRecord?.uri, client.uri('records/the-plan.policy.yaml'));
    assert.match(
      newRecord?.snippet ?? '',
      /sources:\n {2}- id: monitor\n {4}title: The plan\n {4}file: \.\.\/articles\/the-plan\.en\.html\n[\s\S]*sha256: [\da-f]{64}\nfigures:/,
    );
  });

  it('shows what became of the quotes when the page is another one, and takes it when it is told to', async () => {
    await start();
    await open(`id: a\n${claims}`);
    const { edit } = await capture({ record });
    assert.ok(edit);
    const text = claims.replace(/^/, `id: a\n${edit.newText}`);
    await client.changeText(record, text);
    assert.equal((await capture({ record })).outcome, 'unchanged');

    body = second;
    const kept = await capture({ record });
    assert.deepEqual([kept.outcome, kept.edit, kept.newRecord], ['kept', undefined, undefined]);
    assert.deepEqual(
      kept.quotes.map(({ claim, fate, now }) => [claim, fate, now]),
      [
        ['bridges', 'moved', undefined],
        ['firms', 'changed', 'It counts 2 500 firms'],
        ['towers', 'vanished', undefined],
      ],
    );
    const [bridges] = kept.quotes;
    const lines = new LineIndex(text);
    assert.equal(
      bridges && text.slice(lines.offsetAt(bridges.range.start), lines.offsetAt(bridges.range.end)),
      'The city has 12 bridges',
    );
    assert.equal(readFileSync(join(root, 'articles/the-plan.en.html'), 'utf8'), first);

    const replaced = await capture({ record, replace: true });
    assert.equal(replaced.outcome, 'replaced');
    assert.equal(readFileSync(join(root, 'articles/the-plan.en.html'), 'utf8'), second);
    // The record is checked against the new page without being touched.
    await client.changeText(record, `${text}\n`);
    assert.ok((await client.diagnostics(record)).some(({ code }) => code === 'source/changed'));
  });

  it('says why a record does not take the source, and gives it to paste', async () => {
    await start();
    await open('id: a\nsources: [{id: x, url: "https://example.org/"}]\n');
    const { refused, edit, outcome } = await capture({ record });
    assert.deepEqual([outcome, edit], ['new', undefined]);
    assert.equal(refused?.message, 'records/a.policy.yaml writes its sources in brackets; paste the entry by hand.');
    assert.match(refused?.source ?? '', /^ {2}- id: monitor\n/);
  });

  for (const options of [{}, { isTrusted: false }, { isTrusted: 'true' }]) {
    it(`asks nobody in a folder that is not trusted: ${JSON.stringify(options)}`, async () => {
      await start(options);
      assert.equal(await refusal(), 'Pages are fetched only in a folder that you trust; nothing was fetched.');
      // A folder may bring settings along; they do not make it one that is trusted.
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { policyRecords: { isTrusted: true }, isTrusted: true },
      });
      assert.match(await refusal(), /only in a folder that you trust/);
      assert.equal(asked, 0);
      assert.deepEqual(readdirSync(root).sort(), ['policy-records.yaml', 'records']);
    });
  }

  it('refuses this machine as every other way in does, and files', async () => {
    await start({ isTrusted: true }, false);
    assert.match(await refusal(), /"127\.0\.0\.1" is an address of this machine or of a network behind it/);
    assert.match(await refusal({ url: 'file:///etc/passwd' }), /Only pages of the web/);
    assert.match(await refusal({ url: 'https://user:secret@example.org/' }), /user name or a password/);
    assert.equal(asked, 0);
    assert.ok(!existsSync(join(root, 'articles')));
  });

  it('writes nothing through a link that leads outside', async () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-outside-')));
    try {
      symlinkSync(outside, join(root, 'articles'));
      await start();
      assert.match(await refusal(), /is a link that leads outside the repository; nothing was written\.$/);
      assert.deepEqual(readdirSync(outside), []);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('can be stopped while a site does not answer', async () => {
    await start();
    body = undefined;
    const source = new CancellationTokenSource();
    const params = { url: base, place: client.uri('policy-records.yaml'), replace: false };
    const answer = client.connection.sendRequest('policyRecords/captureArticle', params, source.token);
    while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    source.cancel();
    assert.deepEqual(await answer, { failure: 'Stopped; nothing was written.' });
    assert.ok(!existsSync(join(root, 'articles')));
  });
});
