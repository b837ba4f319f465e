/** Writes small Word documents, and ZIP files that are none. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  /** Says of every part that it is locked. */
  readonly isLocked?: boolean;
  /** Number of the method, where it is not deflation. */
  readonly method?: number;
}

export function zipFile(parts: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  const method = options.method ?? 8;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes, { level: 1 }) : bytes;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(method, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(bytes.length, 22);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(options.isLocked ? 1 : 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    // What a file says of its own size is not to be believed.
    entry.writeUInt32LE(10, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    local.push(header, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

const partOf = (element: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${element} ${namespaces}>${body}</w:${element}>`;

/** A document with this body, and with these notes. */
export const docxFile = (body: string, notes?: string): Uint8Array =>
  zipFile({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': partOf('document', `<w:body>${body}</w:body>`),
    ...(notes !== undefined && { 'word/footnotes.xml': partOf('footnotes', notes) }),
  });
