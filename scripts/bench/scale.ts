import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { wallTime } from './measure.ts';
import { samples } from './records.ts';
import type { Row } from './table.ts';

const many = 10_000;
const fewer = 1_000;

/** A run of the whole program. */
interface Run {
  /** Seconds from start to end. */
  readonly seconds: number;
  /** The most memory that it took, in MB. */
  readonly memory: number;
}

/**
 * Checks of 10,000 records over as many articles, each run a process: without a cache and with one, in one thread and in
 * two, against the time in which one thread parses their YAML.
 */
export function ofManyRecords(program: string): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const parsing = layOut(join(folder, 'many'), many);
    layOut(join(folder, 'fewer'), fewer);
    const check = (where: string, jobs: number, cache: string) =>
      run(program, folder, join(folder, where), ['--jobs', String(jobs), '--cache', cache]);
    const one = check('many', 1, 'never');
    const two = check('many', 2, 'never');
    const cold = check('many', 2, 'always');
    const warm = check('many', 2, 'always');
    const small = check('fewer', 2, 'never');
    // What two threads are to do in 1.2 times the time, one may do in twice as much.
    const beside = (name: string, { seconds }: Run, atMost: number): Row => ({
      what: `${name}: a check of ${many.toLocaleString('en')} records against parseDocument in one thread`,
      measured: speedOf(seconds),
      peer: speedOf(parsing),
      ratio: seconds / parsing,
      goal: { atMost },
    });
    return [
      beside('cold, one thread', one, 2.4),
      beside('cold, two threads', two, 1.2),
      beside('cold, two threads, writing the cache', cold, 1.2),
      {
        what: 'the same again from the cache against cold',
        measured: speedOf(warm.seconds),
        peer: speedOf(cold.seconds),
        ratio: warm.seconds / cold.seconds,
        goal: { atMost: 0.1 },
      },
      {
        what: 'peak memory, two threads, against 500 MB',
        measured: `${cold.memory.toFixed(0)} MB`,
        peer: '500 MB',
        ratio: cold.memory / 500,
        goal: { atMost: 1 },
      },
      {
        what: `peak memory for ${many.toLocaleString('en')} records against ${fewer.toLocaleString('en')}, two threads`,
        measured: `${two.memory.toFixed(0)} MB`,
        peer: `${small.memory.toFixed(0)} MB`,
        ratio: two.memory / small.memory,
        goal: { atMost: 1.2 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const speedOf = (seconds: number): string => `${Math.round(many / seconds).toLocaleString('en')} records/s`;

/** Writes a repository; gives the seconds in which its records are parsed, code warmed up. */
function layOut(root: string, count: number): number {
  for (const name of ['.git', 'records', 'articles']) mkdirSync(join(root, name), { recursive: true });
  const all = samples(count);
  for (const { path, yaml, article } of all) {
    writeFileSync(join(root, path), yaml);
    const [, file = ''] = /^ {4}file: (.*)$/m.exec(yaml) ?? [];
    writeFileSync(join(root, dirname(path), file), article);
  }
  const parse = (part: typeof all) => {
    for (const { yaml } of part) parseDocument(yaml);
  };
  parse(all.slice(0, 500));
  return wallTime(() => parse(all)) / 1e9;
}

/** `process.resourceUsage` of a program is known to itself alone, so it writes it down as it ends. */
const noteMemory = `process.on('exit',()=>require('node:fs').writeFileSync(process.env.BENCH_MEMORY,String(process.resourceUsage().maxRSS)))`;

function run(program: string, folder: string, root: string, options: readonly string[]): Run {
  const note = join(folder, 'memory');
  const hook = join(folder, 'note-memory.cjs');
  writeFileSync(hook, `if(require('node:worker_threads').isMainThread)${noteMemory}`);
  const args = ['--require', hook, program, 'check', root, '--format', 'json', ...options];
  let outcome: ReturnType<typeof spawnSync> | undefined;
  const time = wallTime(() => {
    outcome = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, BENCH_MEMORY: note },
      maxBuffer: 1e9,
    });
  });
  if (outcome?.status !== 0) throw new Error(`the check ended with ${outcome?.status}: ${outcome?.stderr}`);
  return { seconds: time / 1e9, memory: Number(readFileSync(note, 'utf8')) / 1024 };
}
