/** An article as the makers of mutants look at it, each view made once. */
import type { Article } from '../../src/articles/article.ts';
import { sentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';
import { type PlainNumber, plainNumbers } from './plain-numbers.ts';

export class PlainArticle {
  /** Primary tag. */
  readonly language: string;
  private readonly views: {
    numbers?: readonly PlainNumber[];
    words?: readonly string[];
    paragraphs?: readonly string[];
  } = {};

  constructor(readonly article: Article) {
    this.language = article.language.split('-')[0] ?? 'und';
  }

  get text(): string {
    return this.article.text;
  }

  /** Every number that plainly stands in it. */
  get numbers(): readonly PlainNumber[] {
    this.views.numbers ??= plainNumbers(this.text, this.language);
    return this.views.numbers;
  }

  get words(): readonly string[] {
    this.views.words ??= wordsOf(this.text, this.language).map(({ start, end }) => this.text.slice(start, end));
    return this.views.words;
  }

  /** Its paragraphs without what never counts as a difference. */
  get paragraphs(): readonly string[] {
    this.views.paragraphs ??= this.text.split(/\n{2,}/).map(plainText);
    return this.views.paragraphs;
  }
}

/** Sentences that can be quoted: no headings, no tables. */
export const quotable = (text: string): readonly string[] =>
  [...sentences(text)].flatMap(({ start, end }) =>
    end - start >= 12 && end - start <= 400 ? [text.slice(start, end).replace(/\s+/gu, ' ')] : [],
  );

/** Words and numbers without the signs around them. */
export function wordsOf(text: string, language: string): readonly Span[] {
  if (language === 'zh') {
    const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
    return segments.flatMap(({ segment, index, isWordLike }) =>
      isWordLike ? [{ start: index, end: index + segment.length }] : [],
    );
  }
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Without what never counts as a difference: white space, quotation marks, dashes, apostrophes, case. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'‘’“”„«»「」『』`´\-‐‑–—]+/gu, ' ')
    .trim();
