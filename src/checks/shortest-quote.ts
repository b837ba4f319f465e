import type { Article } from '../articles/article.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { fold } from '../text/fold.ts';
import { sentenceAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** How many words a quote that a fix writes may take up around the number before it gives up being unique. */
const maxWords = 12;

/**
 * The shortest run of words around a quantity that stands in the article once: with its qualifier and noun, then word by
 * word to the right and to the left, within its sentence. Where even twelve words more stand in several places (an article
 * that prints a paragraph twice), those twelve.
 */
export function shortestQuote(article: Article, quantity: Quantity): string {
  const { text } = article;
  const sentence = sentenceAt(text, quantity.start);
  let span = whole(text, core(quantity, sentence), sentence);
  const places = new Places(article.folded().folded);
  for (let words = 0; words < maxWords && !places.isUnique(text.slice(span.start, span.end)); words += 1) {
    const wider = words % 3 === 2 ? leftward(text, span, sentence) : rightward(text, span, sentence);
    span = wider ?? leftward(text, span, sentence) ?? rightward(text, span, sentence) ?? span;
  }
  return text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim();
}

/** Number, unit, and what of qualifier and noun stands close by in the same sentence. */
function core({ start, end, qualifierSpan, nounSpan }: Quantity, sentence: Span): Span {
  const near = [qualifierSpan, nounSpan].filter(
    (span) =>
      span !== undefined &&
      span.start >= sentence.start &&
      span.end <= sentence.end &&
      span.start > start - 40 &&
      span.end < end + 60,
  );
  return {
    start: Math.min(start, ...near.map((span) => span?.start ?? start)),
    end: Math.max(end, ...near.map((span) => span?.end ?? end)),
  };
}

/** Grown to the borders of the words in which it begins and ends. */
function whole(text: string, { start, end }: Span, sentence: Span): Span {
  let from = start;
  let to = end;
  while (from > sentence.start && isWordUnit(text[from - 1]) && isSpaced(text[from - 1])) from -= 1;
  while (to < sentence.end && isWordUnit(text[to]) && isSpaced(text[to])) to += 1;
  return { start: from, end: to };
}

function rightward(text: string, { start, end }: Span, sentence: Span): Span | undefined {
  const word =
    /^[^\p{L}\p{N}]*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}|[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*)/u.exec(
      text.slice(end, Math.min(sentence.end, end + 80)),
    );
  return word ? { start, end: end + word[0].length } : undefined;
}

/** How far back a word is looked for. */
const longestStep = 80;

/** The word before a span with what stands between them; goes backward by hand, for a pattern would try every beginning. */
function leftward(text: string, { start, end }: Span, sentence: Span): Span | undefined {
  const least = Math.max(sentence.start, start - longestStep);
  let at = start;
  while (at > least && !isWordBefore(text, at)) at -= 1;
  const wordEnd = at;
  for (;;) {
    while (at > least && isWordBefore(text, at)) at -= widthBefore(text, at);
    if (at - 1 > least && /['’.,-]/.test(text[at - 1] ?? '') && isWordBefore(text, at - 1)) at -= 1;
    else break;
  }
  return at < wordEnd ? { start: Math.max(at, least), end } : undefined;
}

const widthBefore = (text: string, at: number): number => (isLowSurrogate(text.charCodeAt(at - 1)) && at > 1 ? 2 : 1);

const isWordBefore = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]$/u.test(text.slice(at - widthBefore(text, at), at));

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The places of growing words in an article, so that the article is searched once for the words that it began with. */
class Places {
  private wanted = '';
  private starts: readonly number[] = [];

  constructor(private readonly folded: string) {}

  /** Whether some words, folded, stand in one place only. */
  isUnique(words: string): boolean {
    const { folded: wanted } = fold(words.trim());
    const shift = this.wanted === '' ? -1 : wanted.indexOf(this.wanted);
    this.starts =
      shift < 0
        ? placesOf(this.folded, wanted)
        : this.starts.map((start) => start - shift).filter((start) => this.folded.startsWith(wanted, start));
    this.wanted = this.starts.length > mostPlaces ? '' : wanted;
    return this.starts.length === 1;
  }
}

/** Where words stand in more places, these are not kept: the text is searched anew when there are more words. */
const mostPlaces = 200;

function placesOf(folded: string, wanted: string): number[] {
  const starts: number[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    starts.push(at);
    if (starts.length > mostPlaces) break;
  }
  return starts;
}

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}\uD800-\uDFFF]/u.test(unit);

/** Whether words of the script of a character stand between spaces. */
const isSpaced = (unit: string | undefined): boolean =>
  unit !== undefined && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit);
