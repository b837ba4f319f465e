/** What docs/build-services.md shows is what the program writes about the first record of the README. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { version } from '../package.json';
import { formats } from '../src/cli/formats.ts';
import { layOut } from './cli/scenario.ts';
import { called } from './cli/terminal.ts';

const page = readFileSync('docs/build-services.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

const files = [...readme.matchAll(/`([^`\s]+)`:\n\n```(?:text|yaml)\n([\s\S]*?)^```$/gm)].map(
  ([, path = '', content = '']) => ({ path, content, keys: new Map<string, string>() }),
);

const sectionOf = (heading: string): string =>
  page.split(`\n### ${heading}\n`)[1]?.split(/\n### (?:github|gitlab|junit|sarif)\n/)[0] ?? '';

const blockIn = (section: string): string =>
  /^```[a-z]+\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? assert.fail('no block');

describe('the page on build services', () => {
  const before = process.cwd();
  let folder = '';

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    layOut(files, folder);
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  async function reportIn(format: string): Promise<string> {
    const { status, stdout, stderr } = await called(['check', '--format', format]);
    assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
    return stdout;
  }

  for (const format of ['github', 'gitlab', 'junit']) {
    it(`shows what ${format} gets`, async () => assert.equal(blockIn(sectionOf(format)), await reportIn(format)));
  }

  it('shows what a summary looks like', async () => {
    assert.equal(
      sectionOf('markdown').trim().split('\n\n').slice(1).join('\n\n'),
      (await reportIn('markdown')).trim().replace('## ', '### '),
    );
  });

  it('shows a result of the SARIF report', async () => {
    assert.deepEqual(JSON.parse(blockIn(sectionOf('sarif'))), JSON.parse(await reportIn('sarif')).runs[0].results[0]);
  });

  it('names every format, files that are there, and the version of today', () => {
    const named = [...page.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(named, formats);
    for (const [, path = ''] of page.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      assert.ok(existsSync(join(before, 'docs', path)), path);
    for (const [, uses = ''] of `${page}${readme}`.matchAll(/uses: (policy-records\S+)/g))
      assert.equal(uses, `policy-records/policy-records@v${version}`);
    for (const [, block = ''] of page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)) assert.ok(parse(block));
  });
});
