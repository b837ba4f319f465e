import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that are read at once. */
const chunk = 1 << 20;

/** Units of text that wait in memory before a file is begun, or written on. */
const room = 1 << 18;

/**
 * Text that is written first and read later, when what stands before it is known. What is more than a little lies in a file
 * of its own among the temporary ones, not in memory. Methods throw what the system says.
 */
export class Spool {
  private pending: string[] = [];
  private pendingLength = 0;
  private folder: string | undefined;
  private handle: number | undefined;
  private size = 0;

  add(text: string): void {
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength > room) this.flush();
  }

  /** Everything that was added, in pieces. */
  *pieces(): Generator<string> {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for (let at = 0; at < this.size; ) {
      const bytes = Buffer.alloc(Math.min(chunk, this.size - at));
      const read = this.handle === undefined ? 0 : readSync(this.handle, bytes, 0, bytes.length, at);
      if (read === 0) throw new Error('the spool is shorter than what was written to it');
      yield decoder.decode(bytes.subarray(0, read), { stream: true });
      at += read;
    }
    yield this.pending.join('');
  }

  /** Nothing of it stays. */
  close(): void {
    const { handle } = this;
    this.handle = undefined;
    if (handle !== undefined) closeSync(handle);
    this.removeFolder();
  }

  private flush(): void {
    this.handle ??= this.open();
    const bytes = Buffer.from(this.pending.join(''), 'utf8');
    this.pending = [];
    this.pendingLength = 0;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at, bytes.length - at, this.size + at);
    this.size += bytes.length;
  }

  private open(): number {
    this.folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
    const handle = openSync(join(this.folder, 'spool'), 'wx+', 0o600);
    // Its name goes at once, so that a program that is killed leaves nothing behind.
    if (process.platform !== 'win32') this.removeFolder();
    return handle;
  }

  private removeFolder(): void {
    const { folder } = this;
    this.folder = undefined;
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
