import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { findings, open, ruleOf } from '../workbench.ts';

describe('a folder that is on no disk', () => {
  it('is checked with the files that the editor reads', async () => {
    assert.equal(workspace.workspaceFolders?.[0]?.uri.scheme, 'mirror');
    const { document } = await open('records/typical-mistakes.policy.yaml');
    const all = await findings(document.uri, 'figure/value');
    const [wrong] = all.filter((one) => ruleOf(one) === 'figure/value');
    assert.equal(wrong?.relatedInformation?.[0]?.location.uri.scheme, 'mirror');
  });

  it('has the same verdicts for a record without mistakes, agencies of its registry and all', async () => {
    await open('records/hydrogen.policy.yaml');
    const counts = await commands.executeCommand<{ claims: number; supported: number }>('policyRecords.checkRecord');
    assert.ok(counts.claims > 5, `${counts.claims} claims`);
    assert.equal(counts.supported, counts.claims);
  });

  it('is found whole by the check of all records', async () => {
    const { records } = await commands.executeCommand<{ records: number }>('policyRecords.checkAll');
    assert.ok(records >= 8, `${records} records`);
  });

  it('takes no article from the web, and says so', async () => {
    assert.deepEqual(await commands.executeCommand('policyRecords.captureArticle', 'https://example.org/'), {
      failure: 'Pages are kept only in a folder on this machine; open one that holds your records.',
    });
  });
});
