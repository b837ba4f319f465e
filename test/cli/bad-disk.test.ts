/** What becomes of files when the disk is full, when the program is killed, and when others write at the same time. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RecordChecks } from '../../src/cli/record-checks.ts';
import { openRepository } from '../../src/cli/repository.ts';
import { RunFiles } from '../../src/cli/run-files.ts';
import { Random } from '../text/random.ts';
import { builtProgram } from './bundle.ts';
import { called } from './terminal.ts';

const hook = resolve('test/cli/bad-disk.cjs');

describe('a bad disk', function () {
  this.timeout(240_000);
  let root = '';
  const at = (path: string) => join(root, path);
  const old = (index: number) =>
    `id: r${index}\ntitle: ${'long '.repeat(400)}\njurisdiction: XA\nstatus: adoptd\ndate: 2024\n`;
  const mended = (index: number) => old(index).replace('adoptd', 'adopted');
  const name = (index: number) => `r${index}.policy.yaml`;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    writeFileSync(at('policy-records.yaml'), '{}\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function call(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', hook, builtProgram(), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { status, stdout, stderr };
  }

  /** The same in this process, where nothing of the disk is changed. */
  const callHere = (args: readonly string[]) => called([...args, '--root', root]);

  describe('that is full', () => {
    const full = { BAD_DISK_ROOM: '3000' };

    it('keeps every record that no longer fits as it was, and says so', () => {
      for (const index of [0, 1, 2]) writeFileSync(at(name(index)), old(index));
      const { status, stderr } = call(['check', '--fix', '--format', 'concise'], full);
      assert.equal(status, 2);
      assert.match(stderr, /^r1\.policy\.yaml was not fixed: it could not be written, because the disk is full\.$/m);
      assert.equal(readFileSync(at(name(0)), 'utf8'), mended(0));
      for (const index of [1, 2]) assert.equal(readFileSync(at(name(index)), 'utf8'), old(index));
      assert.deepEqual(readdirSync(root).sort(), ['policy-records.yaml', ...[0, 1, 2].map(name)].sort());
    });

    it('keeps the report of the run before', () => {
      for (let index = 0; index < 40; index += 1) writeFileSync(at(name(index)), old(index));
      writeFileSync(at('report.json'), 'the old one');
      const { status, stderr } = call(['check', '--output', 'json=report.json'], full);
      assert.equal(status, 2);
      assert.match(stderr, /^The report report\.json could not be written, because the disk is full\.$/m);
      assert.equal(readFileSync(at('report.json'), 'utf8'), 'the old one');
      assert.ok(!readdirSync(root).some((file) => file.endsWith('.tmp')));
    });

    it('keeps the baseline of the run before', () => {
      writeFileSync(at(name(0)), old(0));
      assert.equal(call(['check', '--update-baseline']).status, 0);
      const baseline = readdirSync(root).find((file) => /baseline/.test(file)) ?? assert.fail('no baseline');
      const before = readFileSync(at(baseline), 'utf8');
      for (let index = 1; index < 40; index += 1) writeFileSync(at(name(index)), old(index));
      const { status, stderr } = call(['check', '--update-baseline', '--quiet'], { BAD_DISK_ROOM: '100' });
      assert.equal(status, 2);
      assert.match(stderr, /could not be written, because the disk is full/);
      assert.equal(readFileSync(at(baseline), 'utf8'), before);
    });

    it('costs the cache, and changes nothing in the report', () => {
      for (let index = 0; index < 40; index += 1) writeFileSync(at(name(index)), old(index));
      const check = ['check', '--format', 'json', '--jobs', '1', '--cache'];
      const expected = call([...check, 'never']);
      const { stderr, ...rest } = call([...check, 'always'], full);
      assert.deepEqual({ ...rest, stderr: '' }, expected);
      assert.match(stderr, /the cache could not be written, because the disk is full\.\n$/);
      assert.deepEqual(readdirSync(at('.policy-records/cache')), ['.gitignore']);
      assert.deepEqual(call([...check, 'always']), expected);
    });
  });

  it('that others write to: a record that was changed meanwhile is not fixed over', () => {
    writeFileSync(at(name(0)), old(0));
    const { status, stderr } = call(['check', '--fix', '--quiet'], { BAD_DISK_RIVAL: name(0) });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^r0\.policy\.yaml was not fixed: it was changed by somebody else meanwhile; run --fix again\.$/m,
    );
    assert.equal(readFileSync(at(name(0)), 'utf8'), `${old(0)}# theirs\n`);
    assert.equal(call(['check', '--fix', '--quiet', '--fail-on', 'never']).status, 0);
    assert.equal(readFileSync(at(name(0)), 'utf8'), `${mended(0)}# theirs\n`);
  });

  it('on which the program is killed at any moment: every record is the old one or the mended one', async () => {
    const count = 60;
    const random = new Random(7);
    const put = () => {
      for (let index = 0; index < count; index += 1) writeFileSync(at(name(index)), old(index));
    };
    put();
    const started = Date.now();
    assert.equal(call(['check', '--fix', '--quiet', '--fail-on', 'never']).status, 0);
    const whole = Date.now() - started;
    const seen = { before: 0, amid: 0, behind: 0 };
    for (let round = 0; round < 25; round += 1) {
      put();
      const child = spawn(process.execPath, [builtProgram(), 'check', '--fix', '--quiet'], {
        cwd: root,
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.once('close', done));
      // Most of the time goes by before the first record is written.
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.3 + 0.6 * (random.below(1000) / 1000)));
      await ended;
      clearTimeout(timer);
      let done = 0;
      for (let index = 0; index < count; index += 1) {
        const text = readFileSync(at(name(index)), 'utf8');
        assert.ok(text === old(index) || text === mended(index), `round ${round}: ${name(index)} is neither`);
        if (text === mended(index)) done += 1;
      }
      seen[done === 0 ? 'before' : done === count ? 'behind' : 'amid'] += 1;
      // What was left behind is in nobody's way, and is no record.
      const { records } = openRepository(root);
      assert.equal(records.length, count);
    }
    assert.ok(seen.before + seen.amid > 0, 'it was never killed before it was done');
    assert.equal(call(['check', '--fix', '--quiet', '--fail-on', 'never']).status, 0);
    for (let index = 0; index < count; index += 1) assert.equal(readFileSync(at(name(index)), 'utf8'), mended(index));
  });

  it('on which an article is another one at each reading: the run says that it is not to be trusted', async () => {
    mkdirSync(at('articles'));
    const article = 'articles/a.txt';
    writeFileSync(at(article), 'The land has 1 mills.');
    let readings = 0;
    class Restless extends RunFiles {
      override read(path: string, maxBytes: number) {
        const result = super.read(path, maxBytes);
        if (path === article) {
          readings += 1;
          writeFileSync(at(article), `The land has ${readings + 1} mills.`);
        }
        return result;
      }
    }
    // Two readings, because they say differently how the file is to be read.
    for (const language of ['en', 'fr'])
      writeFileSync(
        at(`${language}.policy.yaml`),
        `id: ${language}\nsources:\n  - {id: s, file: ${article}, language: ${language}}\nfigures:\n  - {label: M, value: 1, unit: mills}\n`,
      );
    const repository = openRepository(root);
    const ways = { jobs: 1, cache: true };
    const checks = new RecordChecks(new Restless(root), repository, repository.records, ways, assert.ifError);
    for await (const { result } of checks.results()) assert.ok(result.path);
    assert.ok(readings >= 2);
    assert.deepEqual(checks.notChecked, ['articles/a.txt, which changed while it was read: check again']);
    // Nothing of it is taken again.
    const again = new RecordChecks(new RunFiles(root), repository, repository.records, ways, assert.ifError);
    const verdicts: string[] = [];
    for await (const { result } of again.results()) verdicts.push(...result.claims.map(({ verdict }) => verdict));
    assert.deepEqual(verdicts, ['not-found', 'not-found']);
    assert.deepEqual(again.notChecked, []);
  });

  describe('whose cache is damaged', () => {
    const cache = () => at('.policy-records/cache/results');
    const check = ['check', '--format', 'json', '--jobs', '1', '--cache'];

    it('in any byte, line or length: everything is checked anew, with the same report', async () => {
      cpSync(resolve('examples'), root, { recursive: true });
      const expected = await callHere([...check, 'never']);
      await callHere([...check, 'always']);
      const whole = readFileSync(cache());
      const lines = whole.toString('utf8').split('\n');
      const random = new Random(11);
      const somewhere = () => random.below(whole.length);
      const damage: [string, Buffer | string][] = [
        ['empty', ''],
        ['one line end', '\n'],
        ['twice', Buffer.concat([whole, whole])],
        ['without its last line', lines.slice(0, -2).join('\n')],
        ['without its first line', lines.slice(1).join('\n')],
        [
          'its lines in another order',
          [...lines.slice(0, 1), ...lines.slice(1, -2).reverse(), ...lines.slice(-2)].join('\n'),
        ],
        ['with one line more', [...lines.slice(0, -2), lines[1], ...lines.slice(-2)].join('\n')],
        ['with other line ends', lines.join('\r\n')],
        ['of another encoding', Buffer.from(whole.toString('utf8'), 'utf16le')],
      ];
      for (let round = 0; round < 8; round += 1) {
        const place = somewhere();
        damage.push([
          `bit ${place}`,
          Buffer.from(whole.map((byte, index) => (index === place ? byte ^ (1 << round) : byte))),
        ]);
        damage.push([`cut at ${place}`, whole.subarray(0, place)]);
      }
      for (const [what, bytes] of damage) {
        writeFileSync(cache(), bytes);
        const { stderr, ...rest } = await callHere([...check, 'always']);
        assert.deepEqual({ ...rest, stderr: '' }, expected, what);
        assert.equal(stderr, 'The cache was damaged; everything was checked anew.\n', what);
      }
      assert.deepEqual(await callHere([...check, 'always']), expected);
    });

    it('by being no file: nothing hangs, and the report is the same', async () => {
      cpSync(resolve('examples'), root, { recursive: true });
      const expected = await callHere([...check, 'never']);
      const kinds: Readonly<Record<string, () => unknown>> = {
        'a folder': () => mkdirSync(cache()),
        'a link that leads nowhere': () => symlinkSync('nowhere', cache()),
        'a link to itself': () => symlinkSync('results', cache()),
        'a device without end': () => symlinkSync('/dev/zero', cache()),
        'a pipe': () => spawnSync('mkfifo', [cache()]),
      };
      for (const [what, make] of Object.entries(kinds)) {
        rmSync(at('.policy-records'), { recursive: true, force: true });
        mkdirSync(at('.policy-records/cache'), { recursive: true });
        make();
        const { status, stdout } = await callHere([...check, 'always']);
        assert.deepEqual({ status, stdout }, { status: expected.status, stdout: expected.stdout }, what);
      }
    });
  });
});
