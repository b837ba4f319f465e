import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkAllRequest, type Statistics, statisticsRequest } from '../../src/server/protocol.ts';
import { LanguageServer } from './language-server.ts';
import { type Sample, samples } from './records.ts';
import { number, type Row } from './table.ts';

const records = 2000;
/** Beside which a file should open as fast. */
const few = 20;
const times = 5;

const goals = { milliseconds: 300, megabytes: 250 };

/** A window that opens one record of a large repository: how long its findings take, and what memory the server holds. */
export async function opening(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const all = samples(records);
  const middle = all[few >> 1] as Sample;
  try {
    const large = layOut(join(folder, 'large'), all);
    const small = layOut(join(folder, 'small'), all.slice(0, few));
    const inLarge: number[] = [];
    const inSmall: number[] = [];
    for (let round = 0; round < times; round += 1) {
      inSmall.push((await openOne(small, middle)).milliseconds);
      inLarge.push((await openOne(large, middle)).milliseconds);
    }
    const { indexed, checked } = (await openOne(large, middle, true)).megabytes;
    const what = `a record of a repository of ${records.toLocaleString('en')}`;
    return [
      {
        what: `the findings of ${what}, from its opening, server just started (among ${few}: ${number(Math.max(...inSmall))} ms)`,
        measured: `${number(Math.max(...inLarge))} ms`,
        peer: `${goals.milliseconds} ms`,
        ratio: Math.max(...inLarge) / goals.milliseconds,
        goal: { atMost: 1 },
      },
      memory(`memory of the server after opening ${what}, all records read`, indexed),
      memory('memory of the server after Check All Records there', checked),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const memory = (what: string, megabytes: number): Row => ({
  what,
  measured: `${megabytes} MB`,
  peer: `${goals.megabytes} MB`,
  ratio: megabytes / goals.megabytes,
  goal: { atMost: 1 },
});

/** Writes a repository; gives its folder. */
function layOut(root: string, all: readonly Sample[]): string {
  for (const name of ['.git', 'records', 'articles']) mkdirSync(join(root, name), { recursive: true });
  for (const { path, yaml, article } of all) {
    writeFileSync(join(root, path), yaml);
    const [, file = ''] = /^ {4}file: (.*)$/m.exec(yaml) ?? [];
    writeFileSync(join(root, dirname(path), file), article);
  }
  return root;
}

interface Opened {
  readonly milliseconds: number;
  /** Zeros unless they were asked for. */
  readonly megabytes: { readonly indexed: number; readonly checked: number };
}

async function openOne(root: string, { path, yaml }: Sample, withMemory = false): Promise<Opened> {
  const server = await LanguageServer.start(root);
  try {
    const start = performance.now();
    const record = await server.open(path, yaml, 'policy-record');
    const found = await record.findings();
    const milliseconds = performance.now() - start;
    if (found.length > 0) throw new Error(`The record of the benchmark is wrong: ${found[0]?.message}`);
    const megabytes = { indexed: 0, checked: 0 };
    if (withMemory) {
      while ((await statistics(server)).records < records) await new Promise((resolve) => setTimeout(resolve, 200));
      megabytes.indexed = (await statistics(server)).megabytes;
      await server.request(checkAllRequest, {});
      megabytes.checked = (await statistics(server)).megabytes;
    }
    return { milliseconds, megabytes };
  } finally {
    await server.stop();
  }
}

const statistics = (server: LanguageServer): Promise<Statistics> => server.request<Statistics>(statisticsRequest, {});
