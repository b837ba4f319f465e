import type { ParsedFormat } from './readers.ts';

/** What a file holds: plain text, a format that is parsed, or another one, as it is called. */
export type Format = 'text' | ParsedFormat | { readonly other: string };

/** How files begin that hold an article and are no plain text. */
const signatures: readonly (readonly [bytes: readonly number[], format: Format])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'docx'],
  [[0xd0, 0xcf, 0x11, 0xe0], { other: 'an old or a locked Word or Excel document' }],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { other: 'an RTF document' }],
  [[0x1f, 0x8b], { other: 'a zipped file' }],
  [[0x89, 0x50, 0x4e, 0x47], { other: 'a picture' }],
  [[0xff, 0xd8, 0xff], { other: 'a picture' }],
  [[0x47, 0x49, 0x46, 0x38], { other: 'a picture' }],
];

/** One character a byte. */
const letters = new TextDecoder('latin1');

/** How much of a file is looked at. */
const headBytes = 1024;

/** What a file holds, told from its first kilobyte, and where that does not say, from its name. */
export function formatOf(bytes: Uint8Array, name: string): Format {
  // In UTF-16 every other byte of a tag is zero.
  const head = letters.decode(bytes.subarray(0, headBytes)).replaceAll('\0', '');
  if (head.trimStart().startsWith('%PDF-') || /\.pdf$/i.test(name)) return 'pdf';
  const signed = signatures.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (signed) return signed[1];
  return isHtml(head, name) ? 'html' : 'text';
}

function isHtml(head: string, name: string): boolean {
  if (/\.(?:x?html?|xht)$/i.test(name)) return true;
  return /<!doctype\s+html|<html[\s>]/i.test(head) && !/\.(?:md|markdown)$/i.test(name);
}
