import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareLeft, layOut, parseScenario, type ScenarioCall } from './scenario.ts';
import { called } from './terminal.ts';

const folder = new URL('../cases/cli/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** Escapes of the terminal as they are written in a scenario, so that its file stays readable. */
const readable = (text: string): string => text.replaceAll('\u001b', '␛').replaceAll('\r\n', '␍\n');

describe('scenarios of the command line', () => {
  it('are there', () => assert.ok(names.length > 0, 'test/cases/cli holds no scenario'));

  for (const name of names) {
    const scenario = parseScenario(name, readFileSync(new URL(name, folder), 'utf8'));
    it(`${name}: ${scenario.title}`, async () => {
      const place = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
      const before = process.cwd();
      try {
        const repository = join(place, 'repository');
        layOut([{ path: 'repository', content: '', keys: new Map([['kind', 'folder']]) }], place);
        layOut(scenario.files, repository);
        process.chdir(repository);
        for (const call of scenario.calls) await makeCall(call, place);
      } finally {
        process.chdir(before);
        rmSync(place, { recursive: true, force: true });
      }
    });
  }
});

async function makeCall(call: ScenarioCall, place: string): Promise<void> {
  const stdin = join(place, 'stdin');
  writeFileSync(stdin, call.stdin);
  const input = openSync(stdin, 'r');
  const { status, stdout, stderr } = await called(call.args, {
    input,
    outIsTerminal: call.terminal,
    errIsTerminal: call.terminal,
    columns: call.columns,
    env: { POLICY_RECORDS_DEBUG: '1', ...call.env },
  });
  closeSync(input);
  const written = readable(`${stdout}${stderr}`);
  const said = `policy-records ${call.args.join(' ')}`;
  if (call.stdout !== undefined) assert.equal(readable(stdout), call.stdout, said);
  if (call.stderr !== undefined || call.has.length === 0) assert.equal(readable(stderr), call.stderr ?? '', said);
  for (const line of call.has) assert.ok(written.includes(line), `${said} does not write: ${line}\n${written}`);
  for (const line of call.hasNot) assert.ok(!written.includes(line), `${said} writes: ${line}\n${written}`);
  assert.doesNotMatch(written, /\n\s+at .+:\d+/, 'a trace of a crash is no message');
  assert.ok(!written.includes(place), `a path of this machine is shown:\n${written}`);
  assert.equal(status, call.status, `${said}\n${written}`);
  compareLeft(call.leaves, process.cwd());
}
