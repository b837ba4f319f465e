import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Range } from 'vscode-languageserver-types';
import type { AddFiguresResult } from '../../src/server/protocol.ts';
import type { ArticleCoverageState } from '../../src/service/annotate/article-coverage.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { Client } from './client.ts';

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** A text after an edit of the server. */
function edited(text: string, { range, newText }: AddFiguresResult['edit']): string {
  const lines = new LineIndex(text);
  return `${text.slice(0, lines.offsetAt(range.start))}${newText}${text.slice(lines.offsetAt(range.end))}`;
}

const textIn = (text: string, { start, end }: Range): string => {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
};

describe('annotating from an article', () => {
  let folder: string;
  let client: Client;

  const article = 'articles/plan.en.txt';
  const record = 'records/plan.policy.yaml';
  const articleText = `The harbour plan

On 3 March 2025 the council adopted its plan. It will spend nearly 1.2 billion euros until 2030. The port has 12 cranes
and 30 ships; a third of the goods, 41 million tonnes, come by rail. It ranks third in the country.
`;

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-annotate-')));
    mkdirSync(join(folder, 'articles'));
    mkdirSync(join(folder, 'records'));
    writeFileSync(join(folder, 'policy-records.yaml'), '{}\n');
    writeFileSync(join(folder, article), articleText);
    client = await Client.open(folder);
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(text: string): Promise<void> {
    writeFileSync(join(folder, record), text);
    await client.openText(record, text);
    await client.diagnostics(record);
  }

  const add = (range: Range, unclaimedOnly = false) =>
    client.request<AddFiguresResult | null>('policyRecords/addFigures', {
      article: client.uri(article),
      record: client.uri(record),
      range,
      unclaimedOnly,
    });
  const coverage = () =>
    client.request<ArticleCoverageState>('policyRecords/articleCoverage', { uri: client.uri(article) });

  const base = `id: plan
sources:
  - id: paper
    file: ../${article}
    published: 2025-03-04
`;

  it('writes a figure for the number at the cursor, with all that its sentence says', async () => {
    await open(base);
    const at = new LineIndex(articleText).positionAt(articleText.indexOf('1.2 billion') + 3);
    const added = await add({ start: at, end: at });
    assert.ok(added);
    const text = edited(base, added.edit);
    assert.equal(
      text,
      `${base.trimEnd()}
figures:
  - id: amount
    label: What this number says
    kind: target
    value: 1.2 billion
    unit: EUR
    qualifier: nearly
    period: 2030
    quote: >-
      nearly 1.2 billion euros
`,
    );
    assert.equal(textIn(text, added.label), 'What this number says');
    await client.changeText(record, text);
    assert.deepEqual(await client.diagnostics(record), []);
  });

  it('writes figures for all numbers that nobody claims, each with an id of its own, until nothing is left', async () => {
    await open(base);
    const before = await coverage();
    assert.deepEqual([before.claimed, before.unclaimed], [0, 6]);
    const added = await add(whole, true);
    assert.deepEqual(added?.ids, ['amount', 'cranes', 'ships', 'share', 't', 'rank']);
    const text = edited(base, added.edit);
    await client.changeText(record, text);
    assert.deepEqual(await client.diagnostics(record), []);
    const after = await coverage();
    assert.deepEqual([after.claimed, after.unclaimed, after.percent], [6, 0, 100]);
    assert.equal(await add(whole, true), null);
  });

  it('never takes an id that is there, not even that of a figure that cannot be read', async () => {
    const text = `${base}figures:\n  - id: cranes\n    value: a\n  - {id: ships}   # to do\n`;
    await open(text);
    const added = await add(whole);
    assert.ok(added);
    assert.ok(added.ids.includes('cranes-2') && added.ids.includes('ships-2'));
    const after = edited(text, added.edit);
    assert.ok(after.startsWith(text.trimEnd()), 'what stood there is another text now');
  });

  for (const [what, figures] of [
    ['an empty list', 'figures: []\n'],
    ['a key without a list', 'figures:\n'],
    ['CRLF', 'figures:\n  - id: a\n    label: A\n    value: 12\n    quote: 12 cranes\n'],
    ['a list without indentation', 'figures:\n- id: a\n  label: A\n  value: 12\n  quote: 12 cranes\n'],
    [
      'keys behind the figures',
      'figures:\n  - id: a\n    label: A\n    value: 12\n    quote: 12 cranes\ntopics: [ports]\n',
    ],
  ] as const) {
    it(`adds to ${what}`, async () => {
      const text = what === 'CRLF' ? `${base}${figures}`.replaceAll('\n', '\r\n') : `${base}${figures}`;
      await open(text);
      const added = await add(whole, true);
      assert.ok(added);
      const after = edited(text, added.edit);
      if (what === 'CRLF') assert.ok(!/[^\r]\n/.test(after));
      await client.changeText(record, after);
      assert.deepEqual(await client.diagnostics(record), []);
    });
  }

  it('makes figures of a text that was copied from an article, and of no other', async () => {
    await open(base);
    const paste = (text: string) =>
      client.request<AddFiguresResult | null>('policyRecords/pasteFigures', { record: client.uri(record), text });
    const added = await paste('The port has 12 cranes\nand 30 ships');
    assert.deepEqual(added?.ids, ['cranes', 'ships']);
    assert.equal(await paste('The port has 13 cranes'), null);
    assert.equal(await paste(''), null);
  });
});

