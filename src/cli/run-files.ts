import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type FileResult, type FileStamp, pathInside, readInside, stampInside } from '../node/files.ts';
import { crypto } from '../node/late-modules.ts';
import { folderOf } from '../records/layout.ts';

/** How a file was when it was read. */
export interface FileMark {
  /** A digest of what it held, or `!` and why it could not be read. */
  readonly content: string;
  /** Where the same stamp means the same content. */
  readonly stamp?: FileStamp;
}

/** A file that was written less than so many milliseconds ago may be written once more within one tick of its disk's clock. */
const settled = 3000;

/** The files that one run reads, each with a mark of what it held. */
export class RunFiles {
  private readonly marks = new Map<string, FileMark>();
  /** Folder → whether it lies in the repository with everything that leads to it. */
  private readonly folders = new Map<string, boolean>();
  /** Paths of files that held one thing and then another. */
  readonly changed = new Set<string>();

  constructor(
    readonly root: string,
    private readonly now: () => number = Date.now,
  ) {}

  read(path: string, maxBytes: number): FileResult {
    const file = readInside(this.root, path, maxBytes);
    this.note(path, 'bytes' in file ? this.markOf(file.bytes, file.stamp) : { content: `!${file.reason}` });
    return file;
  }

  /** The mark of a file that was read. */
  mark(path: string): FileMark {
    return this.marks.get(path) ?? { content: '!was not read' };
  }

  /** Whether a file is as it was when it got a mark, in an earlier run perhaps; reads it where its stamp does not tell. */
  isStill(path: string, mark: FileMark, maxBytes: number): boolean {
    if (mark.stamp && this.isPlainFolder(folderOf(path)) && isSame(mark.stamp, stampInside(this.root, path))) {
      this.note(path, mark);
      return true;
    }
    this.read(path, maxBytes);
    return this.mark(path).content === mark.content;
  }

  /** Takes the mark of a file that was read elsewhere in this run. */
  note(path: string, mark: FileMark): void {
    const known = this.marks.get(path);
    if (known && known.content !== mark.content) this.changed.add(path);
    this.marks.set(path, mark);
  }

  private markOf(bytes: Uint8Array, stamp: FileStamp): FileMark {
    const content = crypto().createHash('sha256').update(bytes).digest('base64url');
    const [size, modified, changed] = stamp;
    const isSettled = Math.max(modified, changed) + settled < this.now() && size === bytes.length;
    return isSettled ? { content, stamp } : { content };
  }

  private isPlainFolder(folder: string): boolean {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const isPlain = isOwnPlace(this.root, folder);
    this.folders.set(folder, isPlain);
    return isPlain;
  }
}

/** Whether no link stands in the way to a folder. */
function isOwnPlace(root: string, folder: string): boolean {
  try {
    return pathInside(root, realpathSync.native(join(root, folder))) === folder;
  } catch {
    // What cannot be found is read, and reading tells why.
    return false;
  }
}

const isSame = (a: FileStamp, b: FileStamp | undefined): boolean =>
  b !== undefined && a.every((part, index) => part === b[index]);
