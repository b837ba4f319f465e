/** Reports for build services, held against those who read them: schemas, parsers, the SARIF Multitool. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { SaxesParser } from 'saxes';
import type { Finding } from '../../src/checks/finding.ts';
import { githubReport } from '../../src/reports/github.ts';
import { gitlabReport } from '../../src/reports/gitlab.ts';
import { junitReport } from '../../src/reports/junit.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import type { Report, RunFacts } from '../../src/reports/report.ts';
import { sarifReport } from '../../src/reports/sarif.ts';
import { hostileTexts } from './hostile.ts';
import { checked, otherThing, slipOfScale } from './sample.ts';

const run: RunFacts = {
  version: '1.2.3',
  homepage: 'https://example.org/policy-records',
  failsOn: 'error',
  prefix: 'data set/',
  documentation: (rule) => readFileSync(`docs/rules/${rule.replace('/', '-')}.md`, 'utf8'),
};

/** Every text wherever a record, an article or a path can bring it. */
const hostile: readonly Finding[] = hostileTexts.flatMap((text, index) => [
  { ...slipOfScale, message: `The source says “${text}”.`, claim: text, expected: text, found: text },
  {
    ...otherThing,
    severity: index % 2 === 0 ? 'info' : 'warning',
    message: text,
    related: otherThing.related.map((one) => ({ ...one, source: text })),
    fix: { title: text, safe: false, edits: [{ start: 0, end: 3, newText: text }] },
    ...(index % 3 === 0 && { accepted: text }),
    ...(index % 3 === 1 && { known: true as const }),
  },
]);

function written(report: Report, findings: readonly Finding[]): string {
  return (
    report.file({
      path: 'a:b/x y#?.agencies.yaml',
      text: 'a\n',
      findings: findings.map((one) => ({ ...one, start: 0, end: 1 })),
    }) +
    report.record(checked(findings, `records/${hostileTexts[4]}.policy.yaml`)) +
    report.record(checked([], 'b.policy.yaml')) +
    [...report.end(['x, which <is> ::a link::'])].join('')
  );
}

const usual = [
  slipOfScale,
  otherThing,
  { ...slipOfScale, accepted: 'as the ministry says' },
  { ...otherThing, known: true as const },
];

