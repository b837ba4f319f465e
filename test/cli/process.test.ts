import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from './bundle.ts';

let program = '';

const call = (args: readonly string[], options: { cwd?: string; input?: string; env?: Record<string, string> } = {}) =>
  spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    ...options,
    env: { ...process.env, ...options.env },
    timeout: 20_000,
  });

describe('the program as a process', function () {
  this.timeout(60_000);
  let folder = '';

  before(() => {
    program = builtProgram();
    folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
    assert.equal(call(['init', folder]).status, 0);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('checks, and ends with the status of the check', () => {
    const right = call(['check'], { cwd: folder });
    assert.equal(right.stderr, '');
    assert.equal(right.status, 0);
    assert.match(right.stdout, /4 of 4 supported/);
    const wrong = call(['check', 'nothing'], { cwd: folder });
    assert.deepEqual([wrong.status, wrong.stdout, wrong.stderr], [2, '', 'nothing does not exist.\n']);
  });

  it('knows its version, and explains its rules from wherever it is', () => {
    assert.match(call(['--version'], { cwd: tmpdir() }).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match(call(['explain', 'figure/value'], { cwd: tmpdir() }).stdout, /figure\/value/);
  });

  it('reads standard input from a file, a pipe and a terminal that is slow', async () => {
    assert.match(call(['extract', '--language', 'en'], { input: 'The town has 12 schools.' }).stdout, /schools/);
    const child = spawn(process.execPath, [program, 'extract', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let written = '';
    child.stdout.on('data', (data) => {
      written += data;
    });
    child.stdin.write('{"id":1,"language":"en","te');
    await new Promise((done) => setTimeout(done, 300));
    child.stdin.end('xt":"12 schools"}');
    await new Promise((done) => child.on('close', done));
    assert.equal(JSON.parse(written).quantities[0].value, 12);
  });

  it('is quiet when nobody reads on', async () => {
    const many = `${'{"id":1,"language":"en","text":"12 schools"}\n'.repeat(20_000)}`;
    const child = spawn(process.execPath, [program, 'extract', '--jsonl'], { stdio: 'pipe' });
    let complaints = '';
    child.stderr.on('data', (data) => {
      complaints += data;
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(many);
    await new Promise((done) => child.on('close', done));
    assert.equal(complaints, '');
  });

  it('says so when its report cannot be written', () => {
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'check', folder], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr], [2, 'The report could not be written, because the disk is full.\n']);
  });

  it('gives the same report in any time zone and locale', () => {
    const usual = call(['check', '--format', 'json'], { cwd: folder }).stdout;
    for (const env of [
      { TZ: 'Pacific/Kiritimati' },
      { TZ: 'America/Adak' },
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    ]) {
      assert.equal(call(['check', '--format', 'json'], { cwd: folder, env }).stdout, usual);
    }
  });
});
