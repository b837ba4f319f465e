import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leastTimes, wallTime } from './measure.ts';
import { samples } from './records.ts';
import type { Row } from './table.ts';

/** A check of one record as a process of its own, against a process that does nothing. */
export function againstNothing(program: string): Row {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const { record } = writeSample(folder);
    const check = (): void => run([program, 'check', record]);
    const nothing = (): void => run(['-e', '0']);
    const [own = 0, peer = 0] = leastTimes([check, nothing], 15, wallTime);
    return {
      what: 'check of one record as a process, against node -e 0',
      measured: `${(own / 1e6).toFixed(0)} ms`,
      peer: `${(peer / 1e6).toFixed(0)} ms`,
      ratio: own / peer,
      goal: { atMost: 3 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeSample(folder: string): { record: string } {
  const [sample] = samples(1);
  if (!sample) throw new Error('There is no sample.');
  for (const name of ['.git', 'records', 'articles']) mkdirSync(join(folder, name));
  const record = join(folder, sample.path);
  writeFileSync(record, sample.yaml);
  writeFileSync(join(folder, 'articles/a0.fr.txt'), sample.article);
  return { record };
}

function run(args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
}
