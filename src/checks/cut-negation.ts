import type { Article } from '../articles/article.ts';
import { negationBefore, negationClosing, negationOpening } from '../quantities/negations.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { builtInLexicon } from '../quantities/recognise.ts';
import { sentenceAt } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';

/**
 * The negation that a quote cuts off, so that its words say the opposite of the article's: the one right before a piece
 * (*will not* ‹create 5,000 jobs›), at the start of what is left out between two (*schafft* […] *300 Stellen*), or with which
 * the clause ends right behind the quote (‹schafft die 300 Stellen› *nicht*). Only that of the piece in which the number
 * stands counts, and none that belongs to its qualifier (*not more than 300*).
 */
export function cutNegation(
  { text, language }: Article,
  pieces: readonly Span[],
  quantity: Pick<Quantity, 'number' | 'digits' | 'qualifierSpan'>,
): Span | undefined {
  const index = pieces.findIndex((piece) => contains(piece, quantity.number) || contains(piece, quantity.digits));
  const piece = pieces[index];
  if (!piece) return undefined;
  const lexicon = builtInLexicon(language);
  const sentence = sentenceAt(text, piece.start);
  const before = pieces[index - 1];
  const found =
    (piece.start > sentence.start ? negationBefore(text, piece.start, lexicon) : undefined) ??
    (before && negationOpening(text, before.end, piece.start, lexicon)) ??
    (index === pieces.length - 1 ? negationClosing(text, piece.end, lexicon) : undefined);
  if (!found || found.start < sentence.start) return undefined;
  return quantity.qualifierSpan && quantity.qualifierSpan.start <= found.start ? undefined : found;
}
