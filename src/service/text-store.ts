import type { Problem } from '../records/problem.ts';
import type { RepositoryFiles } from './files.ts';

/** Bytes beyond which a record, registry or configuration is not even read. */
const maxFile = 16_000_000;

export interface StoredText {
  /** Empty where there is none. */
  readonly text: string;
  /** Why there is no text. */
  readonly problem?: Problem;
  readonly missing?: boolean;
}

/** Texts of files that people write by hand; what an editor holds stands before what is on the disk. */
export class TextStore {
  private readonly open = new Map<string, string>();
  private readonly onDisk = new Map<string, Promise<StoredText>>();

  constructor(private readonly files: RepositoryFiles) {}

  set(path: string, text: string | undefined): void {
    if (text === undefined) this.open.delete(path);
    else this.open.set(path, text);
    this.onDisk.delete(path);
  }

  /** The file on the disk is another one now. Says whether that matters: an open text stands before it. */
  forget(path: string): boolean {
    this.onDisk.delete(path);
    return !this.open.has(path);
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  /** The text on the disk, whatever is open; undefined where there is none that can be read. */
  async saved(path: string): Promise<string | undefined> {
    const { text, problem, missing } = await this.readNow(path);
    return problem || missing ? undefined : text;
  }

  /** Keeps the text of the disk no longer. */
  release(path: string): void {
    this.onDisk.delete(path);
  }

  async read(path: string): Promise<StoredText> {
    const open = this.open.get(path);
    if (open !== undefined) return { text: open };
    const known = this.onDisk.get(path) ?? this.readNow(path);
    this.onDisk.set(path, known);
    return known;
  }

  private async readNow(path: string): Promise<StoredText> {
    const file = await this.files.read(path, maxFile);
    if (!('bytes' in file)) return { text: '', problem: unreadable(`${file.reason}.`), missing: file.missing };
    try {
      // An editor shows no byte order mark either, so that places are those that it counts.
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(file.bytes) };
    } catch {
      return { text: '', problem: unreadable('is not written in UTF-8: save it in that encoding.') };
    }
  }
}

const unreadable = (why: string): Problem => ({ rule: 'yaml/syntax', start: 0, end: 0, message: `The file ${why}` });
