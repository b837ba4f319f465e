import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckRun } from '../../src/cli/check-run.ts';
import { groupsOf } from '../../src/cli/facts.ts';
import { progressOn } from '../../src/cli/progress.ts';
import { RecordShelf } from '../../src/cli/record-shelf.ts';
import { openRepository } from '../../src/cli/repository.ts';
import { run } from '../../src/cli/run.ts';
import { screenOf } from '../../src/cli/terminal.ts';
import { ArticleShelf } from '../../src/node/article-shelf.ts';
import { filesAbove, filesIn, readInside, readNamed, rootOf, walk } from '../../src/node/files.ts';
import { openerFor } from '../../src/node/open-article.ts';
import type { Source } from '../../src/records/model.ts';
import { terminalWith } from './terminal.ts';

const sourceOf = (file: string): Source => ({
  start: 0,
  end: 0,
  id: { value: 's', start: 0, end: 0 },
  file: { value: file, start: 0, end: 0 },
  ignore: [],
  accept: [],
});

describe('parts of the command line', () => {
  let root = '';
  const put = (path: string, content: string | Uint8Array = '') => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('reads an article once while it is used, and again when others have taken its room', () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.txt`, `Article ${name} has some words.`);
    let opened = '';
    const open = openerFor({ units: {}, nouns: {} });
    const shelf = new ArticleShelf(
      filesIn(root),
      (bytes, about) => {
        opened += about.name.slice(0, 1);
        return open(bytes, about);
      },
      60,
    );
    for (const name of 'aabbacca') shelf.article('r.policy.yaml', sourceOf(`${name}.txt`));
    // Two of them fit: c takes the room of b, which was not used for longer than a.
    assert.equal(opened, 'abc');
    shelf.article('r.policy.yaml', sourceOf('b.txt'));
    assert.equal(opened, 'abcb');
  });

  it('gives a record that it kept, and reads it again when it is asked for a second time', () => {
    put('a.policy.yaml', 'id: a\n');
    const shelf = new RecordShelf(filesIn(root));
    const read = shelf.read('a.policy.yaml');
    assert.equal(shelf.take('a.policy.yaml'), read);
    put('a.policy.yaml', 'id: b\n');
    assert.equal(shelf.take('a.policy.yaml').text, 'id: b\n');
  });

  it('finds the root: the nearest configuration, else the nearest .git, else the opened folder', () => {
    mkdirSync(join(root, 'a/b/c'), { recursive: true });
    const deep = join(root, 'a/b/c');
    assert.equal(rootOf(deep, join(root, 'a')), join(root, 'a'));
    assert.equal(rootOf(root, deep), root);
    mkdirSync(join(root, 'a/.git'));
    assert.equal(rootOf(deep, deep), join(root, 'a'));
    put('policy-records.yaml');
    assert.equal(rootOf(deep, deep), root);
    put('a/b/policy-records.yaml');
    assert.equal(rootOf(deep, deep), join(root, 'a/b'));
  });

  it('refuses what is too large before it reads it', () => {
    put('large.txt', 'x'.repeat(2_000_001));
    assert.deepEqual(readInside(root, 'large.txt', 2_000_000), {
      missing: false,
      reason: 'is larger than 2 MB, the most that is read',
    });
    assert.ok('bytes' in readNamed(join(root, 'large.txt'), 3_000_000));
  });

  it('walks in the same order whatever the order on the disk, and says what it left out', () => {
    for (const path of ['b/z.x', 'a.x', 'b.x', 'b/a.x', 'É.x', 'a/b.x', '.x', '.git/a.x', 'node_modules/a.x', 'b/c.y'])
      put(path);
    symlinkSync('/', join(root, 'out.x'));
    assert.deepEqual(
      walk(root, (path) => path.endsWith('.x')),
      {
        files: ['a.x', 'a/b.x', 'b.x', 'b/a.x', 'b/z.x', 'É.x'],
        notChecked: ['out.x, which is a link that leads outside the repository'],
      },
    );
    assert.deepEqual(walk(join(root, 'none'), () => true).notChecked, ['the folder ., which does not exist']);
  });

  it('finds above a file what a walk finds there, without looking elsewhere', () => {
    for (const path of ['a.x', 'c/d.x', 'c/e/f.x', 'c/e/.x', 'c/e/g.y', 'h/i.x', 'node_modules/j.x', 'c/.k/l.x'])
      put(path);
    const wanted = (path: string) => path.endsWith('.x');
    assert.deepEqual(filesAbove(root, 'c/e/r.y', wanted), ['a.x', 'c/d.x', 'c/e/f.x']);
    assert.deepEqual(filesAbove(root, 'r.y', wanted), ['a.x']);
    assert.deepEqual(filesAbove(root, 'none/r.y', wanted), ['a.x']);
    // Where a walk does not go, it finds nothing; and it alone knows which links count.
    for (const path of ['node_modules/r.y', 'c/.k/r.y'])
      assert.deepEqual(filesAbove(root, path, wanted), walk(root, wanted).files);
    symlinkSync(join(root, 'h/i.x'), join(root, 'c/link.x'));
    assert.deepEqual(filesAbove(root, 'c/r.y', wanted), walk(root, wanted).files);
  });

  it('shows progress on a terminal only, after a while, and takes it away again', () => {
    const times = [0, 100, 600, 650, 900];
    const terminal = terminalWith({ errIsTerminal: true });
    const progress = progressOn(terminal, false, () => times.shift() ?? 1000);
    for (let done = 1; done < 5; done += 1) progress.step(done, 9);
    progress.clear();
    progress.clear();
    assert.equal(terminal.stderr, '\r\u001b[K2 of 9 records\r\u001b[K4 of 9 records\r\u001b[K');
    for (const [quiet, more] of [
      [true, { errIsTerminal: true }],
      [false, {}],
      [false, { errIsTerminal: true, env: { TERM: 'dumb' } }],
    ] as const) {
      const silent = terminalWith(more);
      const none = progressOn(silent, quiet, () => 10_000);
      none.step(1, 2);
      none.clear();
      assert.equal(silent.stderr, '');
    }
  });

  it('colours for terminals, unless it is told otherwise', () => {
    const onTerminal = (env: Record<string, string>) => terminalWith({ outIsTerminal: true, env, columns: 80 });
    assert.equal(screenOf(onTerminal({}), 'auto', false).color, true);
    assert.equal(screenOf(terminalWith(), 'auto', false).color, false);
    assert.equal(screenOf(terminalWith(), 'always', false).color, true);
    assert.equal(screenOf(onTerminal({}), 'never', false).color, false);
    assert.equal(screenOf(onTerminal({ NO_COLOR: '1' }), 'auto', false).color, false);
    assert.equal(screenOf(onTerminal({ NO_COLOR: '' }), 'auto', false).color, true);
    assert.deepEqual(screenOf(onTerminal({ TERM: 'dumb' }), 'auto', false), { width: 80, color: false, ascii: true });
  });

  it('never lets a record look clean on which the program failed', async () => {
    put('a.policy.yaml', 'id: a\nsources:\n  - file: a.txt\nfigures:\n  - {label: A, value: 1}\n');
    put('a.txt', 'One.');
    let thrown: unknown;
    const open = () => {
      throw new TypeError('x is not a function');
    };
    const check = new CheckRun(filesIn(root), openRepository(root), open, (error) => {
      thrown = error;
    });
    const { result, unchecked } = (await check.check('a.policy.yaml')).shown;
    assert.deepEqual(
      result.findings.map(({ rule, severity }) => [rule, severity]),
      [['check/failed', 'error']],
    );
    assert.equal(unchecked, 'failed');
    assert.ok(thrown instanceof TypeError);
  });

  it('waits for an article that takes its time, also for the claims of the records beside', async () => {
    put('policy-records.yaml', 'rules: {coverage/unclaimed: info}\n');
    const claim = (value: number) => `figures:\n  - {label: A, value: ${value}, unit: bridges}\n`;
    for (const [name, value] of [
      ['a', 12],
      ['b', 35],
    ] as const)
      put(`${name}.policy.yaml`, `id: ${name}\nsources:\n  - file: a.txt\n${claim(value)}`);
    put('a.txt', 'The city has 12 bridges and the region has 35 bridges.');
    const open = openerFor({ units: {}, nouns: {} });
    const slowly: typeof open = (bytes, about) => new Promise((done) => setTimeout(() => done(open(bytes, about)), 5));
    const check = new CheckRun(filesIn(root), openRepository(root), slowly, (error) => {
      throw error;
    });
    const paths = ['a.policy.yaml', 'b.policy.yaml'];
    check.setGroups(groupsOf(new Map(paths.map((path) => [path, check.facts(path)])), true));
    const { result } = (await check.check('a.policy.yaml')).shown;
    assert.deepEqual(
      result.claims.map(({ verdict }) => verdict),
      ['supported'],
    );
    assert.ok(result.findings.every(({ rule }) => rule !== 'coverage/unclaimed'));
  });

  it('says of its own faults that they are its own', async () => {
    const broken = terminalWith({
      out: () => {
        throw new TypeError('x is not a function');
      },
    });
    assert.equal(await run(['--version'], broken), 2);
    assert.match(broken.stderr, /a mistake of its own/);
    assert.doesNotMatch(broken.stderr, /TypeError|not a function/);
    const told = terminalWith({ out: broken.out, env: { POLICY_RECORDS_DEBUG: '1' } });
    await run(['--version'], told);
    assert.match(told.stderr, /TypeError/);
  });
});
