import type { Span } from '../text/span.ts';

/** What an edit replaces and what it writes; `title` says it to a person in one short phrase. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly (Span & { readonly newText: string })[];
  /**
   * Whether it may be taken without a person looking at it: only where what is written is read in this way already, so that
   * the fix changes the spelling and never what the file says. A number of an article is never taken over so.
   */
  readonly safe: boolean;
}

/** What reading a record, a registry or a configuration has to complain about, in a person's words. */
export interface Problem extends Span {
  readonly rule: 'yaml/syntax' | 'record/schema';
  /** Only where the default of the rule does not fit: a comment inside a quote is a warning, a spelling an info. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** One plain sentence that says what is wrong and what to do. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly fix?: Fix;
}
