/** Fixes on a real disk: what is written, what stays, and what a program that is ended leaves. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FileWriter } from '../../src/node/file-writer.ts';

const program = resolve('src/cli/main.ts');
const loader = import.meta.resolve('tsx');

describe('fixes on the disk', function () {
  this.timeout(60_000);
  let folder = '';
  const file = () => join(folder, 'a.policy.yaml');
  const old = `id: a\ntitle: ${'long '.repeat(2000)}\njurisdiction: XA\nstatus: adoptd\ndate: 2024`;
  const mended = old.replace('adoptd', 'adopted');
  const call = (args: readonly string[], shell = '') =>
    spawnSync(
      'sh',
      [
        '-c',
        `${shell} exec "$0" --import "$1" "$2" check "$@"`.replace('"$@"', args.join(' ')),
        process.execPath,
        loader,
        program,
      ],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
    writeFileSync(join(folder, 'policy-records.yaml'), '{}\n');
    writeFileSync(file(), old);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keep the bits of the file, and leave nothing beside it', () => {
    chmodSync(file(), 0o640);
    assert.equal(call(['--fix', '--quiet']).status, 0);
    assert.equal(readFileSync(file(), 'utf8'), mended);
    assert.equal(statSync(file()).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).sort(), ['a.policy.yaml', 'policy-records.yaml']);
  });

  it('are shown as a patch that git applies to the same end', () => {
    const { stdout, status } = call(['--fix', '--dry-run']);
    assert.equal(status, 1);
    assert.equal(readFileSync(file(), 'utf8'), old);
    execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd: folder, input: stdout });
    assert.equal(readFileSync(file(), 'utf8'), mended);
  });

  it('leave the old file where no more can be written, and say so', () => {
    // Files may have no more than a kilobyte; what breaks the bound is told, or ends the program at once.
    const told = call(['--fix', '--format', 'concise'], 'trap "" XFSZ; ulimit -f 1;');
    assert.match(
      told.stderr,
      /^a\.policy\.yaml was not fixed: it could not be written, because it is larger than files may be here\.$/m,
    );
    assert.equal(told.status, 2);
    assert.equal(readFileSync(file(), 'utf8'), old);
    assert.deepEqual(readdirSync(folder).sort(), ['a.policy.yaml', 'policy-records.yaml']);
    const killed = call(['--fix'], 'ulimit -c 0; ulimit -f 1;');
    assert.notEqual(killed.status, 0);
    assert.equal(readFileSync(file(), 'utf8'), old);
    // What a program that was ended left beside the file is no record, and is in nobody's way.
    assert.equal(call(['--fix', '--quiet']).status, 0);
    assert.equal(readFileSync(file(), 'utf8'), mended);
  });
});

describe('a file that is written beside the old one', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is there when it is finished, and not before', () => {
    const path = join(folder, 'x');
    writeFileSync(path, 'old');
    const writer = new FileWriter(path);
    writer.write('ne');
    assert.equal(readFileSync(path, 'utf8'), 'old');
    writer.write(Uint8Array.of(0x77));
    writer.finish();
    writer.finish();
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.throws(() => writer.write('more'), /closed/);
    const other = new FileWriter(path);
    other.write('half');
    other.abandon();
    assert.equal(readFileSync(path, 'utf8'), 'new');
    assert.deepEqual(readdirSync(folder), ['x']);
  });

  it('follows a link to the file, and none that was laid where it is written', () => {
    writeFileSync(join(folder, 'real'), 'old');
    writeFileSync(join(folder, 'victim'), 'untouched');
    symlinkSync('real', join(folder, 'link'));
    symlinkSync('victim', join(folder, `.real.${process.pid}.tmp`));
    const writer = new FileWriter(join(folder, 'link'));
    writer.write('new');
    writer.finish();
    assert.equal(readFileSync(join(folder, 'real'), 'utf8'), 'new');
    assert.equal(readFileSync(join(folder, 'victim'), 'utf8'), 'untouched');
    assert.deepEqual(readdirSync(folder).sort(), ['link', 'real', 'victim']);
  });
});
