import { decodeStrictly } from '../text/decoding.ts';

/** From bytes to text. An encoding is known, or said to be unknown; nothing is guessed, and no byte may be wrong. */

export interface EncodedText {
  readonly text: string;
  /** WHATWG name in lower case. */
  readonly encoding: string;
}

/** The text, or why there is none: the end of the sentence *The source "x" …*. */
export type EncodedReading = EncodedText | { readonly failure: string };

/** The text of a file: a byte order mark decides (and is no part of it), then strict UTF-8, then what is declared. */
export function decodeText(bytes: Uint8Array, declared: string | undefined): EncodedReading {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return withoutNul(strictly(bytes, marked) ?? { failure: damaged(marked) });
  const encoding = declared === undefined ? undefined : encodingOf(declared);
  if (declared !== undefined && encoding === undefined) {
    return {
      failure: `declares the encoding "${declared}", which is not known; write one such as utf-8, gb18030 or windows-1252.`,
    };
  }
  if (!encoding?.startsWith('utf-16')) {
    if (bytes.includes(0)) return binary;
    // Its shifts between alphabets are plain ASCII, and would pass for UTF-8.
    const text = encoding === 'iso-2022-jp' ? undefined : strictly(bytes, 'utf-8');
    if (text !== undefined) return text;
  }
  if (declared === undefined) {
    return {
      failure:
        'is not UTF-8 text; say how it is encoded with "encoding:" (gb18030, windows-1252, …), or save it as UTF-8.',
    };
  }
  return withoutNul(strictly(bytes, declared) ?? { failure: damaged(declared) });
}

/** The same of a page that may declare its encoding itself; what the record declares goes before. */
export function decodeMarkup(bytes: Uint8Array, recorded: string | undefined): EncodedReading {
  const declared = recorded === undefined ? declarationsIn(bytes) : [];
  const [own] = declared;
  const known = new Set(declared.map((label) => encodingOf(label) ?? label));
  // A page whose declaration can be read as ASCII is not UTF-16, whatever it says (HTML Standard, §13.2.3.2).
  const encoding = own !== undefined && encodingOf(own)?.startsWith('utf-16') ? 'utf-8' : own;
  const decoded = decodeText(bytes, recorded ?? encoding);
  if (known.size > 1 && (!('encoding' in decoded) || decoded.encoding !== 'utf-8')) {
    return {
      failure: `declares two encodings, ${declared.join(' and ')}; say which is right with "encoding:".`,
    };
  }
  return decoded;
}

/** How far a page is searched for its declaration; the standard asks for 1024 bytes, and browsers look a little further. */
const declarationBytes = 4096;

/** The encodings that a page declares, in an XML declaration and in `meta` elements. */
function declarationsIn(bytes: Uint8Array): readonly string[] {
  const head = String.fromCharCode(...bytes.subarray(0, declarationBytes)).replace(/<!--[\s\S]*?-->/g, '');
  const xml = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  const metas = [...head.matchAll(/<meta[\s/][^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/gi)].map(([, label]) => label);
  return [xml, metas[0]].filter((label) => label !== undefined);
}

const damaged = (encoding: string): string =>
  `is not valid ${encoding} text; correct its "encoding:", or save the file as UTF-8.`;

const binary = {
  failure: 'is no text file; save the text of the article as a .txt file in UTF-8, and name that file.',
};

const withoutNul = (reading: EncodedReading): EncodedReading =>
  'text' in reading && reading.text.includes('\0') ? binary : reading;

/** The text in an encoding without a single wrong byte; undefined where there is one. */
function strictly(bytes: Uint8Array, label: string): EncodedText | undefined {
  try {
    return decodeStrictly(bytes, label);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // what the Encoding Standard throws for a wrong byte
    throw error;
  }
}

/** The encoding that a label stands for; undefined for one that nobody knows. */
export function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // what the Encoding Standard throws for a wrong label
    throw error;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}
