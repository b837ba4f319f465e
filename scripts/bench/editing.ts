import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArticleCoverageParams, articleCoverageRequest } from '../../src/server/protocol.ts';
import type { ArticleCoverageState } from '../../src/service/annotate/article-coverage.ts';
import { LanguageServer, type OpenFile } from './language-server.ts';
import { samples } from './records.ts';
import { number, type Row } from './table.ts';

const figures = 200;
const figuresOfSample = 10;
const articleBytes = 60_000;

/** In milliseconds, at the 95th percentile. */
const goals = { findings: 50, hover: 10, completion: 30, coverage: 30 };

const rounds = 140;
/** The first ones, in which code is compiled, do not count. */
const warmUp = 40;

const recordPath = 'record.policy.yaml';
const articlePath = 'article.fr.txt';

/** What is typed in a new figure, and what it is called. */
const typed: readonly (readonly [name: string, text: string])[] = [
  ['a value', 'value: '],
  ['a unit', 'value: 12\n    unit: '],
  ['a quote', 'value: 12\n    quote: '],
  ['a key', 'va'],
];

/**
 * What somebody waits for who types in one large record: from sending a key to the answer of the server as it is shipped, in
 * time of the clock, which other programs of the machine lengthen.
 */
export async function editing(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const texts = largeRecord();
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, recordPath), texts.record);
  writeFileSync(join(folder, articlePath), texts.article);
  const server = await LanguageServer.start(folder);
  try {
    const article = await server.open(articlePath, texts.article, 'plaintext');
    const record = await server.open(recordPath, texts.record, 'policy-record');
    const [wrong] = await record.findings();
    if (wrong) throw new Error(`The record of the benchmark is wrong: ${wrong.message}`);
    const rows: Row[] = [];
    const row = async (what: string, goal: number, once: (round: number) => Promise<number>) => {
      rows.push(await measured(what, goal, once));
    };
    const [values, quotes, numbers] = [
      places(record, /^ {4}value: \d+/gm),
      places(record, /^ {6}\S+/gm),
      places(article, /\d{3}(?= (?:entreprises|millions|projets|hectares))/g),
    ];
    const entries = places(record, /^(?= {2}- id: )/gm);
    const sentences = places(article, /\.\n/g);
    await row('findings after a digit of a value', goals.findings, (round) =>
      typeAndBack(record, record, values(round), '7'),
    );
    await row('findings after a letter of a quote', goals.findings, (round) =>
      typeAndBack(record, record, quotes(round), 'x'),
    );
    await row('findings after a letter of a key', goals.findings, (round) =>
      typeAndBack(record, record, entries(round), '    v\n'),
    );
    await row('findings after a letter of the article', goals.findings, (round) =>
      typeAndBack(article, record, sentences(round), 'E'),
    );
    await row(
      `coverage and marks of an article of ${articleBytes / 1000} KB after a letter of it`,
      goals.coverage,
      (round) => markAfter(server, article, record, sentences(round)),
    );
    await row('the card of a figure', goals.hover, (round) => record.ask('textDocument/hover', values(round)));
    await row('the card of a number in the article', goals.hover, (round) =>
      article.ask('textDocument/hover', numbers(round) - 1),
    );
    for (const [name, text] of typed)
      await row(`proposals for ${name}`, goals.completion, (round) => propose(record, entries(round), text));
    return rows;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the offset behind one match after the other, spread over the file. */
function places({ text }: OpenFile, pattern: RegExp): (round: number) => number {
  const found = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  if (found.length === 0) throw new Error(`${pattern} does not occur`);
  return (round) => found[(round * 37) % found.length] as number;
}

/** Milliseconds from a key to the findings of the record; the key is taken back afterwards. */
async function typeAndBack(file: OpenFile, record: OpenFile, at: number, key: string): Promise<number> {
  const start = performance.now();
  await file.type(at, at, key);
  await record.findings();
  const took = performance.now() - start;
  await file.type(at, at + key.length, '');
  await record.findings();
  return took;
}

/** Milliseconds from a key in the article to what becomes of each of its numbers. */
async function markAfter(server: LanguageServer, article: OpenFile, record: OpenFile, at: number): Promise<number> {
  const found = record.findings();
  const start = performance.now();
  const typing = article.type(at, at, 'E');
  const params: ArticleCoverageParams = { uri: server.uri(article.path) };
  const coverage = await server.request<ArticleCoverageState | null>(articleCoverageRequest, params);
  const took = performance.now() - start;
  if (coverage?.claimed !== figures) throw new Error(`${coverage?.claimed} of ${figures} numbers are claimed`);
  await typing;
  await found;
  await article.type(at, at + 1, '');
  await record.findings();
  return took;
}

/** Milliseconds from the last key of a new figure to what is proposed there. */
async function propose(record: OpenFile, at: number, text: string): Promise<number> {
  const entry = `  - id: new\n    label: x\n    ${text}`;
  await record.type(at, at, `${entry.slice(0, -1)}\n`);
  await record.findings();
  const behind = at + entry.length;
  const start = performance.now();
  // Editors ask with the key, and do not wait until it has arrived.
  const typing = record.type(behind - 1, behind - 1, entry.slice(-1));
  await record.ask('textDocument/completion', behind);
  const took = performance.now() - start;
  await typing;
  await record.type(at, behind + 1, '');
  await record.findings();
  return took;
}

async function measured(what: string, goal: number, once: (round: number) => Promise<number>): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await once(round));
  const sorted = times.slice(warmUp).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    what: `${what}, in a record of ${figures} figures: 95th percentile (median ${number(at(0.5))} ms)`,
    measured: `${number(at(0.95))} ms`,
    peer: `${goal} ms`,
    ratio: at(0.95) / goal,
    goal: { atMost: 1 },
  };
}

/** Records and articles of one language, joined to one of each. */
function largeRecord(): { readonly article: string; readonly record: string } {
  const count = figures / figuresOfSample;
  // Articles end with a whole sentence, somewhat before the size that was asked for.
  for (let size = articleBytes / count; ; size += 100) {
    const wanted = samples(count * 4, size).filter((_, index) => index % 4 === 0);
    const article = wanted.map((sample) => Buffer.from(sample.article).toString()).join('\n');
    if (Buffer.byteLength(article) < articleBytes) continue;
    const [head = ''] = wanted[0]?.yaml.split('figures:\n') ?? [];
    const entries = wanted.map(({ yaml }, index) =>
      (yaml.split('figures:\n')[1] ?? '').replaceAll('id: figure-', `id: figure-${index}-`),
    );
    return { article, record: `${head.replace(/file: .*/, `file: ${articlePath}`)}figures:\n${entries.join('')}` };
  }
}
