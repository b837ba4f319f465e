import type { Reading } from '../quantities/quantity.ts';
import { fold } from '../text/fold.ts';
import type { ArticleResult, Opening } from './article.ts';
import { decode, type FileFacts } from './decode.ts';
import { type FrequentWords, tellLanguage } from './language.ts';

/** What a record says of a source's file. */
export interface SourceFacts extends FileFacts {
  /** BCP 47; told from the text where it is left out. */
  readonly language?: string;
}

/** What reading an article takes, so that tests and browsers may bring their own. */
export interface ArticleReaders {
  /** Lower-case hexadecimal digest of the bytes. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** What the recogniser reads in a text of the language with this tag. */
  readonly recognise: (text: string, language: string) => Reading;
  readonly tables: readonly FrequentWords[];
}

/**
 * Opens the bytes of a file as an article. Hash, reading and folding are made when they are first asked for. What a file
 * holds never throws and never rejects: it is told as a failure.
 */
export function openArticle(bytes: Uint8Array, facts: SourceFacts, readers: ArticleReaders): Opening {
  const decoded = decode(bytes, facts);
  return 'failure' in decoded ? decoded : articleOf(decoded.text, bytes, facts, readers);
}

function articleOf(text: string, bytes: Uint8Array, facts: SourceFacts, readers: ArticleReaders): ArticleResult {
  const language = primarySubtag(facts.language) ?? tellLanguage(text, readers.tables);
  return {
    article: {
      text,
      language,
      sha256: once(() => readers.sha256(bytes)),
      reading: once(() => readers.recognise(text, language)),
      folded: once(() => fold(text)),
    },
  };
}

/** `zh-Hans-CN` → `zh`; undefined where nothing is declared. */
function primarySubtag(tag: string | undefined): string | undefined {
  const [primary] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  return primary === '' || primary === 'und' ? undefined : primary;
}

/** Makes a value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
