import type { ReadText } from '../quantities/quantity.ts';
import type { FoldedText } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** An article that could be read. Reading and folding are done once, as far as they are asked for. */
export interface Article {
  readonly text: string;
  readonly view: ArticleView;
  /** BCP 47 primary subtag: declared, or told from the text; `und` where neither says. */
  readonly language: string;
  /** Lower-case hexadecimal SHA-256 of the file's bytes. */
  readonly sha256: () => string;
  /** What the recogniser reads in the text. */
  readonly reading: ReadText;
  /** The text as quotes are compared with it. */
  readonly folded: () => FoldedText;
}

/** How the text of an article lies in its file, and so what an editor opens to show a place of it. */
export type ArticleView =
  /** The file is the text: places of the one are places of the other. */
  | { readonly kind: 'text' }
  /** A marked-up file (HTML): a place of the text leads to one of the decoded file, in UTF-16 units. */
  | {
      readonly kind: 'markup';
      /** The decoded file, as an editor shows it. */
      readonly file: string;
      readonly toFile: (place: Span) => Span;
    }
  /** A laid-out file, of which an editor shows the text alone; PDF has pages, DOCX has none before it is printed. */
  | { readonly kind: 'pages'; readonly pageAt?: (offset: number) => PagePlace };

/** One-based; lines are counted from the top of the page as its text was read. */
export interface PagePlace {
  readonly page: number;
  readonly line: number;
}

/** Why an article could not be read, in a person's words; the end of the sentence *The source "x" …*. */
export interface ArticleFailure {
  readonly rule: 'source/missing' | 'source/unreadable';
  readonly message: string;
}

export type ArticleResult = { readonly article: Article } | { readonly failure: ArticleFailure };

/** Text is opened at once; a format that needs a parser of its own takes until that has been loaded and has read it. */
export type Opening = ArticleResult | Promise<ArticleResult>;
