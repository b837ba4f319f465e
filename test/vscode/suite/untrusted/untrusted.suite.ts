import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, workspace } from 'vscode';
import { at, findings, open, ruleOf } from '../workbench.ts';

describe('a folder that is not trusted', () => {
  it('is checked', async () => {
    assert.equal(workspace.isTrusted, false);
    await open('records/hydrogen.policy.yaml');
    const counts = await commands.executeCommand<{ claims: number; supported: number }>('policyRecords.checkRecord');
    assert.ok(counts.claims > 5, `${counts.claims} claims`);
    assert.equal(counts.supported, counts.claims);
  });

  it('has its cards, its fixes and its proposals', async () => {
    const { document } = await open('records/typical-mistakes.policy.yaml');
    const [wrong] = (await findings(document.uri, 'figure/value')).filter((one) => ruleOf(one) === 'figure/value');
    assert.ok(wrong);
    const ask = async (provider: string, ...args: unknown[]): Promise<number> =>
      (await commands.executeCommand<unknown[]>(`vscode.execute${provider}Provider`, document.uri, ...args)).length;
    assert.ok((await ask('Hover', wrong.range.start)) > 0, 'no card');
    assert.ok((await ask('CodeAction', wrong.range)) > 0, 'no fix');
    assert.ok((await ask('Definition', at(document, 'quote: >-\n', 20))) > 0, 'no passage');
  });

  it('has nothing fetched for it, and says so', async () => {
    let asked = 0;
    const server = createServer(() => {
      asked += 1;
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      assert.deepEqual(await commands.executeCommand('policyRecords.captureArticle', url), {
        failure: 'Pages are fetched only in a folder that you trust; nothing was fetched.',
      });
      assert.equal(asked, 0);
    } finally {
      server.close();
    }
  });
});
