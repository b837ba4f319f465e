/** What the README shows is what the program does: its first record, word for word, its examples and its tables. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../src/checks/rules/index.ts';
import { run } from '../src/cli/run.ts';
import { readConfiguration } from '../src/records/configuration.ts';
import { layOut } from './cli/scenario.ts';
import { terminalWith } from './cli/terminal.ts';

const readme = readFileSync('README.md', 'utf8');

/** The blocks in one language, as they stand: ```diff … ```. */
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

/** The files of the first record: a path in backticks and a colon end the paragraph above each. */
const files = [...readme.matchAll(/`([^`\s]+)`:\n\n```(?:text|yaml)\n([\s\S]*?)^```$/gm)].map(
  ([, path = '', content = '']) => ({ path, content, keys: new Map<string, string>() }),
);

const calls = blocks('console').map((block) => {
  const [, command = '', output = ''] = /^\$ policy-records (.+)\n([\s\S]*)$/.exec(block) ?? [];
  return { args: command.split(' '), output };
});

/** How a call ends and what it writes, on both streams. */
async function outcome(args: readonly string[]): Promise<{ readonly status: number; readonly written: string }> {
  const terminal = terminalWith();
  const status = await run(args, terminal);
  return { status, written: terminal.written };
}

/** The text with each hunk of a diff made; hunks stand apart by an empty line. */
function patched(text: string, diff: string): string {
  return diff
    .trimEnd()
    .split(/\n\n+/)
    .reduce((before, hunk) => {
      const side = (sign: string) =>
        `${hunk
          .split('\n')
          .filter((line) => line.startsWith(sign) || line.startsWith(' '))
          .map((line) => line.slice(1))
          .join('\n')}\n`;
      assert.equal(before.split(side('-')).length, 2, `this stands once in the record:\n${side('-')}`);
      return before.replace(side('-'), () => side('+'));
    }, text);
}

describe('the README', () => {
  const record = files.find(({ path }) => path.endsWith('.policy.yaml'));
  const before = process.cwd();
  let folder = '';

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    process.chdir(folder);
  });

  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the first record, what is found in it, and what is left when it is corrected', async () => {
    assert.ok(record);
    assert.equal(files.length, 2, 'an article and a record');
    const [extract, first, second, ...more] = calls;
    assert.ok(extract && first && second && more.length === 0, 'three calls');
    layOut(files, folder);
    assert.deepEqual(await outcome(extract.args), { status: 0, written: extract.output });
    assert.deepEqual(await outcome(first.args), { status: 1, written: first.output });
    const content = patched(record.content, blocks('diff')[0] ?? '');
    layOut([{ ...record, content }], folder);
    assert.deepEqual(await outcome(second.args), { status: 0, written: second.output });
  });

  it('shows an acceptance that makes its claim accepted', async () => {
    assert.ok(record);
    const accepting = blocks('yaml').filter((block) => /^ {4}accept:/m.test(block));
    assert.equal(accepting.length, 1);
    layOut(files, folder);
    const others = patched(record.content, blocks('diff')[0] ?? '');
    const content = others.replace(/ {2}- id: funds\n(?: {4}.*\n)+/, () => accepting[0] ?? '');
    layOut([{ ...record, content }], folder);
    const { status, written } = await outcome(['check']);
    assert.match(written, /3 of 4 supported, 1 accepted/);
    assert.equal(status, 0, written);
  });

  it('shows a configuration that can be read', () => {
    const configurations = blocks('yaml').filter((block) => /^rules:/m.test(block));
    assert.equal(configurations.length, 1);
    const { configuration, problems } = readConfiguration('policy-records.yaml', configurations[0] ?? '');
    assert.deepEqual(problems, []);
    const ids = new Set(rules.map(({ id }) => id));
    for (const rule of Object.keys(configuration.rules)) assert.ok(ids.has(rule), rule);
  });

  it('points to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    assert.ok(links.length > 5);
    for (const path of links) assert.ok(existsSync(join(before, path)), path);
  });

  it('names scripts of the package that are there, and the number of rules', () => {
    const { scripts } = JSON.parse(readFileSync(join(before, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of ['start', 'test', 'bench']) assert.ok(scripts[name], name);
    assert.equal(rules.length, 31, 'the README says "All thirty-one rules"');
  });
});
