/** The files with which build services run the program: their own steps, executed by a shell as the service would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { initialFiles } from '../../src/cli/init-files.ts';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

const wrong = (text: string): string => text.replace('350 million', '350 billion');
const recordName = 'records/energy-advice.policy.yaml';

describe('files for build services', function () {
  this.timeout(120_000);
  let place = '';
  const at = (path: string): string => join(place, path);

  beforeEach(() => {
    place = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    mkdirSync(at('checkout/.git'), { recursive: true });
    mkdirSync(at('temp'));
    for (const [path, content] of Object.entries(initialFiles)) {
      mkdirSync(join(at('checkout'), path, '..'), { recursive: true });
      writeFileSync(join(at('checkout'), path), path === recordName ? wrong(content) : content);
    }
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  /** Runs the action as the runner of GitHub does: inputs take the place of expressions in `env`, and nowhere else. */
  function runAction(inputs: Readonly<Record<string, string>> = {}) {
    const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? assert.fail(`no input ${name}`);
    for (const file of ['output', 'summary']) writeFileSync(at(file), '');
    let log = '';
    let status = 0;
    for (const step of action.runs.steps) {
      assert.equal(step.shell, 'bash');
      const env = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input) => given(input)),
        ]),
      );
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''], {
        cwd: at('checkout'),
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: place,
          GITHUB_ACTION_PATH: resolve('.'),
          GITHUB_OUTPUT: at('output'),
          GITHUB_STEP_SUMMARY: at('summary'),
          RUNNER_TEMP: at('temp'),
          ...env,
        },
      });
      log += ran.stdout + ran.stderr;
      status = ran.status ?? 1;
      if (status !== 0) break;
    }
    return {
      log,
      status,
      outputs: outputsIn(readFileSync(at('output'), 'utf8')),
      summary: readFileSync(at('summary'), 'utf8'),
    };
  }

  it('pass inputs of the action through the environment, and outputs of its steps out', () => {
    for (const { run = '', env = {} } of action.runs.steps) {
      assert.ok(!run.includes('${{'), 'an expression in a script is text of the script');
      for (const value of Object.values(env)) assert.match(value, /^\$\{\{ inputs\.[\w-]+ \}\}$/);
    }
    const used = action.runs.steps.flatMap(({ env = {} }) => Object.values(env).map((value) => value.slice(11, -3)));
    assert.deepEqual(used.sort(), Object.keys(action.inputs).sort());
    assert.deepEqual(
      Object.values(action.outputs).map(({ value }) => value.slice(4, -3)),
      ['steps.check.outputs.errors', 'steps.check.outputs.sarif'],
    );
  });

  it('let the action annotate, summarise, and hand over its SARIF', () => {
    const { log, status, outputs, summary } = runAction();
    assert.equal(status, 1, log);
    assert.match(log, /^::error file=records\/energy-advice\.policy\.yaml,line=\d+/m);
    assert.match(summary, /^## ❌ Policy records: 1 error$/m);
    assert.equal(outputs.get('errors'), '1');
    const [run] = JSON.parse(readFileSync(outputs.get('sarif') ?? '', 'utf8')).runs;
    assert.equal(run.results.length, 1);
    const lenient = runAction({ 'fail-on': 'never', sarif: 'kept.sarif' });
    assert.equal(lenient.status, 0, lenient.log);
    assert.equal(lenient.outputs.get('sarif'), 'kept.sarif');
    assert.ok(existsSync(at('checkout/kept.sarif')));
  });

  it('take an input for what it says, and never for a command', () => {
    const evil = '$(touch pwned)`touch pwned`;touch pwned\n--format=json\n"; touch pwned; "';
    const { status, outputs, log } = runAction({ paths: evil });
    assert.equal(status, 2);
    assert.match(log, /does not exist/);
    assert.equal(outputs.size, 0);
    for (const name of ['root', 'baseline', 'fail-on']) assert.equal(runAction({ [name]: evil }).status, 2, name);
    assert.equal(
      runAction({ sarif: 'a\nerrors=0\nb' }).outputs.get('errors'),
      '1',
      'a name with line ends makes no output',
    );
    assert.ok(!existsSync(at('checkout/pwned')));
  });

  it('check the files that are named, one a line', () => {
    const right = initialFiles[recordName] ?? '';
    writeFileSync(at('checkout/records/with blank.policy.yaml'), right.replace('id: energy', 'id: other'));
    assert.equal(runAction({ paths: 'records/with blank.policy.yaml\n' }).status, 0);
    assert.equal(runAction({ paths: `records/with blank.policy.yaml\n${recordName}` }).status, 1);
  });

  it('let GitLab show findings and tests', () => {
    const template = parse(readFileSync('ci/gitlab.yml', 'utf8'))['policy-records'];
    // In place of the package that npx would fetch stands the program that was built.
    mkdirSync(at('bin'));
    writeFileSync(
      at('bin/npx'),
      `#!/bin/sh\n[ "$1 $2 $3 $4" = "--yes --package policy-records policy-records" ] || exit 9\nshift 4\nexec node "${resolve('dist/policy-records.js')}" "$@"\n`,
      { mode: 0o755 },
    );
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', template.script.join('\n')], {
      cwd: at('checkout'),
      encoding: 'utf8',
      env: { PATH: `${at('bin')}:${process.env.PATH}`, ...template.variables },
    });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /1 refuted/);
    const { codequality, junit } = template.artifacts.reports;
    assert.equal(JSON.parse(readFileSync(at(`checkout/${codequality}`), 'utf8')).length, 1);
    assert.match(readFileSync(at(`checkout/${junit}`), 'utf8'), /failures="1"/);
  });

  it('let pre-commit run what the package brings', () => {
    const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Readonly<
      Record<string, string | boolean>
    >[];
    mkdirSync(at('bin'));
    symlinkSync(resolve('dist/policy-records.js'), at('bin/policy-records'));
    const statuses = hooks.map(
      ({ entry }) =>
        spawnSync('sh', ['-c', String(entry)], {
          cwd: at('checkout'),
          env: { PATH: `${at('bin')}:${process.env.PATH}` },
        }).status,
    );
    assert.deepEqual(statuses, [1, 0]);
    // pre-commit takes what `npm pack` prints for the name of the package.
    assert.match(readFileSync('.npmrc', 'utf8'), /^foreground-scripts=false$/m);
    for (const { language, pass_filenames } of hooks) assert.deepEqual([language, pass_filenames], ['node', false]);
  });

  it('are written by init for the version that wrote them', () => {
    const workflow = parse(readFileSync(at('checkout/.github/workflows/policy-records.yml'), 'utf8'));
    const uses = workflow.jobs.check.steps.map((step: Step) => step.uses);
    assert.deepEqual(uses, ['actions/checkout@v4', `policy-records/policy-records@v${version}`]);
  });
});

/** `name=value` and `name<<delimiter` blocks, as the runner reads them. */
function outputsIn(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name = '', delimiter = ''] = /^([\w-]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name !== '') {
      const end = lines.indexOf(delimiter, at + 1);
      outputs.set(name, lines.slice(at + 1, end).join('\n'));
      at = end;
    } else if (lines[at]) {
      const [key = '', ...rest] = (lines[at] ?? '').split('=');
      outputs.set(key, rest.join('='));
    }
  }
  return outputs;
}
