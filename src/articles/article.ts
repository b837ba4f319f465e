import type { Reading } from '../quantities/quantity.ts';
import type { FoldedText } from '../text/fold.ts';

/** An article that could be read. Reading and folding are done once, when they are first asked for. */
export interface Article {
  readonly text: string;
  /** BCP 47 primary subtag: declared, or told from the text; `und` where neither says. */
  readonly language: string;
  /** Lower-case hexadecimal SHA-256 of the file's bytes. */
  readonly sha256: () => string;
  /** What the recogniser reads in the text. */
  readonly reading: () => Reading;
  /** The text as quotes are compared with it. */
  readonly folded: () => FoldedText;
}

/** Why an article could not be read, in a person's words; the end of the sentence *The source "x" …*. */
export interface ArticleFailure {
  readonly rule: 'source/missing' | 'source/unreadable';
  readonly message: string;
}

export type ArticleResult = { readonly article: Article } | { readonly failure: ArticleFailure };

/** Text is opened at once; a format that needs a parser of its own takes until that has been loaded and has read it. */
export type Opening = ArticleResult | Promise<ArticleResult>;
