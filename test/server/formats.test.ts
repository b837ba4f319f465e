import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Hover, LocationLink } from 'vscode-languageserver-types';
import { fileAddress } from '../../src/server/addresses.ts';
import type { ArticleCoverageState } from '../../src/service/annotate/article-coverage.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { Client } from './client.ts';

/** The first record of the examples that cites an article with this ending, and the article. */
function citing(ending: string): { record: string; article: string } {
  for (const name of readdirSync('examples/records')) {
    const text = readFileSync(`examples/records/${name}`, 'utf8');
    const file = new RegExp(`file: \\.\\./(articles/\\S+${ending})$`, 'm').exec(text)?.[1];
    if (file) return { record: `records/${name}`, article: file };
  }
  throw new Error(`no record of the examples cites a ${ending} file`);
}

describe('articles that are no plain text', () => {
  let client: Client;
  before(async () => {
    client = await Client.open('examples');
  });
  after(() => client.dispose());

  /** Where the definition of the first value of a record leads. */
  async function passageOf(record: string): Promise<LocationLink> {
    const text = readFileSync(`examples/${record}`, 'utf8');
    const position = new LineIndex(text).positionAt(text.indexOf('value: ') + 'value: '.length);
    const [link] = await client.request<LocationLink[]>('textDocument/definition', {
      textDocument: { uri: client.uri(record) },
      position,
    });
    assert.ok(link, 'no passage');
    return link;
  }

  it('shows the place of an HTML page in the page itself', async () => {
    const { record, article } = citing('html');
    const link = await passageOf(record);
    assert.equal(link.targetUri, client.uri(article));
    const lines = new LineIndex(readFileSync(`examples/${article}`, 'utf8'));
    const { start, end } = link.targetRange;
    const words = readFileSync(`examples/${article}`, 'utf8').slice(lines.offsetAt(start), lines.offsetAt(end));
    assert.match(words, /^\d.*\d/);
  });

  it('marks the numbers of an HTML page where they stand in it', async () => {
    const { article } = citing('html');
    const text = readFileSync(`examples/${article}`, 'utf8');
    const lines = new LineIndex(text);
    const { marks } = await client.request<ArticleCoverageState>('policyRecords/articleCoverage', {
      uri: client.uri(article),
    });
    assert.ok(marks.length > 10);
    for (const { range } of marks) {
      const words = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
      assert.ok(!words.startsWith('<') && !words.endsWith('<'), words);
    }
  });

  it('shows a PDF as its text, under an address of its own, where hover works too', async () => {
    const { record, article } = citing('pdf');
    const link = await passageOf(record);
    assert.equal(fileAddress(link.targetUri), client.uri(article));
    assert.match(link.targetUri, /^policy-records-text:.*\.pdf\.txt\?/);
    const text = await client.request<string>('policyRecords/articleText', { uri: link.targetUri });
    const lines = new LineIndex(text);
    const words = text.slice(lines.offsetAt(link.targetRange.start), lines.offsetAt(link.targetRange.end));
    assert.match(words, /\d/);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: link.targetUri },
      position: link.targetRange.start,
    });
    assert.match((hover.contents as { value: string }).value, /Read as .*supported/s);
  });
});
