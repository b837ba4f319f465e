import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that are read at once. */
const chunk = 1 << 20;

/** Text that is written first and read later, when what stands before it is known; it lies in a file of its own, not in memory. */
export class Spool {
  private readonly folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
  private readonly handle = openSync(join(this.folder, 'spool'), 'w+', 0o600);
  private size = 0;

  write(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at, bytes.length - at, this.size + at);
    this.size += bytes.length;
  }

  /** Everything that was written, in pieces of bytes. */
  *pieces(): Generator<Uint8Array> {
    for (let at = 0; at < this.size; ) {
      const bytes = Buffer.alloc(Math.min(chunk, this.size - at));
      const read = readSync(this.handle, bytes, 0, bytes.length, at);
      if (read === 0) throw new Error('the spool is shorter than what was written to it');
      yield bytes.subarray(0, read);
      at += read;
    }
  }

  /** Nothing of it stays. */
  close(): void {
    closeSync(this.handle);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
