/**
 * The passage of an article that is most like a quote which does not stand there. Nearness locates a passage for a
 * person to look at; it never supports a claim, for a quote may be right but for the one digit that matters.
 */
import { type Alignment, align, weightOf } from './align.ts';
import { piecesOf } from './elision.ts';
import { type FoldedText, fold } from './fold.ts';
import { binWidth, likelyOffsets } from './locate.ts';
import { paragraphAt } from './paragraphs.ts';
import { occurrences } from './search.ts';
import type { Span } from './span.ts';
import { type Words, wordAt, wordsOf } from './words.ts';

/** One stretch of words in which quote and article differ. */
export interface Difference {
  /** `missing`: the article has not got these words of the quote; `added`: the quote has not got these of the article. */
  readonly kind: 'changed' | 'missing' | 'added';
  /** The quote's own words; empty where it has none. */
  readonly quoted: string;
  /** The article's own words; empty where it has none. */
  readonly printed: string;
  /** Where they are printed in the article; empty where they would be. */
  readonly span: Span;
}

export interface NearPassage {
  readonly span: Span;
  /** For a quote with elisions the passage of each piece that is found, else the span alone. */
  readonly pieces: readonly Span[];
  /** Share of the quote's words that the passage has: 1 where all are the same, words that are alike count in part. */
  readonly similarity: number;
  /** In the order of the quote. */
  readonly differences: readonly Difference[];
}

/** From this similarity on a quote is nearly in the source: about one word in four may differ. */
export const inexactFrom = 0.75;

/** Below this a passage has no more than frequent words in common with the quote, and is not worth showing. */
const nearFrom = 0.4;

/** From this similarity on no other candidate is tried. */
const goodEnough = 0.9;

/** Of a longer quote so many words around the first difference are aligned. */
const mostWords = 500;

/** Words before the first difference that are aligned too, so that the passage is known by them. */
const headStart = mostWords >> 1;

/** The passage most like the quote; undefined where none is. Linear in the lengths of both. */
export function nearestPassage(article: FoldedText, quote: string): NearPassage | undefined {
  const quoted = piecesOf(quote).map((piece) => pieceOf(article, piece));
  const words = wordsOf(article.folded);
  const longest = quoted.reduce((best, piece, at) => (piece.weight > (quoted[best]?.weight ?? 0) ? at : best), 0);
  const first = quoted[longest] && locate(article, words, quoted[longest], 0, words.count);
  if (first === undefined) return undefined;
  const found = new Array<Found | undefined>(quoted.length);
  found[longest] = first;
  const paragraph = paragraphAt(article.original, article.toOriginal(first.start, first.end).start);
  let to = first.from;
  for (let at = longest - 1; at >= 0; at -= 1) {
    found[at] = locate(article, words, quoted[at] as Piece, wordBehind(article, words, paragraph.start), to);
    to = found[at]?.from ?? to;
  }
  let from = first.to;
  for (let at = longest + 1; at < quoted.length; at += 1) {
    found[at] = locate(article, words, quoted[at] as Piece, from, wordBehind(article, words, paragraph.end));
    from = found[at]?.to ?? from;
  }
  return passageOf(article, quoted, found);
}

/** A piece of the quote, cut to what is aligned. */
interface Piece {
  readonly text: FoldedText;
  readonly words: Words;
  /** Offset of the words' text in the folded piece. */
  readonly shift: number;
  readonly weight: number;
}

/** A piece found in the article: places in the folded text, and indices of words. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly differences: readonly Difference[];
}

function pieceOf(article: FoldedText, piece: string): Piece {
  const text = fold(piece);
  let words = wordsOf(text.folded);
  let shift = 0;
  if (words.count > mostWords) {
    shift = words.bounds[2 * Math.max(0, sameWords(article.folded, words) - headStart)] as number;
    words = wordsOf(text.folded.slice(shift), mostWords);
  }
  let weight = 0;
  for (let at = 0; at < words.count; at += 1) weight += weightOf(wordAt(words, at));
  return { text, words, shift, weight };
}

/** How many words the quote's longest beginning has that stands in the article; by bisection. */
function sameWords(article: string, quote: Words): number {
  let low = 0;
  let high = quote.count;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const beginning = quote.text.slice(0, quote.bounds[2 * middle - 1]);
    if (beginning.length > article.length || occurrences(article, beginning).next().done === true) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** The best place of a piece among the article's words [from, to); undefined where none is near. */
function locate(article: FoldedText, words: Words, piece: Piece, from: number, to: number): Found | undefined {
  const { count } = piece.words;
  if (count === 0 || to <= from) return undefined;
  const slack = Math.max(4, Math.min(32, count >> 2));
  const band = 2 * (binWidth(count) + slack);
  const quoted = list(piece.words, 0, count);
  let best: { readonly alignment: Alignment; readonly start: number } | undefined;
  for (const offset of likelyOffsets(words, piece.words, from, to)) {
    const start = offset - slack;
    const stretch = list(words, start, start + count + band, from, to);
    const alignment = align(quoted, stretch, band);
    if (best === undefined || alignment.cost < best.alignment.cost) best = { alignment, start };
    if (1 - alignment.cost / piece.weight >= goodEnough) break;
  }
  if (best === undefined || 1 - best.alignment.cost / piece.weight < nearFrom) return undefined;
  return foundAt(article, words, piece, best.alignment, best.start);
}

/** Words [start, end) as strings, undefined outside of [from, to). */
function list(words: Words, start: number, end: number): string[];
function list(words: Words, start: number, end: number, from: number, to: number): (string | undefined)[];
function list(words: Words, start: number, end: number, from = start, to = end): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (let at = start; at < end && at < to; at += 1) texts.push(at < from ? undefined : wordAt(words, at));
  return texts;
}

