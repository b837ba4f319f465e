import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samples } from './records.ts';
import type { Row } from './table.ts';

const records = 2000;
/** A tenth of them, beside which memory should be about the same. */
const few = records / 10;
const figures = 10;
const seconds = 10;
/** The page takes every passage apart and is written whole; most of the time goes into the check all the same. */
const timesCheck = 1.6;
const bytesOfClaim = 2048;

/** The page of 2,000 records as the command writes it: how long it takes, how large it is, and what memory it needs. */
export function reportOfMany(program: string): Row[] {
  const many = reportOf(program, records);
  const tenth = reportOf(program, few);
  const claims = records * figures;
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return [
    {
      what: `report of ${records.toLocaleString('en')} records of ten figures, as it comes, against ${seconds} s by the clock`,
      measured: `${many.clock.toFixed(2)} s (${many.time.toFixed(2)} s of processors)`,
      peer: `${seconds} s`,
      ratio: many.clock / seconds,
      goal: { atMost: 1 },
    },
    {
      what: 'that report in one thread against a check of the same records in one thread, processor time',
      measured: `${many.alone.toFixed(2)} s`,
      peer: `${many.check.toFixed(2)} s`,
      ratio: many.alone / many.check,
      goal: { atMost: timesCheck },
    },
    {
      what: `bytes of the report for a claim against ${bytesOfClaim}`,
      measured: `${Math.round(many.bytes / claims)} bytes`,
      peer: `${bytesOfClaim} bytes`,
      ratio: many.bytes / claims / bytesOfClaim,
      goal: { atMost: 1 },
    },
    {
      what: `memory of a report of ${records.toLocaleString('en')} records against one of ${few}`,
      measured: megabytes(many.memory),
      peer: megabytes(tenth.memory),
      ratio: many.memory / tenth.memory,
      goal: { atMost: 2 },
    },
  ];
}

interface Measured {
  /** Seconds from start to end, in as many threads as the command takes; others on the machine lengthen it. */
  readonly clock: number;
  /** Seconds of processor time of all its threads, which others on the machine change least. */
  readonly time: number;
  /** The same in one thread. */
  readonly alone: number;
  /** The same of a check in one. */
  readonly check: number;
  readonly bytes: number;
  /** The most that the process held at a time, in bytes. */
  readonly memory: number;
}

function reportOf(program: string, count: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'policy-records-bench-'));
  try {
    mkdirSync(join(folder, 'records'));
    writeFileSync(join(folder, 'policy-records.yaml'), '{}\n');
    for (const { path, yaml, article } of samples(count)) {
      writeFileSync(join(folder, path), yaml);
      const [, file = ''] = /file: (?:\.\.\/)?(\S+)/.exec(yaml) ?? [];
      const place = join(folder, 'records', ...(yaml.includes('file: ../') ? ['..', file] : [file]));
      mkdirSync(join(place, '..'), { recursive: true });
      writeFileSync(place, article);
    }
    const page = join(folder, 'report.html');
    const check = watched(folder, [program, 'check', folder, '--jobs', '1', '--cache', 'never']);
    const alone = watched(folder, [program, 'report', folder, '--jobs', '1', '-o', page]);
    const report = watched(folder, [program, 'report', folder, '-o', page]);
    const supported = readFileSync(page, 'utf8').match(/class="claim supported/g)?.length;
    if (supported !== count * figures) throw new Error(`${supported} claims of ${count * figures} are supported.`);
    return {
      clock: report.clock,
      time: report.time,
      alone: alone.time,
      check: check.time,
      bytes: statSync(page).size,
      memory: report.memory,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a call, which must succeed. */
function watched(folder: string, call: readonly string[]): Pick<Measured, 'clock' | 'time' | 'memory'> {
  const told = join(folder, 'told.json');
  const watch = join(folder, 'watch.cjs');
  const code = `if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.resourceUsage())));`;
  writeFileSync(watch, code);
  const since = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', watch, ...call], { encoding: 'utf8', maxBuffer: 1e9 });
  const clock = (performance.now() - since) / 1000;
  if (status !== 0) throw new Error(`The report could not be measured: ${stderr}`);
  const usage = JSON.parse(readFileSync(told, 'utf8')) as NodeJS.ResourceUsage;
  return { clock, time: (usage.userCPUTime + usage.systemCPUTime) / 1e6, memory: usage.maxRSS * 1024 };
}
