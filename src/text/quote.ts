import { hasWordBorders } from './borders.ts';
import { piecesOf } from './elision.ts';
import { type FoldedText, fold } from './fold.ts';
import { hyphenated } from './hyphenated.ts';
import { paragraphEnd } from './paragraphs.ts';
import { occurrences } from './search.ts';
import type { Span } from './span.ts';

export { type Difference, inexactFrom, type NearPassage, nearestPassage } from './nearest.ts';

/** Where a quote stands in an article. */
export interface QuoteMatch extends Span {
  /** One span, or for a quote with elisions one for each of its pieces, in order. */
  readonly pieces: readonly Span[];
}

/** A quote of more pieces is taken for none: nobody elides so often. */
const mostPieces = 64;

/**
 * The places of an article at which a quote stands word for word, in order: at most `limit`.
 *
 * What `fold` folds never counts. A match begins and ends at the borders of words and numbers. The pieces of a quote
 * with elisions follow each other in one paragraph; of several ways to choose them the closest together counts, so that
 * no match holds another one. Time grows with the lengths of article and quote, not with their product.
 */
export function findQuote(article: FoldedText, quote: string, limit = 100): QuoteMatch[] {
  const pieces = piecesOf(quote);
  if (pieces.length === 0 || pieces.length > mostPieces) return [];
  const whole = take(places(article, quote), limit);
  if (whole.length > 0 || (pieces.length === 1 && pieces[0] === quote)) {
    return whole.map((span) => ({ ...span, pieces: [span] }));
  }
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) {
    return take(places(article, only), limit).map((span) => ({ ...span, pieces: [span] }));
  }
  return elided(article, pieces, limit);
}

/**
 * The pieces of an elided quote that does not stand in the article, where each of them does by itself: in several
 * paragraphs, or in another order. Undefined where one of them stands nowhere.
 */
export function scatteredPieces(article: FoldedText, quote: string): readonly Span[] | undefined {
  const pieces = piecesOf(quote);
  if (pieces.length < 2 || pieces.length > mostPieces) return undefined;
  const found = pieces.flatMap((piece) => take(places(article, piece), 1));
  return found.length === pieces.length ? found : undefined;
}

/** The places of one piece of a quote that do not overlap, in order. */
function* places(article: FoldedText, piece: string): Generator<Span, void, undefined> {
  const { folded } = fold(piece);
  if (folded === '' || folded.length > article.folded.length) return;
  let end = 0;
  for (const start of occurrences(article.folded, folded)) {
    if (start < end) continue;
    const span = article.toOriginal(start, start + folded.length);
    if (!hasWordBorders(article.original, span)) continue;
    end = start + folded.length;
    yield span;
  }
  if (end === 0) yield* hyphenated(article, folded);
}

function take<T>(values: Iterable<T>, limit: number): T[] {
  const taken: T[] = [];
  if (limit <= 0) return taken;
  for (const value of values) {
    taken.push(value);
    if (taken.length >= limit) break;
  }
  return taken;
}

/**
 * Chooses for each place of the first piece the next place of the second behind it, and so on. Places come in order, so
 * that every piece is looked for once from the beginning to the end. A choice gives way to the next one that ends no
 * later.
 */
function elided(article: FoldedText, pieces: readonly string[], limit: number): QuoteMatch[] {
  const [first, ...others] = pieces.map((piece) => new Finger(places(article, piece)));
  const matches: QuoteMatch[] = [];
  let paragraph = 0;
  for (let start = first?.from(0); start !== undefined; start = first?.from(start.end)) {
    const chosen = choose(start, others);
    if (chosen === undefined) break;
    const end = chosen.at(-1)?.end ?? start.end;
    if (start.start >= paragraph) paragraph = paragraphEnd(article.original, start.start);
    if (end > paragraph) continue;
    if (matches.at(-1)?.end === end) matches.pop();
    else if (matches.length >= limit) break;
    matches.push({ start: start.start, end, pieces: chosen });
  }
  return matches;
}

/** The nearest places of the other pieces behind `start`; undefined where one of them stands nowhere behind. */
function choose(start: Span, others: readonly Finger[]): Span[] | undefined {
  const chosen = [start];
  let { end } = start;
  for (const finger of others) {
    const place = finger.from(end);
    if (place === undefined) return undefined;
    chosen.push(place);
    end = place.end;
  }
  return chosen;
}

/** Goes along the places of one piece, forward only. */
class Finger {
  private place: Span | undefined;

  constructor(private readonly places: Generator<Span, void, undefined>) {
    this.place = places.next().value ?? undefined;
  }

  /** The first place that begins at or behind `offset`, which never grows less from call to call. */
  from(offset: number): Span | undefined {
    while (this.place !== undefined && this.place.start < offset) this.place = this.places.next().value ?? undefined;
    return this.place;
  }
}