function foundAt(
  article: FoldedText,
  words: Words,
  piece: Piece,
  alignment: Alignment,
  offset: number,
): Found | undefined {
  const printed = alignment.steps.flatMap((step) => (step.printed === undefined ? [] : [step.printed + offset]));
  const from = printed[0];
  const last = printed.at(-1);
  if (from === undefined || last === undefined || !alignment.steps.some((step) => step.isEqual)) return undefined;
  const differences: Difference[] = [];
  let place = words.bounds[2 * from] as number;
  for (let at = 0; at < alignment.steps.length; ) {
    const quotedRun: number[] = [];
    const printedRun: number[] = [];
    for (; at < alignment.steps.length; at += 1) {
      const step = alignment.steps[at];
      if (step === undefined || step.isEqual) break;
      if (step.quoted !== undefined) quotedRun.push(step.quoted);
      if (step.printed !== undefined) printedRun.push(step.printed + offset);
    }
    if (quotedRun.length + printedRun.length > 0) {
      differences.push(difference(article, words, piece, quotedRun, printedRun, place));
    }
    const equal = alignment.steps[at]?.printed;
    const end = equal === undefined ? printedRun.at(-1) : equal + offset;
    if (end !== undefined) place = words.bounds[2 * end + 1] as number;
    at += 1;
  }
  const start = words.bounds[2 * from] as number;
  return { start, end: words.bounds[2 * last + 1] as number, from, to: last + 1, cost: alignment.cost, differences };
}

function difference(
  article: FoldedText,
  words: Words,
  piece: Piece,
  quotedRun: readonly number[],
  printedRun: readonly number[],
  place: number,
): Difference {
  const quotedSpan = hull(piece.text, piece.words, quotedRun, piece.shift);
  const after = article.toOriginal(Math.max(0, place - 1), place).end;
  const span = hull(article, words, printedRun, 0) ?? { start: after, end: after };
  return {
    kind: quotedSpan === undefined ? 'added' : printedRun.length === 0 ? 'missing' : 'changed',
    quoted: quotedSpan === undefined ? '' : piece.text.original.slice(quotedSpan.start, quotedSpan.end),
    printed: article.original.slice(span.start, span.end),
    span,
  };
}

/** From the first to the last of some words, in the original. */
function hull(text: FoldedText, words: Words, run: readonly number[], shift: number): Span | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return text.toOriginal((words.bounds[2 * first] as number) + shift, (words.bounds[2 * last + 1] as number) + shift);
}

/** Index of the first word that begins at or behind an offset of the original. */
function wordBehind(article: FoldedText, words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = words.bounds[2 * middle] as number;
    if (article.toOriginal(start, start).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function passageOf(
  article: FoldedText,
  quoted: readonly Piece[],
  found: readonly (Found | undefined)[],
): NearPassage | undefined {
  const pieces: Span[] = [];
  const differences: Difference[] = [];
  let cost = 0;
  let weight = 0;
  quoted.forEach((piece, at) => {
    const place = found[at];
    weight += piece.weight;
    cost += place?.cost ?? piece.weight;
    if (place !== undefined) {
      pieces.push(article.toOriginal(place.start, place.end));
      differences.push(...place.differences);
      return;
    }
    const near = pieces.at(-1)?.end ?? startOf(article, found);
    differences.push({
      kind: 'missing',
      quoted: piece.text.original.trim(),
      printed: '',
      span: { start: near, end: near },
    });
  });
  const similarity = Math.max(0, 1 - cost / weight);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || similarity < nearFrom) return undefined;
  return { span: { start: first.start, end: last.end }, pieces, similarity, differences };
}

/** Where the first piece that is found begins. */
function startOf(article: FoldedText, found: readonly (Found | undefined)[]): number {
  const place = found.find((piece) => piece !== undefined);
  return place === undefined ? 0 : article.toOriginal(place.start, place.end).start;
}
