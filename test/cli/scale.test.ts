import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunFiles } from '../../src/cli/run-files.ts';
import { builtProgram } from './bundle.ts';
import { needs } from './outside.ts';
import { called } from './terminal.ts';

const cache = '.policy-records/cache/results';

const anew = ['--cache', 'never', '--jobs', '1'];
const cached = ['--cache', 'always', '--jobs', '1'];

describe('a check of a large repository', function () {
  this.timeout(900_000);
  let root = '';

  const check = (args: readonly string[]) => called(['check', '--root', root, ...args]);
  const alone = (format = 'json') => check(['--format', format, ...anew]);
  /** The bundle in a process of its own, as threads need it. */
  const checkInProcess = (args: readonly string[], env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram(), 'check', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: '100', ...env },
    });
    return { status, stdout, stderr };
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    cpSync('examples', root, { recursive: true });
    // A record that shares its id, its indicators and its articles with another one.
    const other = readFileSync(join(root, 'records/beijing-ai-2024.policy.yaml'), 'utf8').replace(
      'value: 2400',
      'value: 2500',
    );
    writeFileSync(join(root, 'records/second.policy.yaml'), other);
    writeFileSync(join(root, 'records/unreadable.policy.yaml'), 'id: [\n');
    // Long enough ago for a stamp to stand for the content.
    for (const name of ['second', 'unreadable', 'hydrogen']) {
      const past = new Date(Date.now() - 60_000);
      utimesSync(join(root, `records/${name}.policy.yaml`), past, past);
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('gives the same report without a cache, with a new one, and from it', async () => {
    for (const format of ['json', 'pretty', 'sarif']) {
      const expected = await alone(format);
      assert.equal(expected.status, 1);
      rmSync(join(root, '.policy-records'), { recursive: true, force: true });
      assert.deepEqual(await check(['--format', format, ...cached]), expected, `${format}, a new cache`);
      assert.deepEqual(await check(['--format', format, ...cached]), expected, `${format}, from the cache`);
    }
  });

  it('gives the same report in each combination of cache, threads, locale, time zone and shares', async () => {
    const places: readonly Record<string, string>[] = [
      { LC_ALL: 'C', LANG: 'C' },
      { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
      { TZ: 'Pacific/Kiritimati' },
    ];
    const caches = { 'no cache': 'never', 'a new cache': 'always', 'the cache': 'always' };
    const shares = ['1/3', '2/3', '3/3'];
    const pretty = await alone('pretty');
    const expected = await alone();
    for (const env of places) {
      assert.deepEqual(checkInProcess(['--format', 'pretty', '--cache', 'never', '--jobs', '4'], env), pretty);
      for (const jobs of ['1', '4']) {
        rmSync(join(root, '.policy-records'), { recursive: true, force: true });
        for (const [what, cache] of Object.entries(caches)) {
          const way = `${what}, ${jobs} threads, ${JSON.stringify(env)}`;
          const call = ['--format', 'json', '--cache', cache, '--jobs', jobs];
          assert.deepEqual(checkInProcess(call, env), expected, way);
          const names = shares.map((share) => {
            const { stdout, stderr } = checkInProcess([...call, '--shard', share], env);
            assert.equal(stderr, '');
            const name = join(root, `${share.replace('/', '-')}.json`);
            writeFileSync(name, stdout);
            return name;
          });
          assert.deepEqual(await called(['merge-reports', ...names]), expected, `${way}, in shares`);
        }
      }
    }
  });

  it('takes nothing from the cache that has changed since', async () => {
    const changes: Readonly<Record<string, () => void>> = {
      'a record': () => appendFileSync(join(root, 'records/hydrogen.policy.yaml'), '  - label: More\n    value: 17\n'),
      'an article': () => appendFileSync(join(root, 'articles/hydrogen.en.md'), '\nIt has 17 parts.\n'),
      'a record that shares something': () => rmSync(join(root, 'records/second.policy.yaml')),
      'a registry': () => writeFileSync(join(root, 'world.agencies.yaml'), 'agencies: []\n'),
      'the configuration': () => writeFileSync(join(root, 'policy-records.yaml'), 'rules: {figure/no-quote: error}\n'),
      'an article that is gone': () => rmSync(join(root, 'articles/hydrogen.en.md')),
    };
    let before = (await alone()).stdout;
    await check(['--format', 'json', ...cached]);
    for (const [what, change] of Object.entries(changes)) {
      change();
      const expected = await alone();
      assert.notEqual(expected.stdout, before, `${what} changes nothing`);
      before = expected.stdout;
      assert.deepEqual(await check(['--format', 'json', ...cached]), expected, what);
    }
  });

  it('keeps what it knows of the others when it checks a few', async () => {
    await check(cached);
    const whole = readFileSync(join(root, cache), 'utf8').split('\n').length;
    appendFileSync(join(root, 'records/hydrogen.policy.yaml'), '# one more line\n');
    const expected = await check(['records/hydrogen.policy.yaml', '--format', 'json', ...anew]);
    assert.deepEqual(await check(['records/hydrogen.policy.yaml', '--format', 'json', '--cache', 'always']), expected);
    assert.equal(readFileSync(join(root, cache), 'utf8').split('\n').length, whole);
    assert.deepEqual(await check(['--format', 'json', ...cached]), await alone());
  });

  it('checks everything anew when the cache is not what was written', async () => {
    const expected = await alone();
    await check(['--format', 'json', ...cached]);
    const written = readFileSync(join(root, cache));
    const at = written.indexOf('supported');
    const broken: Readonly<Record<string, Buffer>> = {
      'cut off': written.subarray(0, written.length / 2),
      'empty lines': Buffer.from('\n\n'),
      'other bytes': Buffer.from(written.map((byte, index) => (index === at ? byte ^ 1 : byte))),
      'no text': Buffer.alloc(1000),
    };
    for (const [what, bytes] of Object.entries(broken)) {
      writeFileSync(join(root, cache), bytes);
      const { stderr, ...rest } = await check(['--format', 'json', ...cached]);
      assert.deepEqual({ ...rest, stderr: '' }, expected, what);
      assert.equal(stderr, 'The cache was damaged; everything was checked anew.\n', what);
      assert.deepEqual(await check(['--format', 'json', ...cached]), expected, what);
    }
  });

  it('checks where nothing can be written, and says so', async () => {
    const expected = await alone();
    writeFileSync(join(root, '.policy-records'), '');
    const { stderr, ...rest } = await check(['--format', 'json', ...cached]);
    assert.deepEqual({ ...rest, stderr: '' }, expected);
    assert.match(
      stderr,
      /^What was found could not be kept for the next check: the cache could not be written, .*\.\n$/,
    );
    assert.equal((await check(['--cache', 'always', '--quiet'])).stderr, '');
  });

  it('gives in shares, merged, what one check of everything gives', async () => {
    const expected = await alone();
    const names: string[] = [];
    for (const share of ['3/3', '1/3', '2/3']) {
      const { stdout, stderr } = await check(['--shard', share, '--format', 'json', ...anew]);
      assert.equal(stderr, '');
      assert.ok(stdout.length < expected.stdout.length);
      names.push(join(root, `${share.replace('/', '-')}.json`));
      writeFileSync(names.at(-1) as string, stdout);
    }
    assert.deepEqual(await called(['merge-reports', ...names]), expected);
    assert.equal((await called(['merge-reports', '--fail-on', 'never', ...names])).status, 0);
    assert.match((await check(['--shard', '1/3', ...anew])).stdout, /Not checked: .*\d+ records of other shards/);
  });

  it('checks what has changed since a commit: records by themselves and by what they depend on', async () => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
    const changed = async () => {
      const { stdout } = await check(['--changed-since', 'HEAD', '--format', 'json', ...anew]);
      return (JSON.parse(stdout) as { records: { file: string }[] }).records.map(({ file }) => file);
    };
    assert.match((await check(['--changed-since', 'HEAD'])).stderr, /this is no git repository/);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'all');
    assert.deepEqual(await changed(), []);
    assert.match((await check(['--changed-since', 'HEAD'])).stdout, /Not checked: \d+ records as they were at HEAD/);
    appendFileSync(join(root, 'articles/hydrogen.en.md'), '\n');
    writeFileSync(join(root, 'records/new.policy.yaml'), 'id: new\n');
    assert.deepEqual(await changed(), ['records/hydrogen.policy.yaml', 'records/new.policy.yaml']);
    appendFileSync(join(root, 'world.agencies.yaml'), '\n');
    const all = readdirSync(join(root, 'records')).filter((name) => name.endsWith('.policy.yaml')).length;
    assert.equal((await changed()).length, all);
    git('add', '-A');
    git('commit', '-q', '-m', 'more');
    appendFileSync(join(root, 'policy-records.yaml'), '\n');
    assert.equal((await changed()).length, all);
    const { status, stderr } = await check(['--changed-since', 'nowhere']);
    assert.deepEqual([status, stderr.slice(0, 25)], [2, 'git knows no "nowhere" th']);
    assert.equal((await check(['--changed-since=--output=x'])).status, 2);
    assert.ok(!existsSync(join(root, 'x')));
  });

  it('checks again when a file changes', async () => {
    const child = spawn(process.execPath, [builtProgram(), 'check', '--watch', '--format', 'concise'], { cwd: root });
    let written = '';
    const seen = async (what: RegExp) => {
      while (!what.test(written)) await new Promise((wait) => setTimeout(wait, 50));
      written = '';
    };
    child.stdout.on('data', (data) => {
      written += data;
    });
    child.stderr.on('data', (data) => {
      written += data;
    });
    try {
      await seen(/Waiting for a change/);
      writeFileSync(join(root, 'records/later.policy.yaml'), 'id: later\nfigurs: []\n');
      await seen(/later\.policy\.yaml:2:1[\s\S]*Waiting for a change/);
    } finally {
      child.kill();
      await new Promise((done) => child.once('close', done));
    }
  });

  it('answers lines as the page on large repositories says, in the order of the lines', () => {
    const records = Array.from({ length: 40 }, (_, id) => {
      const record = `sources:\n  - file: a.txt\n    language: en\nfigures:\n  - label: Mills\n    value: ${id + 100}\n    unit: mills\n`;
      return JSON.stringify({ id, record, articles: { 'a.txt': `The land has ${id + 100} mills.` } });
    });
    writeFileSync(join(root, 'records.jsonl'), `${records.join('\n')}\n`);
    const page = readFileSync('docs/large-repositories.md', 'utf8');
    const commands = [...page.matchAll(/^ {4}((?:parallel|split|ls|cat) .*)$/gm)].map(([, command = '']) => command);
    const runs = [commands.filter((command) => !command.startsWith('parallel')).join('\n')];
    const parallel = commands.filter((command) => command.startsWith('parallel')).join('\n');
    assert.notEqual(parallel, '');
    needs('parallel');
    runs.push(parallel);
    for (const script of runs) {
      const own =
        `policy_records() { :; }\n${script.replaceAll('policy-records', `"${process.execPath}" "${builtProgram()}"`)}`
          .replaceAll('-l 100', '-l 10')
          .replaceAll('-N 100', '-N 10');
      const { status, stderr } = spawnSync(
        'sh',
        ['-e', '-c', own.replace(/sh -c '(.*)'/, (_, inner: string) => `sh -c '${inner}'`)],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
      assert.equal(status, 0, stderr);
      const answers = readFileSync(join(root, 'answers.jsonl'), 'utf8').trim().split('\n');
      const read = answers.map((line) => JSON.parse(line) as { id: number; claims: { verdict: string }[] });
      assert.deepEqual(
        read.map(({ id, claims }) => [id, claims.map(({ verdict }) => verdict)]),
        records.map((_, id) => [id, ['supported']]),
      );
      rmSync(join(root, 'answers.jsonl'));
    }
  });

  it('leaves no trace in a small repository, nor where it is told to', async () => {
    await check([]);
    assert.ok(!existsSync(join(root, '.policy-records')));
  });

  it('refuses a number of threads that is none', async () => {
    for (const jobs of ['0', '-1', 'two', '1e3', '1000']) {
      const { status, stderr } = await check([`--jobs=${jobs}`]);
      assert.equal(status, 2);
      assert.equal(stderr, `The option --jobs takes a number of threads from 1 to 256, not "${jobs}".\n`);
    }
  });
});

describe('the files of a run', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('notes a file that held one thing and then another', () => {
    writeFileSync(join(root, 'a.txt'), 'one');
    const files = new RunFiles(root);
    files.read('a.txt', 10);
    files.read('a.txt', 10);
    assert.deepEqual([...files.changed], []);
    writeFileSync(join(root, 'a.txt'), 'two');
    files.read('a.txt', 10);
    assert.deepEqual([...files.changed], ['a.txt']);
  });

  it('trusts a stamp only of a file that had settled when it was read', () => {
    writeFileSync(join(root, 'a.txt'), 'one');
    const young = new RunFiles(root);
    young.read('a.txt', 10);
    assert.equal(young.mark('a.txt').stamp, undefined);
    const settled = new RunFiles(root, () => Date.now() + 10_000);
    settled.read('a.txt', 10);
    const mark = settled.mark('a.txt');
    assert.ok(mark.stamp);
    assert.ok(new RunFiles(root).isStill('a.txt', mark, 10));
    // The same size, and soon after.
    writeFileSync(join(root, 'a.txt'), 'two');
    assert.ok(!new RunFiles(root).isStill('a.txt', mark, 10));
  });
});
