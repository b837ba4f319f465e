/** Capturing from a server on this machine, which the test starts, and may reach through the API alone. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCapture } from '../../src/cli/capture.ts';
import { capture } from '../../src/cli/commands.ts';
import { isFailure } from '../../src/cli/failure.ts';
import { readCall } from '../../src/cli/options.ts';
import { type FetchOptions, fetchPage } from '../../src/node/fetch-page.ts';
import { terminalWith } from '../cli/terminal.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const page = (words: string): string =>
  `<!doctype html><html lang="en"><title>The plan | Monitor</title><meta property="og:site_name" content="Monitor"><meta property="article:published_time" content="2025-03-04T10:00Z"><h1>The plan</h1>${words}`;
const first = page('<p>The city has 12 bridges.<p>It counts 2<b> </b>400 firms.');
const second = page('<p>It counts 2 500 firms.<p>The city has 12 bridges.');

describe('capturing', () => {
  let server: Server;
  let base = '';
  let root = '';
  let asked: IncomingMessage[] = [];
  const pages = new Map<string, Handler>();
  const html =
    (body: string | Uint8Array, headers: Record<string, string> = {}): Handler =>
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
    };
  const redirect =
    (to: string): Handler =>
    (_, response) => {
      response.writeHead(302, { location: to }).end();
    };
  const local: FetchOptions = { alsoAllowed: (address) => address === '127.0.0.1' };

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      const handler = pages.get(request.url ?? '');
      if (handler) handler(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    writeFileSync(join(root, 'policy-records.yaml'), '{}\n');
    mkdirSync(join(root, 'records'));
    pages.clear();
    asked = [];
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function failure(url: string, options: FetchOptions = local): Promise<string> {
    const result = await fetchPage(url, options);
    return 'failure' in result ? result.failure : `fetched ${result.bytes.length} bytes`;
  }

  describe('never asks', () => {
    const addresses = [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '169.254.169.254',
      '10.0.0.1',
      '0x7f.1',
      '2130706433',
      '[64:ff9b::7f00:1]',
    ];
    for (const host of addresses) {
      it(host, async () => {
        assert.match(
          await failure(base.replace('127.0.0.1', host), {}),
          /address of this machine or of a network behind it/,
        );
        assert.equal(asked.length, 0);
      });
    }

    it('a name that means a private address, or means one beside a public one', async () => {
      for (const addresses of [['10.0.0.1'], ['93.184.216.34', '::1'], ['fe80::1']]) {
        const options = { resolve: async () => addresses };
        assert.match(await failure('http://example.org/', options), /"example.org" is an address of this machine/);
      }
    });

    it('a name twice: what was checked is what is connected to', async () => {
      pages.set('/', html(first));
      let times = 0;
      const resolve = async () => {
        times += 1;
        return [times === 1 ? '127.0.0.1' : '93.184.216.34'];
      };
      const result = await fetchPage(base.replace('127.0.0.1', 'rebinding.example'), { ...local, resolve });
      assert.ok('bytes' in result);
      assert.equal(times, 1);
      assert.equal(asked[0]?.headers.host?.split(':')[0], 'rebinding.example');
    });

    it('where a redirect leads to what is forbidden', async () => {
      for (const [to, message] of [
        ['file:///etc/passwd', /Only pages of the web/],
        ['http://169.254.169.254/latest/meta-data', /address of this machine/],
        ['http://[::1]/', /address of this machine/],
        ['//user:secret@127.0.0.1/', /user name or a password/],
      ] as const) {
        pages.set('/', redirect(to));
        assert.match(await failure(base), message);
      }
      assert.equal(asked.length, 4);
    });
  });

  it('tells a site nothing of the person', async () => {
    pages.set('/', html(first));
    await fetchPage(base, local);
    const headers = asked[0]?.headers ?? {};
    assert.deepEqual(Object.keys(headers).sort(), ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('follows five redirects, and no sixth', async () => {
    for (let step = 0; step < 6; step += 1) pages.set(`/${step}`, redirect(`/${step + 1}`));
    pages.set('/6', html(first));
    assert.match(await failure(`${base}/0`), /more than 5 times/);
    const result = await fetchPage(`${base}/1`, local);
    assert.equal('url' in result && result.url, `${base}/6`);
  });

  it('ends what is too large, too slow or packed to be so', async () => {
    const bomb = gzipSync(new Uint8Array(5_000_000));
    pages.set('/bomb', html(bomb, { 'content-encoding': 'gzip' }));
    pages.set('/large', html('x'.repeat(2_000_000)));
    pages.set('/endless', (_, response) => {
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(100_000), more);
      };
      more();
    });
    pages.set('/slow', () => undefined);
    pages.set('/dripping', (_, response) => {
      response.write('<p>');
    });
    pages.set('/odd', html('x', { 'content-encoding': 'zip' }));
    pages.set('/broken', html('not packed', { 'content-encoding': 'gzip' }));
    pages.set('/cut', (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('x', () => response.destroy());
    });
    const small = { ...local, maxBytes: 1_000_000 };
    const short = { ...small, time: 300 };
    assert.match(await failure(`${base}/bomb`, small), /larger than 1 MB/);
    assert.match(await failure(`${base}/large`, small), /larger than 1 MB/);
    assert.match(await failure(`${base}/endless`, small), /larger than 1 MB/);
    assert.match(await failure(`${base}/slow`, short), /takes too long/);
    assert.match(await failure(`${base}/dripping`, short), /takes too long/);
    assert.match(await failure(`${base}/odd`, small), /packed in a way/);
    assert.match(await failure(`${base}/broken`, small), /packed in a way/);
    assert.match(await failure(`${base}/cut`, small), /broke off/);
    assert.match(await failure(`${base}/none`, small), /answers 404 \(there is no such page\)/);
    assert.match(await failure('http://127.0.0.1:1/', small), /connection to the site failed/);
  });

  async function call(...args: string[]): Promise<{ status: number; out: string; err: string }> {
    const terminal = terminalWith();
    const heard = (status: number) => ({ status, out: terminal.stdout, err: terminal.stderr });
    try {
      return heard(await runCapture(readCall(capture, [...args, '--root', root]), terminal, local));
    } catch (error) {
      if (isFailure(error)) return { ...heard(2), err: error.message };
      throw error;
    }
  }

  it('keeps a page as it came, and prints its source', async () => {
    pages.set('/plan', html(gzipSync(first), { 'content-encoding': 'gzip' }));
    const { status, out } = await call(`${base}/plan`);
    assert.equal(status, 0);
    assert.equal(readFileSync(join(root, 'articles/the-plan.en.html'), 'utf8'), first);
    assert.match(
      out,
      /^written {3}articles\/the-plan\.en\.html\n\nsources:\n {2}- id: monitor\n {4}title: The plan\n {4}file: articles\/the-plan\.en\.html\n {4}language: en\n/,
    );
    assert.match(out, /\n {4}publisher: Monitor\n {4}published: 2025-03-04\n {4}retrieved: \d{4}-\d\d-\d\d\n/);
    assert.ok(out.includes(createHash('sha256').update(first).digest('hex')));
  });

  it('notes the encoding that the site declares', async () => {
    pages.set(
      '/plan',
      html(Buffer.from('<title>Köln</title><p>12 Brücken', 'latin1'), {
        'content-type': 'text/html; charset=ISO-8859-1',
      }),
    );
    const { out } = await call(`${base}/plan`);
    assert.match(out, /title: Köln\n[\s\S]*encoding: iso-8859-1\n/);
  });

  it('writes the source into a record, and tells what became of its quotes when it comes again', async () => {
    pages.set('/plan', html(first));
    const record = join(root, 'records/a.policy.yaml');
    const figures = `figures:
  - {id: bridges, label: B, value: 12, quote: The city has 12 bridges}
  - {id: firms, label: F, value: 2400, quote: It counts 2 400 firms}
`;
    writeFileSync(record, `id: a\n# kept\n${figures}`);
    const done = await call(`${base}/plan`, '--record', record);
    assert.equal(done.status, 0, done.err);
    assert.match(done.out, /written {3}records\/a\.policy\.yaml, with the source “monitor”/);
    const text = readFileSync(record, 'utf8');
    assert.match(
      text,
      /^id: a\n# kept\nsources:\n {2}- id: monitor\n[\s\S]* {4}file: \.\.\/articles\/the-plan\.en\.html\n[\s\S]*figures:\n/,
    );
    assert.ok(text.endsWith(figures));

    const same = await call(`${base}/plan`, '--record', record);
    assert.deepEqual([same.status, same.out], [0, 'unchanged articles/the-plan.en.html\n']);

    pages.set('/plan', html(second));
    const kept = await call(`${base}/plan`);
    assert.equal(kept.status, 1);
    assert.match(
      kept.out,
      /^kept {6}articles\/the-plan\.en\.html, though the page is another one now; --replace takes the new one\n/,
    );
    assert.match(
      kept.out,
      /records\/a\.policy\.yaml: 0 of 2 quotes stand where they stood\n {2}moved {5}bridges {2}“The city has 12 bridges”\n {2}changed {3}firms {2}“It counts 2 400 firms”\n {12}now {2}“It counts 2 500 firms”\n/,
    );
    assert.equal(readFileSync(join(root, 'articles/the-plan.en.html'), 'utf8'), first);

    const replaced = await call(`${base}/plan`, '--replace');
    assert.equal(replaced.status, 0);
    assert.match(replaced.out, /^replaced {2}articles/);
    assert.equal(readFileSync(join(root, 'articles/the-plan.en.html'), 'utf8'), second);
    assert.equal(readFileSync(record, 'utf8'), text);
  });

  it('refuses what is no article, and a place outside the repository, and leaves nothing behind', async () => {
    pages.set('/picture', html(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), { 'content-type': 'image/png' }));
    pages.set('/plan', html(first));
    assert.match((await call(`${base}/picture`)).err, /leads to no article/);
    assert.match((await call(`${base}/plan`, '--into', '/')).err, /lies outside the repository/);
    assert.match((await call('file:///etc/passwd')).err, /Only pages of the web/);
    assert.match((await call()).err, /takes one address/);
    assert.equal(existsSync(join(root, 'articles')), false);
  });

  it('has no option and no variable that opens this machine', async () => {
    pages.set('/plan', html(first));
    const names = capture.options.map(({ name }) => name);
    assert.deepEqual(names, ['into', 'record', 'replace', 'root', 'help']);
    for (const file of ['src/cli/capture.ts', 'src/node/fetch-page.ts', 'src/node/capture-article.ts'])
      assert.ok(!/\benv\b/.test(readFileSync(file, 'utf8')), file);
  });
});
