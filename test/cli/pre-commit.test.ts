/** The hooks of the project as pre-commit runs them: it clones the project, builds it, and installs what npm would publish. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { initialFiles } from '../../src/cli/init-files.ts';
import { needs } from './outside.ts';

const record = 'records/energy-advice.policy.yaml';

describe('pre-commit', function () {
  this.timeout(900_000);
  let place = '';
  const at = (path: string): string => join(place, path);

  before(() => {
    needs('pre-commit');
    place = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    copyProject(at('project'));
    for (const [path, content] of Object.entries(initialFiles)) {
      mkdirSync(dirname(at(`checkout/${path}`)), { recursive: true });
      writeFileSync(at(`checkout/${path}`), content);
    }
    const revision = commit(at('project'));
    const configuration = `repos:\n  - repo: ${at('project')}\n    rev: ${revision}\n    hooks:\n      - id: policy-records-fix\n      - id: policy-records\n`;
    writeFileSync(at('checkout/.pre-commit-config.yaml'), configuration);
    commit(at('checkout'));
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  function preCommit() {
    const { status, stdout, stderr } = spawnSync('pre-commit', ['run', '--all-files', '--color', 'never'], {
      cwd: at('checkout'),
      encoding: 'utf8',
      env: { ...outsideEnvironment(), PRE_COMMIT_HOME: at('home'), npm_config_prefer_offline: 'true' },
    });
    return { status, said: stdout + stderr };
  }

  it('installs the hooks, mends, stops a commit with a wrong number, and lets a right one pass', () => {
    const right = preCommit();
    assert.equal(right.status, 0, right.said);
    assert.match(right.said, /policy records\.+Passed/);

    const text = readFileSync(at(`checkout/${record}`), 'utf8');
    assert.ok(text.includes('350 million') && text.includes('status: in-force'));
    const slips = text.replace('350 million', '350 billion').replace('status: in-force', 'status: in-forse');
    writeFileSync(at(`checkout/${record}`), slips);
    commit(at('checkout'));
    const wrong = preCommit();
    assert.equal(wrong.status, 1, wrong.said);
    assert.match(wrong.said, /policy records, spelling\.+Failed\n.*\n- files were modified by this hook/);
    assert.match(
      wrong.said,
      /^records\/energy-advice\.policy\.yaml:\d+:\d+ error figure\/value .*350 million.*350 billion/m,
    );
    assert.equal(readFileSync(at(`checkout/${record}`), 'utf8'), text.replace('350 million', '350 billion'));
  });
});

/** What is in the checkout of this project, with what is not committed yet. */
function copyProject(to: string): void {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  assert.equal(listed.status, 0, `pre-commit clones projects, so that this test needs a checkout: ${listed.stderr}`);
  for (const path of listed.stdout.split('\0')) if (path !== '' && existsSync(path)) cpSync(path, join(to, path));
}

function commit(folder: string): string {
  const git = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: outsideEnvironment(),
    });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

/** Without what npm tells its scripts of this project, and git its hooks. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const own = /^(npm_(?!config_(registry|cafile|https?_proxy)$)|GIT_|NODE_OPTIONS$|NODE_V8_COVERAGE$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
