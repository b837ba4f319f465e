import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { close, eventually, findings, open, type, withoutFindings } from '../workbench.ts';

/** The process of the server, as the report of a problem names it. */
async function serverProcess(): Promise<number> {
  const text = await commands.executeCommand<string>('policyRecords.copyDiagnosticInformation');
  const [, id] = /process (\d+)/.exec(text) ?? [];
  assert.ok(id, text);
  return Number(id);
}

describe('the server', () => {
  afterEach(close);

  it('comes back when it is killed in mid-edit, with what was typed and the right findings', async () => {
    const editor = await open('records/hydrogen.policy.yaml');
    const { document } = editor;
    const before = document.getText();
    const [value] = /^ {4}value: \d+(?:\.\d+)?/m.exec(before) ?? [];
    assert.ok(value);
    const killed = await serverProcess();
    await type(editor, value, `${value}7`);
    process.kill(killed, 'SIGKILL');
    await type(editor, `${value}7`, `${value}77`);
    // What is asked while the process dies is refused; the next question reaches another one.
    await eventually('another process', async () => {
      const now = await serverProcess().catch(() => killed);
      return now === killed ? undefined : now;
    });
    await findings(document.uri, 'figure/value');
    assert.equal(document.getText(), before.replace(value, `${value}77`));
    await type(editor, `${value}77`, value);
    await withoutFindings(document.uri, 'figure/value');
  });

  it('is started again by the command', async () => {
    const { document } = await open('records/typical-mistakes.policy.yaml');
    await findings(document.uri, 'figure/value');
    const before = await serverProcess();
    await commands.executeCommand('policyRecords.restartServer');
    const after = await eventually('another process', async () => {
      const now = await serverProcess();
      return now === before ? undefined : now;
    });
    assert.notEqual(after, before);
    await findings(document.uri, 'figure/value');
  });
});
