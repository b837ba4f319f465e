import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../node/reasons.ts';

/** Where results are kept, in the repository; hidden, so that no record is looked for in it. */
export const cacheFolder = '.policy-records/cache';

const fileName = 'results';

/** Of a file that a run left behind which was killed. */
const staleAfter = 3_600_000;

/** A larger file is not read; it holds the results of some hundred thousand records. */
const maxBytes = 500_000_000;

export interface CacheContent {
  readonly lines: readonly string[];
  /** There was a file, and it is not what was written into it. */
  readonly damaged: boolean;
}

/**
 * Reads the lines of the cache, all or none: the last line is a digest of those before. Whatever is wrong with the file,
 * there is no cache then, which costs time and nothing else.
 */
export function readCache(root: string): CacheContent {
  const bytes = bytesOf(join(root, cacheFolder, fileName));
  if (!bytes) return { lines: [], damaged: false };
  const end = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
  const digest = createHash('sha256').update(bytes.subarray(0, end)).digest('base64url');
  if (bytes.toString('latin1', end) !== `${digest}\n`) return { lines: [], damaged: true };
  return { lines: bytes.toString('utf8', 0, Math.max(0, end - 1)).split('\n'), damaged: false };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= maxBytes ? readFileSync(path) : undefined;
  } catch {
    // There is none yet, or it may not be read: then everything is checked anew.
    return undefined;
  }
}

/**
 * Writes a cache line by line into a file beside the one that is there, which it replaces when it is whole. Nothing that
 * goes wrong ends a run; `problem` says what it was.
 */
export class CacheWriter {
  private readonly path: string;
  private readonly folder: string;
  private readonly digest = createHash('sha256');
  private handle: number | undefined;
  private pending: string[] = [];
  private pendingLength = 0;
  /** Why the cache could not be written, as the end of a sentence. */
  problem: string | undefined;

  constructor(root: string) {
    this.folder = join(root, cacheFolder);
    this.path = join(this.folder, `${fileName}.${process.pid}.new`);
    this.attempt(() => {
      mkdirSync(this.folder, { recursive: true });
      // Whoever looks at the repository, by git or by eye, is told that this is nobody's work.
      writeFileSync(
        join(this.folder, '.gitignore'),
        '# Results of policy-records, made again when they are missing.\n*\n',
      );
      removeLeftovers(this.folder);
      this.handle = openSync(this.path, 'w');
    });
  }

  add(line: string): void {
    if (this.handle === undefined) return;
    this.pending.push(line, '\n');
    this.pendingLength += line.length;
    if (this.pendingLength > 1_000_000) this.flush();
  }

  finish(): void {
    this.flush();
    this.attempt(() => {
      if (this.handle === undefined) return;
      writeSync(this.handle, `${this.digest.digest('base64url')}\n`);
      closeSync(this.handle);
      this.handle = undefined;
      renameSync(this.path, join(this.folder, fileName));
    });
  }

  abandon(): void {
    const { handle } = this;
    this.handle = undefined;
    if (handle === undefined) return;
    closeSync(handle);
    rmSync(this.path, { force: true });
  }

  private flush(): void {
    this.attempt(() => {
      if (this.handle === undefined || this.pending.length === 0) return;
      const bytes = Buffer.from(this.pending.join(''));
      this.pending = [];
      this.pendingLength = 0;
      this.digest.update(bytes);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    });
  }

  private attempt(action: () => void): void {
    if (this.problem !== undefined) return;
    try {
      action();
    } catch (error) {
      this.problem = reasonOf(error, 'written');
      this.withdraw();
    }
  }

  private withdraw(): void {
    try {
      this.abandon();
    } catch {
      // Why the file could not be written is known already; that it cannot be removed follows from it.
    }
  }
}

function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.new')) continue;
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > staleAfter) rmSync(path, { force: true });
  }
}
