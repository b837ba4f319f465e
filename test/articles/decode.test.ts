import assert from 'node:assert/strict';
import { decode, type FileFacts, maxArticleBytes } from '../../src/articles/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 bytes of a text, with its byte order mark where `mark` says so. */
function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), order === 'little');
  return bytes;
}

describe('decoding', () => {
  const town = 'Die Stadt Köln zählt 12 Brücken.';
  const cologneLatin1 = Uint8Array.from([...town], (letter) => letter.charCodeAt(0));
  const beijing = Uint8Array.of(0xb1, 0xb1, 0xbe, 0xa9, 0x33, 0x35); // 北京35 in GB18030

  const read: readonly [string, Uint8Array, string | undefined, string, string][] = [
    ['plain ASCII', utf8('12 bridges'), undefined, '12 bridges', 'utf-8'],
    ['UTF-8', utf8(town), undefined, town, 'utf-8'],
    ['UTF-8 with a byte order mark, which is no part of the text', utf8(`\ufeff${town}`), undefined, town, 'utf-8'],
    ['line ends as they are', utf8('a\r\nb\rc\n'), undefined, 'a\r\nb\rc\n', 'utf-8'],
    ['UTF-16 by its mark, little-endian', utf16(town, 'little', true), undefined, town, 'utf-16le'],
    ['UTF-16 by its mark, big-endian', utf16(town, 'big', true), undefined, town, 'utf-16be'],
    ['UTF-16 as declared', utf16(town, 'little', false), 'utf-16le', town, 'utf-16le'],
    ['windows-1252 as declared', cologneLatin1, 'windows-1252', town, 'windows-1252'],
    ['Latin-1 under its own name', cologneLatin1, 'ISO-8859-1', town, 'windows-1252'],
    ['GB18030 as declared', beijing, 'gb18030', '北京35', 'gb18030'],
    ['UTF-8 in spite of another declaration', utf8(town), 'gb18030', town, 'utf-8'],
    ['a mark against a declaration', utf16(town, 'little', true), 'windows-1252', town, 'utf-16le'],
    [
      'Markdown that speaks of HTML',
      utf8('The tag `<html>` begins a page.'),
      undefined,
      'The tag `<html>` begins a page.',
      'utf-8',
    ],
  ];
  for (const [name, bytes, encoding, text, found] of read) {
    it(`reads ${name}`, () => {
      const file = name.startsWith('Markdown') ? 'article.md' : 'article.txt';
      assert.deepEqual(decode(bytes, { name: file, ...(encoding !== undefined && { encoding }) }), {
        text,
        encoding: found,
      });
    });
  }

  const refused: readonly [string, Uint8Array, Partial<FileFacts>, RegExp][] = [
    ['Latin-1 that is not declared', cologneLatin1, {}, /not UTF-8 text; say how it is encoded with "encoding:"/],
    ['GB18030 that is not declared', beijing, {}, /"encoding:"/],
    ['an encoding that nobody knows', cologneLatin1, { encoding: 'klingon' }, /"klingon", which is not known/],
    [
      'bytes that the declared encoding has not got',
      Uint8Array.of(0x41, 0xff, 0xff),
      { encoding: 'gb18030' },
      /not valid gb18030 text/,
    ],
    ['half a unit of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), {}, /not valid utf-16le text/],
    ['NUL', utf8('ab\0cd'), {}, /no text file/],
    ['NUL in UTF-16', utf16('ab\0cd', 'little', true), {}, /no text file/],
    ['UTF-16 without mark and declaration', utf16(town, 'little', false), {}, /no text file/],
    ['a PDF file', utf8('%PDF-1.7 …'), {}, /a PDF file, which cannot be read yet; save its text as a \.txt file/],
    ['a PDF file by its name', utf8('xxx'), { name: 'a/Report.PDF' }, /a PDF file/],
    ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), { name: 'a.docx' }, /a Word or other zipped document/],
    ['an RTF document', utf8('{\\rtf1\\ansi}'), {}, /an RTF document/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), {}, /a picture/],
    ['an HTML page', utf8('\n<!DOCTYPE html>\n<title>x</title>'), {}, /an HTML page, which cannot be read yet/],
    ['an HTML page without a type', utf8('<html lang="fr"><p>x'), {}, /an HTML page/],
    ['an HTML page in UTF-16', utf16('<html><p>x', 'big', true), {}, /an HTML page/],
    ['an HTML page by its name', utf8('<p>x'), { name: 'x.htm' }, /an HTML page/],
    ['an empty file', new Uint8Array(0), {}, /holds no text/],
    ['white space alone', utf8(' \n\u00a0\n'), {}, /holds no text/],
    ['a mark alone', utf8('\ufeff'), {}, /holds no text/],
    [
      'a file that is too large',
      new Uint8Array(maxArticleBytes + 100_000),
      {},
      /has 20\.1 MB, and no more than 20 MB are read/,
    ],
  ];
  for (const [name, bytes, facts, message] of refused) {
    it(`refuses ${name}`, () => {
      const decoded = decode(bytes, { name: 'article.txt', ...facts });
      if (!('failure' in decoded)) throw new Error(`read as ${decoded.encoding}: ${decoded.text.slice(0, 50)}`);
      assert.equal(decoded.failure.rule, 'source/unreadable');
      assert.match(decoded.failure.message, message);
      assert.match(decoded.failure.message, /\.$/);
    });
  }
});
