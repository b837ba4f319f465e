/** Writes small PDF files: Helvetica in WinAnsi, text where it is put, and whatever a hostile file may do. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Text that is put on a page: its place from the lower left corner, in points, and the size of its letters. */
export interface Put {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

export interface PdfOptions {
  /** Locks the file; an empty password is the one that readers try by themselves. */
  readonly password?: string;
  /** What is drawn on each page instead of text, packed so many times. */
  readonly content?: { readonly bytes: Uint8Array; readonly packed: number };
  /** Degrees by which readers turn every page. */
  readonly rotate?: number;
  /** Name of a character map, for a font that is read by one; text is then written in hexadecimal codes. */
  readonly characterMap?: string;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

export function pdfFile(pages: readonly (readonly Put[])[], options: PdfOptions = {}): Uint8Array {
  const lock = options.password === undefined ? undefined : lockFor(options.password);
  const parts: Buffer[] = [latin1('%PDF-1.4\n')];
  const places: number[] = [];
  const size = () => parts.reduce((sum, part) => sum + part.length, 0);
  const object = (number: number, dictionary: string, stream?: Buffer) => {
    places[number] = size();
    const body = stream && (lock ? lock.apply(number, stream) : stream);
    parts.push(
      latin1(`${number} 0 obj\n${body ? dictionary.replace('>>', `/Length ${body.length} >>`) : dictionary}\n`),
    );
    if (body) parts.push(latin1('stream\n'), body, latin1('\nendstream\n'));
    parts.push(latin1('endobj\n'));
  };
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  object(3, fontOf(options.characterMap));
  object(
    4,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor ' +
      '/FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 ' +
      '/StemV 80 >> >>',
  );
  for (const [index, puts] of pages.entries()) {
    const page = 5 + 2 * index;
    const turned = options.rotate === undefined ? '' : `/Rotate ${options.rotate}`;
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${turned} /Resources << /Font << /F 3 0 R >> >> /Contents ${page + 1} 0 R >>`,
    );
    const { bytes, packed } = options.content ?? { bytes: latin1(drawn(puts, options.characterMap)), packed: 1 };
    const filters = '/FlateDecode '.repeat(packed);
    let stream: Buffer = Buffer.from(bytes);
    for (let times = 0; times < packed; times += 1) stream = deflateSync(stream, { level: 1 });
    object(page + 1, `<< /Filter [${filters}] >>`, stream);
  }
  const start = size();
  const count = places.length;
  const rows = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const id = '<00112233445566778899aabbccddeeff>';
  const locked = lock ? `/Encrypt ${lock.dictionary} /ID [${id} ${id}]` : '';
  parts.push(latin1(`xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}`));
  parts.push(latin1(`trailer\n<< /Size ${count} /Root 1 0 R ${locked} >>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

const fontOf = (characterMap: string | undefined): string =>
  characterMap === undefined
    ? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
    : `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${characterMap} /DescendantFonts [4 0 R] >>`;

function drawn(puts: readonly Put[], characterMap: string | undefined): string {
  const shown = (text: string): string =>
    characterMap === undefined ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<${text}>`;
  return puts.map(({ x, y, size, text }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown(text)} Tj ET`).join('\n');
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** The standard security handler, revision 2 (PDF 1.7, §7.6.3), with one password for both. */
function lockFor(password: string) {
  const padded = Buffer.concat([latin1(password), padding]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const key = md5(padded, owner, Buffer.from([0xff, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /P -1 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
    apply: (object: number, stream: Buffer): Buffer =>
      rc4(md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10), stream),
  };
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    [state[i], state[j]] = [state[j] as number, state[i] as number];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] as number)) & 255;
      [state[i], state[j]] = [state[j] as number, state[i] as number];
      return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
    }),
  );
}
