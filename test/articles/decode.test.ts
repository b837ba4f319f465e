import assert from 'node:assert/strict';
import { decode, type FileFacts } from '../../src/articles/decode.ts';
import { decodeMarkup } from '../../src/articles/encoding.ts';

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
    [
      'the signs of windows-1252, which several versions of Node take for controls',
      Uint8Array.of(0x93, 0x35, 0x20, 0x80, 0x94, 0x20, 0x96, 0x85, 0x6c, 0x92, 0x9c, 0x75, 0x66, 0x81),
      'iso-8859-1',
      '“5 €” –…l’œuf\u0081',
      'windows-1252',
    ],
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
      assert.deepEqual(decode(bytes, { ...(encoding !== undefined && { encoding }) }), {
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
    ['an empty file', new Uint8Array(0), {}, /holds no text/],
    ['white space alone', utf8(' \n\u00a0\n'), {}, /holds no text/],
    ['a mark alone', utf8('\ufeff'), {}, /holds no text/],
  ];
  for (const [name, bytes, facts, message] of refused) {
    it(`refuses ${name}`, () => {
      const decoded = decode(bytes, facts);
      if (!('failure' in decoded)) throw new Error(`read as ${decoded.encoding}: ${decoded.text.slice(0, 50)}`);
      assert.equal(decoded.failure.rule, 'source/unreadable');
      assert.match(decoded.failure.message, message);
      assert.match(decoded.failure.message, /\.$/);
    });
  }

  describe('of pages', () => {
    const page = (declaration: string): Uint8Array =>
      Uint8Array.from([...`${declaration}<p>${town}`], (letter) => letter.charCodeAt(0));
    const meta = (label: string) => `<meta charset="${label}">`;

    const readable: readonly [string, Uint8Array, string | undefined, string][] = [
      ['as its meta element declares', page(meta('windows-1252')), undefined, 'windows-1252'],
      [
        'as its old meta element declares',
        page('<META content="text/html; charset=ISO-8859-1" http-equiv=Content-Type>'),
        undefined,
        'windows-1252',
      ],
      ['as its XML declaration says', page('<?xml version="1.0" encoding="iso-8859-15"?>'), undefined, 'iso-8859-15'],
      ['as the record says, against the page', page(meta('gb18030')), 'windows-1252', 'windows-1252'],
      ['in spite of a comment', page(`<!-- ${meta('gb18030')} -->${meta('latin1')}`), undefined, 'windows-1252'],
      ['that is UTF-8, whatever it declares', utf8(`${meta('gb2312')}<p>${town}`), undefined, 'utf-8'],
      ['that declares UTF-16 in plain letters', utf8(`${meta('utf-16')}<p>${town}`), undefined, 'utf-8'],
    ];
    for (const [name, bytes, recorded, encoding] of readable) {
      it(`reads one ${name}`, () => {
        const decoded = decodeMarkup(bytes, recorded);
        assert.ok('text' in decoded, 'failure' in decoded ? decoded.failure : '');
        assert.equal(decoded.encoding, encoding);
        assert.ok(decoded.text.endsWith(town));
      });
    }

    it('reads Japanese in its seven-bit form', () => {
      const bytes = utf8(`${meta('iso-2022-jp')}\x1b$B6b\x1b(B 12`);
      assert.deepEqual(decodeMarkup(bytes, undefined), {
        text: `${meta('iso-2022-jp')}金 12`,
        encoding: 'iso-2022-jp',
      });
    });

    const unknown: readonly [string, Uint8Array, RegExp][] = [
      ['without a declaration', page(''), /^is not UTF-8 text; say how it is encoded/],
      ['that declares what it is not', page(meta('utf-8')), /^is not valid utf-8 text/],
      [
        'that declares two',
        page(`<?xml version="1.0" encoding="gb18030"?>${meta('latin1')}`),
        /declares two encodings, gb/,
      ],
      ['that declares what nobody knows', page(meta('klingon')), /"klingon", which is not known/],
    ];
    for (const [name, bytes, message] of unknown) {
      it(`refuses one ${name}`, () => {
        const decoded = decodeMarkup(bytes, undefined);
        assert.match('failure' in decoded ? decoded.failure : decoded.text, message);
      });
    }
  });
});
