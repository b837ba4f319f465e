/** The core runs where there is no Node: bundled for a browser, in a context that has what every browser has and no more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const program = `
  import { openArticle } from './src/articles/open.ts';
  import { sha256 } from './src/articles/sha256.ts';
  import { RepositoryIndex } from './src/checks/repository-index.ts';
  import { checkRecord } from './src/checks/run.ts';
  import { languages } from './src/quantities/languages/index.ts';
  import { readingOf } from './src/quantities/recognise.ts';
  import { readRecord } from './src/records/read.ts';

  export async function check({ path, yaml, articles }) {
    const { record, problems } = readRecord(path, yaml);
    const index = new RepositoryIndex();
    index.setRecord(record);
    const opened = new Map();
    for (const source of record.sources) {
      const name = source.file.value;
      const facts = { name, language: source.language?.value };
      opened.set(source, await openArticle(articles[name], facts, { sha256, recognise: readingOf, tables: languages }));
    }
    const units = { units: {}, nouns: {} };
    const { claims, findings } = checkRecord({
      record, problems, units, severities: {}, articles: (source) => opened.get(source), ...index.around(path),
    });
    return { verdicts: claims.map(({ verdict }) => verdict), rules: findings.map(({ rule }) => rule) };
  }`;

/** What pages and workers have, besides what belongs to the language. */
const ofTheWeb = { TextDecoder, TextEncoder, URL, Intl, performance, setTimeout, clearTimeout, queueMicrotask };

interface Checked {
  readonly verdicts: readonly string[];
  readonly rules: readonly string[];
}

const inExamples = (path: string): URL => new URL(`../examples/${path}`, import.meta.url);

describe('the core in a browser', () => {
  let check: (given: object) => Promise<Checked>;

  before(async function () {
    this.timeout(60_000);
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      globalName: 'core',
      target: 'es2022',
      logLevel: 'error',
    });
    const context = createContext({ ...ofTheWeb });
    runInContext(outputFiles[0]?.text ?? '', context);
    check = runInContext('core.check', context) as typeof check;
  });

  it('checks a record against its articles, as on the command line', async () => {
    const yaml = readFileSync(inExamples('records/heat-pumps.policy.yaml'), 'utf8');
    const file = /file: \.\.\/(articles\/\S+)/.exec(yaml)?.[1] ?? '';
    const given = {
      path: 'records/heat-pumps.policy.yaml',
      yaml,
      articles: { [`../${file}`]: readFileSync(inExamples(file)) },
    };
    const right = await check(given);
    assert.ok(right.verdicts.length > 20);
    assert.deepEqual([...new Set(right.verdicts)], ['supported']);
    const wrong = await check({ ...given, yaml: yaml.replace(/value: (\d)(\d)/, 'value: $2$1') });
    assert.equal(wrong.verdicts.filter((verdict) => verdict === 'refuted').length, 1);
    assert.ok(wrong.rules.includes('figure/value'));
  });
});
