import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeLens, Hover, MarkupContent } from 'vscode-languageserver';
import { HtmlPage } from '../../src/reports/html/page.ts';
import {
  type IndicatorResult,
  indicatorRequest,
  indicatorsRequest,
  type ListedIndicator,
  type OpenClaimParams,
  type ReportResult,
  reportRequest,
  showsPages,
} from '../../src/server/protocol.ts';
import { examplePages } from '../reports/pages.ts';
import { Client } from './client.ts';

const record = 'records/beijing-ai-2024.policy.yaml';

/** What the links of a page open, each as the command that it calls is given it. */
const opened = (html: string): OpenClaimParams[] =>
  [...html.matchAll(/href="command:policyRecords\.openClaim\?([^"]+)"/g)].map(
    ([, query = '']) => (JSON.parse(decodeURIComponent(query)) as [OpenClaimParams])[0],
  );

describe('pages for an editor', () => {
  let client: Client;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-records-pages-'));
    cpSync('examples', folder, { recursive: true });
    client = await Client.open(folder, { codeLens: true }, { experimental: { [showsPages]: true } });
  });
  after(() => {
    client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('report on every record of the repository, with a way to each record and claim', async () => {
    const report = await client.request<ReportResult>(reportRequest, { uri: client.uri(record) });
    const html = report.html ?? '';
    assert.match(html, /<h1 dir="auto">policy-records-pages-/);
    const links = opened(html);
    const records = new Set(links.map(({ uri }) => uri));
    assert.ok(records.size >= 11 && records.has(client.uri(record)), `${records.size} records`);
    assert.ok(
      links.some(({ uri, type, id }) => uri === client.uri(record) && type === 'figure' && id === 'core-output'),
    );
    // Each claim is there, and each record once more.
    assert.equal(links.length, (html.match(/class="claim /g)?.length ?? 0) + records.size);
  });

  it('say what the command says of claims and of the numbers of articles', async () => {
    const { html } = await client.request<ReportResult>(reportRequest, { uri: client.uri(record) });
    const page = new HtmlPage();
    const parts = (await examplePages()).map((one) => page.record(one));
    const bare = (html ?? '').replace(/<a href="command:[^"]*">(.*?)<\/a>/gs, '$1');
    for (const part of parts) assert.ok(bare.includes(part), `another part than ${part.slice(0, 200)}`);
  });

  it('follow what is typed and not saved', async () => {
    const text = readFileSync(join(folder, record), 'utf8');
    await client.openText(record, text.replace('value: 2400', 'value: 2401'));
    const { html } = await client.request<ReportResult>(reportRequest, { uri: client.uri(record) });
    assert.match(html ?? '', /more than 2,401/);
    await client.close(record);
  });

  it('list the indicators, and show one over the years with targets, sources and a chart', async () => {
    const listed = await client.request<readonly ListedIndicator[]>(indicatorsRequest, {});
    assert.deepEqual(
      listed.map(({ indicator }) => indicator),
      listed.map(({ indicator }) => indicator).sort(),
    );
    const output = listed.find(({ indicator }) => indicator === 'ai-core-output');
    assert.ok(output && output.records >= 2 && output.figures >= 4, JSON.stringify(output));
    const { html } = await client.request<IndicatorResult>(indicatorRequest, output);
    assert.match(html, /Target for 2025: <strong>300 billion CNY<\/strong>\. 2024: <strong>nearly 350 billion CNY/);
    assert.match(html, /<svg class="chart"/);
    assert.match(html, /<th scope="col">Record and sources<\/th>/);
    assert.match(html, /<q dir="auto">350 Mrd\. Yuan<\/q>/);
    assert.ok(opened(html).length >= 4);
  });

  it('hold nothing but a style that their policy names', async () => {
    const [first] = await client.request<readonly ListedIndicator[]>(indicatorsRequest, {});
    const { html } = await client.request<IndicatorResult>(indicatorRequest, first);
    assert.match(
      html,
      /content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
    );
    assert.doesNotMatch(html, /<script|<img|<iframe|<link|<form|\son\w+=|url\(|@import/i);
  });

  it('are no secret: cards and lenses of a figure with an indicator lead there', async () => {
    const text = readFileSync(join(folder, record), 'utf8');
    await client.openText(record, text);
    const line = text.slice(0, text.indexOf('indicator: ai-core-output')).split('\n').length - 1;
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: client.uri(record) },
      position: { line, character: 20 },
    });
    assert.match(
      (hover.contents as MarkupContent).value,
      /\[Show over the years\]\(command:policyRecords\.showIndicator\?/,
    );
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: client.uri(record) },
    });
    const shown = lenses.flatMap(({ command }) =>
      command?.command === 'policyRecords.showIndicator' ? (command.arguments as { indicator: string }[]) : [],
    );
    assert.ok(shown.some(({ indicator }) => indicator === 'ai-core-output'));
    await client.close(record);
  });

  it('are not linked to in an editor that cannot show them', async () => {
    const other = await Client.open(folder, { codeLens: true });
    try {
      const text = readFileSync(join(folder, record), 'utf8');
      await other.openText(record, text);
      const line = text.slice(0, text.indexOf('indicator: ai-core-output')).split('\n').length - 1;
      const hover = await other.request<Hover>('textDocument/hover', {
        textDocument: { uri: other.uri(record) },
        position: { line, character: 20 },
      });
      assert.match((hover.contents as MarkupContent).value, /ai-core-output/);
      assert.doesNotMatch((hover.contents as MarkupContent).value, /command:/);
    } finally {
      other.dispose();
    }
  });

  it('are null for a file of no repository and for an indicator that nobody names', async () => {
    assert.equal(await client.request(reportRequest, { uri: 'untitled:x' }), null);
    const { html } = await client.request<IndicatorResult>(indicatorRequest, {
      uri: client.uri(record),
      indicator: 'none',
    });
    assert.match(html, /No figure names this indicator/);
  });
});
