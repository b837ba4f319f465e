/** How files begin that hold an article and are no plain text, and how they are called. */
const signatures: readonly (readonly [bytes: readonly number[], format: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a Word or other zipped document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word or Excel document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document'],
  [[0x1f, 0x8b], 'a zipped file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
];

/** How much of a file is looked at. */
const headBytes = 1024;

/** The format of a file that is no text, with its article (*a PDF file*); undefined for what may be text. */
export function foreignFormat(bytes: Uint8Array, name: string): string | undefined {
  if (beginsWith(bytes, pdf, inkFrom(bytes)) || /\.pdf$/i.test(name)) return 'a PDF file';
  return signatures.find(([start]) => beginsWith(bytes, start, 0))?.[1];
}

/** `%PDF-`, which may stand behind white space. */
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];

const beginsWith = (bytes: Uint8Array, start: readonly number[], from: number): boolean =>
  start.every((byte, at) => bytes[from + at] === byte);

/** Offset of the first byte of the head that is no white space. */
function inkFrom(bytes: Uint8Array): number {
  const isWhite = (byte: number | undefined): boolean =>
    byte === 0x20 || (byte !== undefined && byte >= 9 && byte <= 13);
  let at = 0;
  while (at < headBytes && isWhite(bytes[at])) at += 1;
  return at;
}

/** Whether a text is an HTML page, by its name or its first kilobyte. */
export function isHtml(text: string, name: string): boolean {
  if (/\.(?:x?html?|xht)$/i.test(name)) return true;
  return /<!doctype\s+html|<html[\s>]/i.test(text.slice(0, headBytes)) && !/\.(?:md|markdown)$/i.test(name);
}
