import type * as Core from './core.ts';
import { samples } from './records.ts';
import { number, type Row } from './table.ts';

/** What somebody waits for while typing, at the 95th percentile, in milliseconds. */
const budget = 30;

const figures = 200;
const articleUnits = 60_000;
const figuresOfSample = 10;

/** What is typed in a new figure, and what it is called. */
const typed: readonly (readonly [name: string, text: string])[] = [
  ['a value', 'value: '],
  ['a unit', 'value: 12\n    unit: '],
  ['a quote', 'value: 12\n    quote: '],
  ['a key', 'va'],
];

/** Completion in one large record, in CPU time of this process: other programs run beside it. */
export async function completing(core: typeof Core): Promise<Row[]> {
  const { article, yaml } = largeRecord();
  const path = 'record.policy.yaml';
  const project = new core.Project({
    files: {
      read: async (name) =>
        name === 'article.txt' ? { bytes: Buffer.from(article) } : { missing: true, reason: 'does not exist' },
      list: async () => [],
      articles: async () => ['article.txt'],
    },
    opener: core.openerFor,
    uriOf: (name) => `file:///${name}`,
    textUriOf: (path) => path,
    rulePage: () => undefined,
    pause: async () => {},
    onCrash: (error) => {
      throw error;
    },
  });
  project.setText(path, yaml);
  const view = await project.record(path);
  if (view?.result.claims.length !== figures) throw new Error('The record of the benchmark cannot be read.');
  const rows: Row[] = [];
  for (const [name, text] of typed) {
    const times: number[] = [];
    for (let round = 0; round < 80; round += 1) times.push(await once(core, project, path, yaml, text, round));
    // The first ones, in which code is compiled, do not count.
    const sorted = times.slice(20).sort((a, b) => a - b);
    const late = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
    rows.push({
      what: `completion of ${name} in a record of ${figures} figures, 95th percentile`,
      measured: `${number(late)} ms`,
      peer: `${budget} ms`,
      ratio: late / budget,
      goal: { atMost: 1 },
    });
  }
  return rows;
}

async function once(
  { completionsAt }: typeof Core,
  project: Core.Project,
  path: string,
  yaml: string,
  text: string,
  round: number,
): Promise<number> {
  const at = yaml.indexOf('  - id: ', Math.floor((yaml.length * (round % 20)) / 22));
  const before = `${yaml.slice(0, at)}  - id: new\n    label: x\n    ${text}`;
  const start = process.cpuUsage();
  project.setText(path, `${before}\n${yaml.slice(at)}`);
  const draft = await project.draft(path);
  if (draft) await completionsAt(draft, before.length, { snippets: true });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Records and articles of one language, joined. */
function largeRecord(): { readonly article: string; readonly yaml: string } {
  const wanted = samples((figures / figuresOfSample) * 4).filter((_, index) => index % 4 === 0);
  const [head = ''] = wanted[0]?.yaml.split('figures:\n') ?? [];
  const entries = wanted.map(({ yaml }, index) =>
    (yaml.split('figures:\n')[1] ?? '').replaceAll('id: figure-', `id: figure-${index}-`),
  );
  return {
    article: wanted
      .map(({ article }) => Buffer.from(article).toString())
      .join('\n')
      .slice(0, articleUnits),
    yaml: `${head.replace(/file: .*/, 'file: article.txt')}figures:\n${entries.join('')}`,
  };
}
