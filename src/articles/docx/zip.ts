/**
 * Reads parts of a ZIP file (APPNOTE 6.3.10), each bounded while it is unpacked: what a file says of its own sizes is not
 * believed. Of the many methods the two are known that documents use.
 */

/** Bytes that one part may unpack to. */
export const maxPart = 100_000_000;
const maxEntries = 20_000;

/** Why a file cannot be read as what it should be; the end of a sentence. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

interface Entry {
  readonly method: number;
  readonly isLocked: boolean;
  readonly packed: number;
  /** CRC-32 of what it unpacks to. */
  readonly sum: number;
  /** Where its local header begins. */
  readonly at: number;
}

export const damaged = 'is damaged; save the document again, or its text as a .txt file.';

export class ZipFile {
  private readonly view: DataView;
  private readonly entries: ReadonlyMap<string, Entry>;

  /** Throws Unreadable where the directory of the file cannot be read. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = this.directory();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  get names(): Iterable<string> {
    return this.entries.keys();
  }

  /** The bytes of a part. Throws Unreadable for a part that is damaged, locked or too large. */
  async part(name: string): Promise<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry || entry.at + 30 > this.bytes.length) throw new Unreadable(damaged);
    if (entry.isLocked) throw new Unreadable('is locked with a password; save a copy without one, and name that file.');
    const start = entry.at + 30 + this.view.getUint16(entry.at + 26, true) + this.view.getUint16(entry.at + 28, true);
    const packed = this.bytes.subarray(start, start + entry.packed);
    if (packed.length < entry.packed) throw new Unreadable(damaged);
    if (entry.method !== 0 && entry.method !== 8) throw new Unreadable(damaged);
    const bytes = entry.method === 0 ? packed : await unpacked(packed);
    // A digit that was damaged on the way is a digit all the same.
    if (crc32(bytes) !== entry.sum) throw new Unreadable(damaged);
    return bytes;
  }

  private directory(): ReadonlyMap<string, Entry> {
    const end = this.endOfDirectory();
    const count = this.view.getUint16(end + 10, true);
    let at = this.view.getUint32(end + 16, true);
    if (count > maxEntries) throw new Unreadable(`holds more than ${maxEntries} files, as no document does.`);
    const entries = new Map<string, Entry>();
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > this.bytes.length || this.view.getUint32(at, true) !== 0x02014b50) throw new Unreadable(damaged);
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => this.view.getUint16(at + field, true));
      const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
      entries.set(name, {
        isLocked: (this.view.getUint16(at + 8, true) & 1) === 1,
        method: this.view.getUint16(at + 10, true),
        packed: this.view.getUint32(at + 20, true),
        sum: this.view.getUint32(at + 16, true),
        at: this.view.getUint32(at + 42, true),
      });
      at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
    }
    return entries;
  }

  /** The record at the end of the file, behind which a comment of at most 64 KB may stand. */
  private endOfDirectory(): number {
    const first = Math.max(0, this.bytes.length - 22 - 0xffff);
    for (let at = this.bytes.length - 22; at >= first; at -= 1) {
      if (this.view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw new Unreadable('breaks off before its end; download it again, or save it again.');
  }
}

async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What is wrong with the data is told by the reading side.
  writer
    .write(packed)
    .then(
      () => writer.close(),
      () => undefined,
    )
    .catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.readable.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > maxPart) break;
      chunks.push(read.value);
    }
  } catch {
    throw new Unreadable(damaged);
  }
  if (size > maxPart) {
    reader.cancel().catch(() => undefined);
    throw new Unreadable(`unpacks to more than ${maxPart / 1e6} MB, as no article does; save its text as a .txt file.`);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Remainders of each byte under the polynomial of CRC-32 (ISO 3309). */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (remainders[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