describe('the SARIF report', function () {
  this.timeout(60_000);
  const tool: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');
  // npm makes the program executable in a script of its package, which not everybody lets run.
  chmodSync(tool, 0o755);
  const schema = JSON.parse(readFileSync(join(dirname(tool), 'sarif-2.1.0.json'), 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile({
    ...schema,
    $schema: undefined,
  });

  it("is valid for the schema, for SARIF's own rules and for GitHub's", () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
    try {
      for (const [name, findings] of Object.entries({ usual, hostile, none: [] })) {
        const text = written(sarifReport(run), findings);
        assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 3)));
        writeFileSync(join(folder, `${name}.sarif`), text);
      }
      const judgement = join(folder, 'judgement.json');
      const call = ['validate', join(folder, '*.sarif'), '--rule-kind', 'Sarif;Ghas', '--output', judgement];
      const { stdout, stderr } = spawnSync(tool, call, { encoding: 'utf8' });
      assert.match(stdout, /3 files scanned[\s\S]*Analysis completed successfully/, stderr);
      const [{ results }] = JSON.parse(readFileSync(judgement, 'utf8').replace(/^\ufeff/, '')).runs;
      const serious = (results ?? []).filter(({ level }: { level?: string }) => level !== 'note');
      assert.deepEqual(serious, []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says where, in the record and in the article, and what covers it', () => {
    const [{ results, artifacts, tool: about }] = JSON.parse(written(sarifReport(run), usual)).runs;
    const first = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'figure/value');
    assert.equal(
      artifacts[first.locations[0].physicalLocation.artifactLocation.index].location.uri,
      'data%20set/a%3Ab/x%20y%23%3F.agencies.yaml',
    );
    const inRecord = results[4];
    assert.deepEqual(inRecord.locations[0].physicalLocation.region, {
      startLine: 6,
      startColumn: 12,
      endLine: 6,
      endColumn: 23,
      snippet: { text: '350 million' },
    });
    assert.deepEqual(inRecord.relatedLocations[0].physicalLocation, {
      artifactLocation: { uri: 'data%20set/articles/bund.txt', index: 2 },
      region: { startLine: 3, startColumn: 106, endLine: 3, endColumn: 120 },
    });
    assert.deepEqual(
      results
        .slice(4)
        .map(({ suppressions, baselineState }: { suppressions: object; baselineState: string }) => [
          suppressions,
          baselineState,
        ]),
      [
        [undefined, undefined],
        [undefined, undefined],
        [[{ kind: 'inSource', justification: 'as the ministry says' }], undefined],
        [[{ kind: 'external', justification: 'Listed in the baseline.' }], 'unchanged'],
      ],
    );
    const rule = about.driver.rules[inRecord.ruleIndex];
    assert.equal(rule.id, 'figure/value');
    assert.equal(rule.helpUri, 'https://example.org/policy-records/blob/main/docs/rules/figure-value.md');
    assert.match(rule.help.markdown, /^# figure\/value/);
    assert.doesNotMatch(rule.help.text, /[#`]/);
    assert.deepEqual(inRecord.fixes[0].artifactChanges[0].replacements, [
      {
        deletedRegion: { startLine: 6, startColumn: 12, endLine: 6, endColumn: 23 },
        insertedContent: { text: '350 billion' },
      },
    ]);
  });

  it('names the page of a passage where the article has pages, and no line', () => {
    const report = sarifReport(run);
    report.record({ ...checked([slipOfScale]), articlePlace: () => ({ path: 'articles/bund.pdf', page: 3 }) });
    const [{ results }] = JSON.parse([...report.end([])].join('')).runs;
    assert.deepEqual(results[0].relatedLocations, [
      {
        id: 1,
        message: { text: 'The passage in the source “bund”, page 3.' },
        physicalLocation: { artifactLocation: { uri: 'data%20set/articles/bund.pdf', index: 1 } },
      },
    ]);
  });

  it('makes no link and no escape out of a text', () => {
    const text = written(sarifReport(run), hostile);
    const messages = JSON.parse(text).runs[0].results.map(({ message }: { message: { text: string } }) => message.text);
    for (const message of messages)
      assert.doesNotMatch(message, /(?<!\\)\[[^\]]*\]\(|[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u);
  });
});

interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  text: string;
}

/** The elements of an XML text; throws where it is not well formed. */
function parseXml(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const node: Node = { name, attributes: values, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (value) => {
    const node = open.at(-1);
    if (node) node.text += value;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root.children[0] as Node;
}

describe('the JUnit report', () => {
  it('is well formed, counts what it holds, and has no elements but its own', () => {
    const suites = parseXml(written(junitReport(run), hostile));
    let tests = 0;
    let failures = 0;
    for (const suite of suites.children) {
      assert.equal(suite.name, 'testsuite');
      assert.equal(Number(suite.attributes.tests), suite.children.length);
      tests += suite.children.length;
      for (const test of suite.children) {
        assert.equal(test.name, 'testcase');
        for (const { name, children } of test.children) {
          assert.match(name, /^(?:failure|skipped|system-out)$/);
          assert.deepEqual(children, []);
        }
        failures += test.children.filter(({ name }) => name === 'failure').length;
      }
    }
    assert.equal(Number(suites.attributes.tests), tests);
    assert.equal(Number(suites.attributes.failures), failures);
    assert.ok(failures > 0);
  });

  it('keeps the words of a text', () => {
    const [suite] = parseXml(written(junitReport(run), [{ ...slipOfScale, message: 'a < b & "c" ]]> d' }])).children;
    assert.equal(suite?.children[0]?.children[0]?.attributes.message, 'a < b & "c" ]]> d');
  });

  it('fails by what the run fails by', () => {
    const failing = (failsOn: RunFacts['failsOn']) =>
      parseXml(written(junitReport({ ...run, failsOn }), usual)).attributes.failures;
    assert.deepEqual([failing('never'), failing('error'), failing('warning')], ['0', '2', '3']);
  });
});

describe('the report for GitHub', () => {
  /** As the runner reads a line (ActionCommand.TryParseV2): the commands that a log gives. */
  const commandsIn = (log: string): readonly { name: string; properties: string; data: string }[] =>
    log.split('\n').flatMap((line) => {
      const [, name, properties = '', data = ''] = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, properties, data }];
    });

  it('gives no command but its own, however many findings there are', () => {
    const log = written(githubReport(run), hostile);
    // The older kind counts anywhere in a line that is no command of the newer one.
    for (const line of log.split('\n')) assert.ok(line.startsWith('::') || !line.includes('##['), line);
    const names = commandsIn(log).map(({ name }) => name);
    assert.deepEqual([...new Set(names)].sort(), ['endgroup', 'error', 'group', 'notice', 'warning']);
    for (const { properties } of commandsIn(log))
      for (const part of properties.split(',').filter(Boolean))
        assert.match(part, /^(?:file|line|endLine|col|endColumn|title)=[^:]*$/);
  });

  it('writes as many as are shown as annotations, and the rest into the log', () => {
    const log = written(
      githubReport(run),
      Array.from({ length: 12 }, () => slipOfScale),
    );
    assert.equal(commandsIn(log).filter(({ name }) => name === 'error').length, 10);
    assert.match(log, /^::group::14 errors beyond the 10 that GitHub shows$/m);
    assert.equal(log.match(/^data set\/records.*error figure\/value/gm)?.length, 12);
  });

  it('keeps the words of a text', () => {
    const [command] = commandsIn(written(githubReport(run), [{ ...slipOfScale, message: '5 %, 3:1' }]));
    assert.equal(command?.data.replaceAll('%25', '%'), '5 %, 3:1');
  });
});

describe('the report for GitLab', () => {
  it('has what GitLab wants of each finding, each with a fingerprint of its own', () => {
    const entries = JSON.parse(written(gitlabReport(run), hostile));
    const prints = new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint));
    assert.equal(prints.size, entries.length);
    for (const entry of entries) {
      assert.deepEqual(Object.keys(entry), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
      assert.match(entry.fingerprint, /^[\da-f]{32}$/);
      assert.match(entry.severity, /^(?:info|minor|major|critical|blocker)$/);
      assert.ok(entry.location.path !== '' && entry.location.lines.begin > 0);
    }
    assert.deepEqual(JSON.parse(written(gitlabReport(run), [])), []);
  });
});

describe('the summary in Markdown', () => {
  const rendered = (findings: readonly Finding[]): string =>
    micromark(written(markdownReport(run), findings), {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
    });

  it('has no element, link or picture out of a text', () => {
    const html = rendered(hostile);
    const tags = [...html.matchAll(/<\/?([a-z][a-z\d]*)\b([^>]*)>/g)].map(
      ([, name, rest]) => `${name}${rest?.replace(/ align="right"| \//g, '')}`,
    );
    assert.deepEqual([...new Set(tags)].sort(), ['br', 'code', 'h2', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
  });

  it('has a row of four cells for each finding', () => {
    const rows =
      rendered(hostile)
        .split('<table>')[2]
        ?.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
    assert.equal(rows.length - 1, 2 * hostile.filter(({ accepted, known }) => accepted === undefined && !known).length);
    for (const row of rows) assert.equal(row.match(/<t[dh]\b/g)?.length, 4);
  });

  it('keeps the words of a text', () => {
    assert.match(
      rendered([{ ...slipOfScale, message: '* 5 < 6 & [7] | `8` _9_ $10 @x www.y' }]),
      /\* 5 &lt; 6 &amp; \[7\] \| `8` _9_ \$10 @x www\.y/,
    );
  });

  it('ends before it is too long for GitHub', () => {
    const text = written(
      markdownReport(run),
      Array.from({ length: 900 }, () => ({ ...slipOfScale, message: 'x'.repeat(3000) })),
    );
    assert.ok(Buffer.byteLength(text) < 1_000_000);
    assert.match(text, /\d+ more findings; the log/);
  });
});
