import type { ArticleFailure } from './article.ts';
import { foreignFormat, isHtml } from './formats.ts';

/** Larger files are refused: no article is so long, and reading one would take seconds. */
export const maxArticleBytes = 20_000_000;

/** What is known of a file besides its bytes. */
export interface FileFacts {
  /** Its name or path, by whose ending some formats are known. */
  readonly name: string;
  /** The encoding that the record declares, a label of the WHATWG Encoding Standard. */
  readonly encoding?: string;
}

export type Decoded =
  | { readonly text: string /** WHATWG name in lower case. */; readonly encoding: string }
  | { readonly failure: ArticleFailure };

/**
 * The text of a file. A byte order mark decides (and is no part of the text), then strict UTF-8, then what the record
 * declares; nothing is guessed. Files that are no text fail with a sentence that says what to do.
 */
export function decode(bytes: Uint8Array, facts: FileFacts): Decoded {
  if (bytes.length > maxArticleBytes) {
    const size = (bytes.length / 1e6).toFixed(1);
    return failure(
      `has ${size} MB, and no more than ${maxArticleBytes / 1e6} MB are read; cut it to the part you quote.`,
    );
  }
  const format = foreignFormat(bytes, facts.name);
  if (format !== undefined) return cannotReadYet(format);
  const decoded = decodeText(bytes, facts.encoding);
  if ('failure' in decoded) return decoded;
  if (isHtml(decoded.text, facts.name)) return cannotReadYet('an HTML page');
  if (decoded.text.includes('\0')) return binary();
  if (decoded.text.trim() === '') return failure('holds no text, so nothing can be checked against it.');
  return decoded;
}

function decodeText(bytes: Uint8Array, declared: string | undefined): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return strictly(bytes, marked) ?? failure(damaged(marked));
  if (declared !== undefined && !isKnown(declared)) {
    return failure(
      `declares the encoding "${declared}", which is not known; write one such as utf-8, gb18030 or windows-1252.`,
    );
  }
  const isWide = declared !== undefined && new TextDecoder(declared).encoding.startsWith('utf-16');
  if (!isWide) {
    if (bytes.includes(0)) return binary();
    const text = strictly(bytes, 'utf-8');
    if (text !== undefined) return text;
  }
  if (declared === undefined) {
    return failure(
      'is not UTF-8 text; say how it is encoded with "encoding:" (gb18030, windows-1252, …), or save it as UTF-8.',
    );
  }
  return strictly(bytes, declared) ?? failure(damaged(declared));
}

const damaged = (encoding: string): string =>
  `is not valid ${encoding} text; correct its "encoding:", or save the file as UTF-8.`;

/** The text in an encoding without a single wrong byte; undefined where there is one. */
function strictly(bytes: Uint8Array, label: string): { readonly text: string; readonly encoding: string } | undefined {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    if (error instanceof TypeError) return undefined; // what the Encoding Standard throws for a wrong byte
    throw error;
  }
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false; // what the Encoding Standard throws for a wrong label
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

const failure = (message: string): Decoded => ({ failure: { rule: 'source/unreadable', message } });

const binary = (): Decoded =>
  failure('is no text file; save the text of the article as a .txt file in UTF-8, and name that file.');

const cannotReadYet = (format: string): Decoded =>
  failure(`is ${format}, which cannot be read yet; save its text as a .txt file, and name that file.`);