describe('the first record for an article', () => {
  it('takes figures as soon as it is written, before an editor has told of it', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-annotate-')));
    writeFileSync(join(folder, 'policy-records.yaml'), '{}\n');
    writeFileSync(join(folder, 'a.txt'), 'The port has 12 cranes.\n');
    const client = await Client.open(folder);
    try {
      const uri = client.uri('a.txt');
      // By now every record of the folder is known.
      assert.equal(await client.request('policyRecords/articleCoverage', { uri }), null);
      const coverage = await client.request<{ unclaimed: number }>('policyRecords/articleCoverage', {
        uri,
        evenUncited: true,
      });
      assert.equal(coverage.unclaimed, 1);
      writeFileSync(join(folder, 'a.policy.yaml'), 'id: a\nsources:\n  - id: article\n    file: a.txt\n');
      const added = await client.request<AddFiguresResult | null>('policyRecords/addFigures', {
        article: uri,
        record: client.uri('a.policy.yaml'),
        range: whole,
        unclaimedOnly: true,
      });
      assert.deepEqual(added?.ids, ['cranes']);
    } finally {
      client.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a file that no record cites', () => {
  const files = {
    'policy-records.yaml': '{}\n',
    'articles/new.txt': 'The port has 12 cranes.\n',
    'articles/README.md': 'There are 12 files here.\n',
    'papers/cited.txt': 'The port has 30 ships.\n',
    'papers/beside.txt': 'The port has 14 tugs.\n',
    'notes/notes.txt': 'Call back at 12 and buy 3 pens.\n',
    'records/a.policy.yaml': 'id: a\nsources:\n  - id: s\n    file: ../papers/cited.txt\n',
  };

  it('is an article where it lies in `articles` or beside one that is cited, and a readme never is', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-annotate-')));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const client = await Client.open(folder);
    try {
      const unclaimed = async (path: string): Promise<number | undefined> => {
        const params = { uri: client.uri(path) };
        const found = await client.request<{ unclaimed: number } | null>('policyRecords/articleCoverage', params);
        return found?.unclaimed;
      };
      assert.equal(await unclaimed('articles/new.txt'), 1);
      assert.equal(await unclaimed('papers/beside.txt'), 1);
      assert.equal(await unclaimed('articles/README.md'), undefined);
      assert.equal(await unclaimed('notes/notes.txt'), undefined);
    } finally {
      client.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('figures of every number of the examples', () => {
  const articles = readdirSync('examples/articles').filter((name) => /\.(?:txt|md)$/.test(name));
  for (const name of articles) {
    it(`of ${name} are supported, with nothing to say of them`, async () => {
      const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-annotate-')));
      const client = await Client.open(folder);
      try {
        writeFileSync(join(folder, 'policy-records.yaml'), '{}\n');
        writeFileSync(join(folder, name), readFileSync(`examples/articles/${name}`));
        const record = 'all.policy.yaml';
        const base = `id: all\nsources:\n  - id: paper\n    file: ${name}\n`;
        writeFileSync(join(folder, record), base);
        await client.openText(record, base);
        await client.diagnostics(record);
        const added = await client.request<AddFiguresResult | null>('policyRecords/addFigures', {
          article: client.uri(name),
          record: client.uri(record),
          range: whole,
          unclaimedOnly: false,
        });
        assert.ok(added && added.ids.length >= 12, 'too few numbers');
        const { claimed, unclaimed } = await client.request<{ claimed: number; unclaimed: number }>(
          'policyRecords/articleCoverage',
          { uri: client.uri(name) },
        );
        // Cut-offs (the top ten) need no claim and can have one.
        assert.equal(claimed, 0);
        assert.ok(added.ids.length >= unclaimed, `${added.ids.length} figures for ${unclaimed} numbers`);
        assert.equal(new Set(added.ids).size, added.ids.length);
        const text = edited(base, added.edit);
        await client.changeText(record, text);
        const found = await client.diagnostics(record);
        const lines = text.split('\n');
        assert.deepEqual(
          found
            .filter(({ severity }) => severity !== 3)
            .map(
              ({ message, range }) => `${message} ${lines.slice(range.start.line - 4, range.start.line + 5).join(' ')}`,
            ),
          [],
        );
        const claims = await client.request<{ verdict: string }[]>('policyRecords/claims', { uri: client.uri(record) });
        assert.deepEqual(
          claims.filter(({ verdict }) => verdict !== 'supported'),
          [],
        );
      } finally {
        client.dispose();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
