import type { FileReader } from '../node/files.ts';
import type { Problem } from '../records/problem.ts';
import { type RecordReading, readRecord } from '../records/read.ts';

/** Bytes beyond which a record, registry or configuration is not even read. */
export const maxRecordBytes = 16_000_000;
/** Units of text of the records that are kept from the first reading to their check. */
const maxKept = 1_500_000;

/** A record as it was read, with its text, which is empty where it could not be. */
export type ReadRecord = RecordReading & { readonly text: string };

/** The records of a run: each is read once, for what others see of it and for its check, as long as memory stays flat. */
export class RecordShelf {
  private readonly kept = new Map<string, ReadRecord>();
  private size = 0;

  /** @param share Of the room, where several shelves are in memory. */
  constructor(
    private readonly files: FileReader,
    private readonly share = 1,
  ) {}

  /** Reads a record, and keeps it for `take` if there is room. */
  read(path: string): ReadRecord {
    const read = this.readNow(path);
    if (this.size + read.text.length <= maxKept * this.share) {
      this.size += read.text.length;
      this.kept.set(path, read);
    }
    return read;
  }

  /** The record, which is kept on if it was. */
  look(path: string): ReadRecord {
    return this.kept.get(path) ?? this.readNow(path);
  }

  /** The record, which is kept no longer. */
  take(path: string): ReadRecord {
    const known = this.kept.get(path);
    if (!known) return this.readNow(path);
    this.kept.delete(path);
    this.size -= known.text.length;
    return known;
  }

  private readNow(path: string): ReadRecord {
    const { text, problem } = readText(this.files, path);
    return problem ? { record: undefined, problems: [problem], text } : { ...readRecord(path, text), text };
  }
}

export interface ReadText {
  /** Empty where there is none. */
  readonly text: string;
  /** Why there is no text. */
  readonly problem?: Problem;
  readonly missing?: boolean;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file that people write by hand: UTF-8, a byte order mark kept, so that places in it are those of the file. */
export function readText(files: FileReader, path: string): ReadText {
  const file = files.read(path, maxRecordBytes);
  if (!('bytes' in file)) return { text: '', problem: unreadable(`${file.reason}.`), missing: file.missing };
  try {
    return { text: decoder.decode(file.bytes) };
  } catch {
    return { text: '', problem: unreadable('is not written in UTF-8: save it in that encoding.') };
  }
}

const unreadable = (why: string): Problem => ({ rule: 'yaml/syntax', start: 0, end: 0, message: `The file ${why}` });
