import type { Article } from '../../src/articles/article.ts';
import type { Source } from '../../src/records/model.ts';
import { PlainArticle, quotable } from './plain-article.ts';
import type { Sample } from './samples.ts';

/** The articles of all samples, each looked at once. */
export class Library {
  private readonly plain = new Map<Article, PlainArticle>();
  private readonly sentences = new Map<string, readonly string[]>();

  constructor(private readonly samples: readonly Sample[]) {}

  article(sample: Sample, source: Source): PlainArticle | undefined {
    const article = sample.article(source);
    if (!article) return undefined;
    const known = this.plain.get(article) ?? new PlainArticle(article);
    this.plain.set(article, known);
    return known;
  }

  /** Sentences of articles that the sample does not name, in its languages where there are such. */
  sentencesElsewhere(sample: Sample): readonly string[] {
    const own = this.articlesOf(sample);
    const languages = new Set(own.map(({ language }) => language));
    const texts = new Set(own.map(({ text }) => text));
    const others = this.samples.flatMap((other) => this.articlesOf(other)).filter(({ text }) => !texts.has(text));
    const alike = others.filter(({ language }) => languages.has(language));
    return [...new Set((alike.length > 0 ? alike : others).flatMap(({ text }) => this.sentencesOf(text)))];
  }

  private articlesOf(sample: Sample): readonly PlainArticle[] {
    return sample.record.sources.flatMap((source) => this.article(sample, source) ?? []);
  }

  private sentencesOf(text: string): readonly string[] {
    const known = this.sentences.get(text) ?? quotable(text);
    this.sentences.set(text, known);
    return known;
  }
}
