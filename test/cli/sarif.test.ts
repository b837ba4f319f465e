/** SARIF of a real run: places in HTML articles, and what findings are known by when lines move. */
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { called } from './terminal.ts';

const page = `<!doctype html>
<html lang="en"><head><title>The plan</title>
<style>p { color: red }</style></head>
<body><nav>Menu</nav>
<p>The city has <b>12</b> bridges.</p>
<p>It counts 2&nbsp;400
firms &amp; shops.</p></body></html>
`;
const record = `id: a
title: A
jurisdiction: FR
status: adopted
date: 2025
sources:
  - id: page
    file: page.html
    language: en
figures:
  - id: bridges
    label: Bridges
    value: 13
    quote: The city has 12 bridges
  - id: firms
    label: Firms
    value: 2500
    quote: It counts 2 400 firms
`;

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly ruleId: string;
  readonly locations: readonly { readonly physicalLocation: { readonly region: Region } }[];
  readonly relatedLocations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

function wordsAt(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split('\n').slice(startLine - 1, endLine);
  lines.push((lines.pop() ?? '').slice(0, endColumn - 1));
  lines[0] = (lines[0] ?? '').slice(startColumn - 1);
  return lines.join('\n');
}

describe('the SARIF of a run', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-')));
    writeFileSync(join(root, 'policy-records.yaml'), '{}\n');
    writeFileSync(join(root, 'page.html'), page);
    writeFileSync(join(root, 'a.policy.yaml'), record);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function results(): Promise<readonly Result[]> {
    const { stdout } = await called(['check', '--root', root, '--format', 'sarif', '--cache', 'never', '--jobs', '1']);
    const all = (JSON.parse(stdout) as { runs: { results: Result[] }[] }).runs[0]?.results ?? [];
    return all.filter(({ ruleId }) => ruleId === 'figure/value');
  }

  it('leads to the lines of an HTML file that hold the passage', async () => {
    const places = (await results()).map(({ relatedLocations: [related] }) => related?.physicalLocation);
    assert.deepEqual(
      places.map((place) => place && [place.artifactLocation.uri, wordsAt(page, place.region)]),
      [
        ['page.html', '12'],
        ['page.html', '2&nbsp;400'],
      ],
    );
  });

  it('knows findings again when lines move, in the record and in the article', async () => {
    const prints = (found: readonly Result[]) => found.map(({ partialFingerprints }) => partialFingerprints);
    const lines = (found: readonly Result[]) => found.map((one) => one.locations[0]?.physicalLocation.region.startLine);
    const before = await results();
    assert.equal(before.length, 2);
    writeFileSync(join(root, 'a.policy.yaml'), record.replace('figures:\n', '# more\n\nfigures:\n'));
    writeFileSync(join(root, 'page.html'), page.replace('<nav>', '\n\n<p>One more paragraph.</p><nav>'));
    const after = await results();
    assert.deepEqual(prints(after), prints(before));
    assert.deepEqual(
      lines(after),
      lines(before).map((line) => (line ?? 0) + 2),
    );
    writeFileSync(join(root, 'a.policy.yaml'), record.replace('value: 13', 'value: 14'));
    const [first, second] = prints(await results());
    assert.notDeepEqual(first, prints(before)[0]);
    assert.deepEqual(second, prints(before)[1]);
  });
});
