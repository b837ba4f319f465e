import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file beside the one that it is to replace, and puts it in its place when it is complete: whoever looks sees
 * the old file or the new one, whatever ends the program in between. A link stays, and what it leads to is replaced; a
 * pipe or a device is written to as it is. Every method throws what the system says.
 */
export class FileWriter {
  private readonly target: string;
  private readonly beside: string | undefined;
  private handle: number | undefined;

  /** @param mode Bits of the new file; without them those of the file that it replaces, else the usual ones. */
  constructor(path: string, mode?: number) {
    const stat = statSync(path, { throwIfNoEntry: false });
    this.target = stat ? realpathSync(path) : path;
    const isSpecial = stat !== undefined && !stat.isFile();
    this.beside = isSpecial
      ? undefined
      : join(dirname(this.target), `.${basename(this.target).slice(0, 200)}.${process.pid}.tmp`);
    if (this.beside === undefined) {
      this.handle = openSync(this.target, 'w');
      return;
    }
    // What has this name was left by a program that was ended. It is not opened: it may be a link.
    rmSync(this.beside, { force: true });
    this.handle = openSync(this.beside, 'wx', 0o666);
    const bits = mode ?? (stat && stat.mode & 0o777);
    if (bits !== undefined) fchmodSync(this.handle, bits);
  }

  write(data: string | Uint8Array): void {
    if (this.handle === undefined) throw new Error('the file is closed');
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
  }

  /** Puts the file in its place. */
  finish(): void {
    if (this.handle === undefined) return;
    if (this.beside !== undefined) fsyncSync(this.handle);
    this.close();
    if (this.beside !== undefined) renameSync(this.beside, this.target);
  }

  /** Leaves the old file as it is; nothing of the new one stays. */
  abandon(): void {
    if (this.handle !== undefined) this.close();
    if (this.beside !== undefined) rmSync(this.beside, { force: true });
  }

  private close(): void {
    const { handle } = this;
    this.handle = undefined;
    if (handle !== undefined) closeSync(handle);
  }
}
