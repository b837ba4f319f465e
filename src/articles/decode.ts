import type { ArticleFailure } from './article.ts';
import { decodeText, type EncodedText } from './encoding.ts';

/** Larger files are refused: no article is so long, and reading one would take seconds. */
export const maxArticleBytes = 20_000_000;

/** UTF-16 units of the text of an article; a packed file may hold more than it seems. */
export const maxTextLength = 20_000_000;

/** What is known of a file besides its bytes. */
export interface FileFacts {
  /** Its name or path, by whose ending some formats are known. */
  readonly name: string;
  /** The encoding that the record declares, a label of the WHATWG Encoding Standard. */
  readonly encoding?: string;
}

export type Decoded = EncodedText | { readonly failure: ArticleFailure };

/** Why a file is not even looked at: the end of a sentence. */
export function tooLarge(bytes: Uint8Array): string | undefined {
  if (bytes.length <= maxArticleBytes) return undefined;
  const size = (bytes.length / 1e6).toFixed(1);
  return `has ${size} MB, and no more than ${maxArticleBytes / 1e6} MB are read; cut it to the part you quote.`;
}

/** The text of a plain text file; what is none fails with a sentence that says what to do. */
export function decode(bytes: Uint8Array, { encoding }: Pick<FileFacts, 'encoding'>): Decoded {
  const decoded = decodeText(bytes, encoding);
  if ('failure' in decoded) return unreadable(decoded.failure);
  return decoded.text.trim() === '' ? unreadable('holds no text, so nothing can be checked against it.') : decoded;
}

export const unreadable = (message: string): { readonly failure: ArticleFailure } => ({
  failure: { rule: 'source/unreadable', message },
});
