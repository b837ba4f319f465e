import type { About } from './about.ts';
import type { ArticleView } from './article.ts';
import type { FileFacts } from './decode.ts';

/** The text of a file and how it lies in it. */
export interface FormatText {
  readonly text: string;
  readonly view: ArticleView;
}

/** The text, or why there is none: the end of the sentence *The source "x" …*, in a person's words. */
export type FormatReading = FormatText | { readonly failure: string };

/** What a reader may ask for beside the bytes. */
export interface ReaderFacts extends FileFacts {
  /** Bytes of a character map of Adobe's (`UniGB-UCS2-H`), by which some Chinese fonts in PDF files are read. */
  readonly characterMap: (name: string) => Promise<Uint8Array | undefined>;
}

export type FormatReader = (bytes: Uint8Array, facts: ReaderFacts) => FormatReading | Promise<FormatReading>;

/** What a file of such a format says of itself. */
export type Describer = (bytes: Uint8Array, facts: FileFacts) => About | Promise<About>;
