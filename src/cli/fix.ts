import { accessSync, constants, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { checkConfiguration } from '../checks/check-files.ts';
import { fixSafely, type Reading } from '../checks/fixing.ts';
import { FileWriter } from '../node/file-writer.ts';
import { pathInside, readInside } from '../node/files.ts';
import { reasonOf } from '../node/reasons.ts';
import { readConfiguration } from '../records/configuration.ts';
import { configurationName, kindOf } from '../records/layout.ts';
import { readRecord } from '../records/read.ts';
import { readRegistry } from '../records/registry.ts';
import { visible } from '../reports/display.ts';
import { counted } from '../reports/words.ts';
import type { Repository } from './repository.ts';
import { isNamed, recordsNamed, type Targets } from './targets.ts';
import type { Terminal } from './terminal.ts';

const maxBytes = 16_000_000;

/** What became of the files that were to be fixed. */
export interface FixOutcome {
  readonly files: number;
  readonly fixes: number;
  /** Files that could not be written. */
  readonly failures: number;
}

/** A file as it was read, and as it is to be. */
interface Change {
  readonly path: string;
  readonly before: Uint8Array;
  readonly oldText: string;
  readonly newText: string;
  readonly titles: readonly string[];
}

/**
 * Makes the safe fixes of the files that a call names, and tells each on standard error; with `isDryRun` they are written
 * to standard output instead, as a patch.
 */
export async function fixNamed(
  targets: Targets,
  repository: Repository,
  isDryRun: boolean,
  terminal: Terminal,
): Promise<FixOutcome> {
  const files = repository.files.map(({ path }) => path).filter((path) => isNamed(targets, path));
  const outcome = { files: 0, fixes: 0, failures: 0 };
  for (const path of [...files, ...recordsNamed(targets, repository)]) {
    const change = changeOf(targets.root, path);
    if (!change) continue;
    const failure = isDryRun ? undefined : write(targets.root, change);
    if (failure !== undefined) {
      outcome.failures += 1;
      terminal.err(`${visible(path)} was not fixed: it ${failure}.\n`);
      continue;
    }
    outcome.files += 1;
    outcome.fixes += change.titles.length;
    if (isDryRun) terminal.out(await patchOf(change, terminal));
    else for (const title of change.titles) terminal.err(`${visible(path)}: ${visible(title)}\n`);
  }
  const done = `${counted(outcome.fixes, 'fix', 'fixes')} in ${counted(outcome.files, 'file')}`;
  if (outcome.fixes > 0) terminal.err(isDryRun ? `${done} would be made.\n` : `${done} made.\n`);
  else if (outcome.failures === 0) terminal.err('There is nothing that can be fixed without a person looking at it.\n');
  return outcome;
}

/** What is to be changed in a file; undefined where nothing is, or where it cannot be read, which the check tells. */
function changeOf(root: string, path: string): Change | undefined {
  const file = readInside(root, path, maxBytes);
  if (!('bytes' in file)) return undefined;
  let oldText: string;
  try {
    oldText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return undefined;
  }
  const { text: newText, titles } = fixSafely(oldText, (text) => readingOf(path, text));
  return newText === oldText ? undefined : { path, before: file.bytes, oldText, newText, titles };
}

function readingOf(path: string, text: string): Reading {
  switch (kindOf(path)) {
    case 'record': {
      const { record, problems } = readRecord(path, text);
      return { content: record, complaints: problems };
    }
    case 'registry': {
      const { registry, problems } = readRegistry(path, text);
      return { content: registry, complaints: problems };
    }
    default: {
      if (path !== configurationName) throw new Error(`${path} is no file that can be fixed`);
      const { configuration, problems } = readConfiguration(path, text);
      return { content: configuration, complaints: checkConfiguration(configuration, problems) };
    }
  }
}

/** Why the file was not written, as the end of a sentence; what is lost in no case is the old file. */
function write(root: string, { path, before, newText }: Change): string | undefined {
  const now = readInside(root, path, maxBytes);
  if (!('bytes' in now)) return now.reason;
  if (Buffer.compare(now.bytes, before) !== 0) return 'was changed by somebody else meanwhile; run --fix again';
  let writer: FileWriter | undefined;
  try {
    const real = realpathSync(join(root, path));
    if (pathInside(root, real) === undefined) return 'is a link that leads outside the repository';
    // To replace a file only its folder must be writable; one that is write-protected is so for a reason.
    accessSync(real, constants.W_OK);
    writer = new FileWriter(real);
    writer.write(newText);
    writer.finish();
    return undefined;
  } catch (error) {
    writer?.abandon();
    return reasonOf(error, 'written');
  }
}

/** A unified diff. On a terminal what could steer it is shown as an escape; in a pipe the patch is as it must be. */
async function patchOf({ path, oldText, newText }: Change, terminal: Terminal): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, oldText, newText, undefined, undefined, { context: 3 });
  const lines = patch.replace(/^=+\n/, '').split('\n');
  return (terminal.outIsTerminal ? lines.map((line) => visible(line.replace(/\r$/, ''))) : lines).join('\n');
}
