import type { Article } from '../../articles/article.ts';
import { NumberIndex } from '../../checks/number-index.ts';
import { shortestQuote } from '../../checks/shortest-quote.ts';
import { shown, sliceOf } from '../../checks/wording.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Configuration } from '../../records/configuration.ts';
import { sentenceAt } from '../../text/sentences.ts';
import { passage } from '../markdown.ts';

/** What is shown of a number of an article, each part made when it is first asked for. */
export class NumberWords {
  private madeQuote: string | undefined;
  private madeExcerpt: string | undefined;
  private madePassage: string | undefined;

  constructor(
    private readonly article: Article,
    private readonly quantity: Quantity,
  ) {}

  /** The shortest words that a record can quote it by. */
  get quote(): string {
    this.madeQuote ??= shortestQuote(this.article, this.quantity);
    return this.madeQuote;
  }

  /** The words around it on one line. */
  get excerpt(): string {
    this.madeExcerpt ??= excerptOf(this.article, this.quantity);
    return this.madeExcerpt;
  }

  /** Its whole sentence as Markdown, the number in bold. */
  get passage(): string {
    this.madePassage ??= passageOf(this.article, this.quantity);
    return this.madePassage;
  }
}

/** What completion knows of the articles of a repository, kept as long as they are: it is asked again at every key. */
export class KnownNumbers {
  private readonly words = new WeakMap<Quantity, NumberWords>();
  private readonly indexes = new WeakMap<Article, NumberIndex>();

  wordsOf(article: Article, quantity: Quantity): NumberWords {
    const words = this.words.get(quantity) ?? new NumberWords(article, quantity);
    this.words.set(quantity, words);
    return words;
  }

  /** `units` are those that the article was opened with: other ones open it anew. */
  indexOf(article: Article, units: Configuration): NumberIndex {
    const index = this.indexes.get(article) ?? new NumberIndex(article.reading().quantities, units);
    this.indexes.set(article, index);
    return index;
  }
}

function excerptOf(article: Article, quantity: Quantity): string {
  const sentence = sentenceAt(article.text, quantity.start);
  const start = Math.max(sentence.start, quantity.start - 50);
  const end = Math.min(Math.max(sentence.end, quantity.end), quantity.end + 70);
  const cut = sliceOf(article, { start, end });
  return shown(`${start > sentence.start ? '…' : ''}${cut}${end < sentence.end ? '…' : ''}`);
}

/** Most of a sentence that is shown on one side of its number. */
const longestSide = 300;

function passageOf({ text }: Article, quantity: Quantity): string {
  const sentence = sentenceAt(text, quantity.start);
  const around = {
    start: Math.max(Math.min(sentence.start, quantity.start), quantity.start - longestSide),
    end: Math.min(Math.max(sentence.end, quantity.end), quantity.end + longestSide),
  };
  return passage(text, around, [quantity]);
}
