import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { commands, languages, window, workspace } from 'vscode';
import { close, fileUri, openNew, withoutFindings } from '../workbench.ts';

interface Captured {
  readonly failure?: string;
  readonly outcome?: string;
  readonly quotes?: readonly { readonly claim: string; readonly fate: string; readonly now?: string }[];
}

const capture = (url: string): Thenable<Captured> => commands.executeCommand('policyRecords.captureArticle', url);

const page = (words: string): string =>
  `<!doctype html><html lang="en"><title>Bridges of the city</title><meta property="og:site_name" content="Monitor">${words}`;

const recordPath = 'records/bridges.policy.yaml';
const articlePath = 'articles/bridges-of-the-city.en.html';
const record = `id: bridges
title: Bridges
figures:
  - id: bridges
    label: Bridges in the city
    value: 12
    quote: The city has 12 bridges
`;

describe('capturing an article', () => {
  const { fork } = childProcess;
  let server: Server;
  let url = '';
  let body = page('<p>The city has 12 bridges.');
  let asked = 0;

  before(async () => {
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bridges`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    childProcess.fork = fork;
    await commands.executeCommand('policyRecords.restartServer');
    const towers = ['articles/towers-of-the-city.en.html', 'records/towers-of-the-city.policy.yaml'];
    for (const path of [articlePath, recordPath, ...towers])
      await workspace.fs.delete(fileUri(path)).then(undefined, () => undefined);
  });
  afterEach(close);

  it('refuses this machine, as it is shipped, and leaves the record as it was', async () => {
    const { document } = await openNew(recordPath, record);
    const { failure } = await capture(url);
    assert.match(failure ?? '', /"127\.0\.0\.1" is an address of this machine or of a network behind it/);
    assert.equal(asked, 0);
    assert.equal(document.getText(), record);
  });

  it('writes the source into the open record, which is then supported, and is taken back in one step', async () => {
    await mayFetchFromThisMachine();
    const { document } = await openNew(recordPath, record);
    assert.equal((await capture(url)).outcome, 'new');
    assert.match(document.getText(), /title: Bridges\nsources:\n {2}- id: monitor\n[\s\S]*\nfigures:\n/);
    assert.ok(document.isDirty);
    await withoutFindings(document.uri, 'figure/unchecked');
    const status = await commands.executeCommand<{ supported: number }>('policyRecords.checkRecord');
    assert.equal(status.supported, 1);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), record);
    await commands.executeCommand('redo');
    await document.save();
  });

  it('says what became of the quotes when the page is another one, and keeps the old file', async () => {
    const { document } = await openNew(recordPath, await saved());
    body = page('<p>The city has 13 bridges.');
    const { outcome, quotes } = await capture(url);
    assert.equal(outcome, 'kept');
    assert.deepEqual(
      quotes?.map(({ claim, fate, now }) => [claim, fate, now]),
      [['bridges', 'changed', 'The city has 13 bridges']],
    );
    assert.ok(!languages.getDiagnostics(document.uri).some(({ code }) => code === 'source/changed'));
  });

  it('makes a new record where none is open', async () => {
    body = page('<p>The city has 7 towers.').replace('Bridges', 'Towers');
    assert.equal((await capture(`${url}/towers`)).outcome, 'new');
    const document = window.activeTextEditor?.document;
    assert.match(document?.uri.path ?? '', /\/records\/towers-of-the-city\.policy\.yaml$/);
    assert.match(document?.getText() ?? '', /file: \.\.\/articles\/towers-of-the-city\.en\.html\n/);
  });

  async function saved(): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(fileUri(recordPath)));
  }

  /** The same server, from the sources, with one address more that it may ask: nothing that is shipped can be told to. */
  async function mayFetchFromThisMachine(): Promise<void> {
    const ours = join(__dirname, 'loopback-server.program.cjs');
    childProcess.fork = ((module: string, ...rest: unknown[]) =>
      Reflect.apply(fork, childProcess, [module.endsWith('server.cjs') ? ours : module, ...rest])) as typeof fork;
    await commands.executeCommand('policyRecords.restartServer');
  }
});
