import assert from 'node:assert/strict';
import { commands, languages, window } from 'vscode';
import type { Measuring } from '../report.ts';
import { extension, findings, open, openNew } from '../workbench.ts';

/** In milliseconds. */
const activationGoal = 50;

describe('a folder without records', () => {
  it('does not wake the extension, whatever is opened', async () => {
    const yaml = await open('notes.yaml');
    await open('notes.md');
    assert.equal(yaml.document.languageId, 'yaml');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal(extension().isActive, false);
    assert.deepEqual(languages.getDiagnostics(yaml.document.uri), []);
  });

  it('makes the window wait less than 50 ms when its first record is opened', async function () {
    await extension().activate();
    const text = await commands.executeCommand<string>('policyRecords.copyDiagnosticInformation');
    const [, milliseconds] = /^Activation: (\d+) ms$/m.exec(text) ?? [];
    (this.runnable() as Measuring).measured = Number(milliseconds);
    assert.ok(Number(milliseconds) < activationGoal, `activation took ${milliseconds} ms`);
  });

  it('checks the first record that is made in it', async () => {
    const { document } = await openNew('first.policy.yaml', 'figures: none\n');
    assert.equal(document.languageId, 'policy-record');
    assert.equal(window.activeTextEditor?.document, document);
    await findings(document.uri, 'record/schema');
  });
});
