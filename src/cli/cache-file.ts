import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crypto } from '../node/late-modules.ts';
import { reasonOf } from '../node/reasons.ts';

/** Where results are kept, in the repository; hidden, so that no record is looked for in it. */
export const cacheFolder = '.policy-records/cache';

const fileName = 'results';

/** Of a file that a run left behind which was killed. */
const staleAfter = 3_600_000;

/** A larger file is not read; it holds the results of some hundred thousand records. */
const maxBytes = 500_000_000;

/** Bytes that are read at once. */
const chunkSize = 1 << 18;

/** Where a line stands in the file, in bytes, without its end. */
export interface LinePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of the cache, all or none: the last line is a digest of those before. Whatever is wrong with the file, there is
 * no cache then, which costs time and nothing else. Lines stay in the file until one is asked for, so that a cache of
 * many records takes no memory; the file is held open, and is the same though another takes its name.
 */
export class CacheReader {
  readonly lines: readonly LinePlace[] = [];
  /** There was a file, and it is not what was written into it. */
  readonly damaged: boolean = false;
  private handle: number | undefined;

  constructor(root: string) {
    this.handle = openedCache(join(root, cacheFolder, fileName));
    if (this.handle === undefined) return;
    const lines = wholeLines(this.handle);
    this.damaged = lines === undefined;
    if (lines) this.lines = lines;
    else this.close();
  }

  text({ start, end }: LinePlace): string {
    if (this.handle === undefined) throw new Error('the cache is closed');
    const bytes = Buffer.allocUnsafe(end - start);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(this.handle, bytes, at, bytes.length - at, start + at);
      if (count === 0) throw new Error('the cache became shorter while it was read');
      at += count;
    }
    return bytes.toString('utf8');
  }

  close(): void {
    const { handle } = this;
    this.handle = undefined;
    if (handle !== undefined) closeSync(handle);
  }
}

function openedCache(path: string): number | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= maxBytes ? openSync(path, 'r') : undefined;
  } catch {
    // There is none yet, or it may not be read: then everything is checked anew.
    return undefined;
  }
}

/** The places of the lines before the digest; undefined where it is not theirs. */
function wholeLines(handle: number): LinePlace[] | undefined {
  const digest = crypto().createHash('sha256');
  const lines: LinePlace[] = [];
  const chunk = Buffer.allocUnsafe(chunkSize);
  /** What stands behind the last line end. */
  let rest = Buffer.alloc(0);
  let at = 0;
  let start = 0;
  for (let count = readSync(handle, chunk); count > 0; count = readSync(handle, chunk)) {
    const read = chunk.subarray(0, count);
    for (let end = read.indexOf(0x0a); end >= 0; end = read.indexOf(0x0a, end + 1)) {
      lines.push({ start, end: at + end });
      start = at + end + 1;
    }
    at += count;
    // The last whole line may be the digest, and is no part of what it is made of.
    const bytes = Buffer.concat([rest, read]);
    const kept = Math.max(0, bytes.lastIndexOf(0x0a, bytes.length - 2) + 1);
    digest.update(bytes.subarray(0, kept));
    rest = bytes.subarray(kept);
  }
  lines.pop();
  return rest.toString('latin1') === `${digest.digest('base64url')}\n` ? lines : undefined;
}

/**
 * Writes a cache line by line into a file beside the one that is there, which it replaces when it is whole. Nothing that
 * goes wrong ends a run; `problem` says what it was.
 */
export class CacheWriter {
  private readonly path: string;
  private readonly folder: string;
  private readonly digest = crypto().createHash('sha256');
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
    if (this.pendingLength > 200_000) this.flush();
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
