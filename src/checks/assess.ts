import type { Article } from '../articles/article.ts';
import type { UnitOptions } from '../quantities/agreement.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Evidence, FigureClaim } from '../records/model.ts';
import type { QuoteMatch } from '../text/quote.ts';
import type { Span } from '../text/span.ts';
import { type Candidate, compare, fits, supports } from './candidate.ts';
import type { CheckContext } from './context.ts';
import { cutNegation } from './cut-negation.ts';
import { locate, type Passage } from './locate.ts';
import type { NumberIndex } from './number-index.ts';
import { differentThings, readDifferently } from './same-thing.ts';
import { quantitiesWithin } from './within.ts';

/** What one piece of evidence says of a figure. Made once; every rule reads it. */
export interface FigureEvidence {
  readonly evidence: Evidence;
  readonly passage: Passage;
  /** The occurrence of the quote that fits best. */
  readonly match?: QuoteMatch;
  /** The quantities that it may be about, best first; without a quote those alone that fit, and the nearest else. */
  readonly candidates: readonly Candidate[];
  readonly best?: Candidate;
  /** The best candidate of every occurrence of the quote, or every place that fits as well where there is no quote. */
  readonly places: readonly Candidate[];
  /** The negation that the quote cuts off. */
  readonly cutNegation?: Span;
  /** The occurrences of the quote are read differently, or the places where the number stands are about different things. */
  readonly ambiguous: boolean;
}

/** Compares a figure with what one piece of evidence points to. */
export function assessFigure(
  figure: FigureClaim,
  evidence: Evidence,
  { sources, numbersIn, input: { units } }: CheckContext,
): FigureEvidence {
  const passage = locate(evidence, sources);
  switch (passage.kind) {
    case 'nothing':
    case 'lost':
      return { evidence, passage, ...nothing };
    case 'near':
      return {
        evidence,
        passage,
        ...nothing,
        ...ranked(figure, quantitiesOf(passage, passage.nearest.pieces), passage.article, units),
      };
    case 'whole':
      return { evidence, passage, ...nothing, ...searched(figure, passage, numbersIn(passage.state), units) };
    case 'quoted':
      return quoted(figure, evidence, passage, units);
  }
}

const nothing = { candidates: [], places: [], ambiguous: false } as const;

type Readable = Exclude<Passage, { kind: 'nothing' }>;

const quantitiesOf = (passage: Readable, pieces: readonly Span[]): readonly Quantity[] =>
  quantitiesWithin(passage.article, pieces).filter(({ kind }) => kind !== 'date');

/** The quantities of a quote; those of which it cuts off a negation bear nothing out. */
const undenied = (passage: Readable, pieces: readonly Span[]): readonly Quantity[] =>
  quantitiesOf(passage, pieces).map((quantity) =>
    quantity.denied || !cutNegation(passage.article, pieces, quantity) ? quantity : { ...quantity, denied: true },
  );

/** Whether a quantity is denied by the quote alone. */
const isCut = ({ denied, start }: Quantity, read: readonly Quantity[]): boolean =>
  denied === true && !read.some((quantity) => quantity.denied && quantity.start === start);

function ranked(
  figure: FigureClaim,
  quantities: readonly Quantity[],
  { text }: Article,
  options: UnitOptions,
): Pick<FigureEvidence, 'candidates' | 'best'> {
  const candidates = quantities.map((quantity) => compare(figure, withMinus(figure, quantity, text), options));
  if (candidates.length > 1) candidates.sort((a, b) => b.score - a.score || a.quantity.start - b.quantity.start);
  const [best] = candidates;
  return best ? { candidates, best } : { candidates };
}

/** A number is read as its magnitude; beside a negative claim a minus sign printed before it says what a word of decrease does. */
function withMinus({ value: { value } }: FigureClaim, quantity: Quantity, text: string): Quantity {
  const claimed = value.kind === 'number' ? value.number.value : value.min.value;
  if (
    claimed.sign() >= 0 ||
    !/(?:(?:^|[\s(])[-−–]|\([-−–]\s)$/.test(text.slice(Math.max(0, quantity.start - 3), quantity.start))
  )
    return quantity;
  return { ...quantity, change: 'decrease' };
}

/** Every occurrence is read for itself; the one that fits best counts, and whether the others read the same is kept. */
function quoted(
  figure: FigureClaim,
  evidence: Evidence,
  passage: Extract<Passage, { kind: 'quoted' }>,
  options: UnitOptions,
): FigureEvidence {
  let chosen: (Pick<FigureEvidence, 'candidates' | 'best'> & { readonly match: QuoteMatch }) | undefined;
  const places: Candidate[] = [];
  for (const match of passage.matches) {
    const { candidates, best } = ranked(figure, undenied(passage, match.pieces), passage.article, options);
    if (best) places.push(best);
    if (chosen && scoreOf({ best }) <= scoreOf(chosen)) continue;
    chosen = best ? { match, candidates, best } : { match, candidates };
  }
  if (!chosen) return { evidence, passage, ...nothing };
  const { match, candidates, best } = chosen;
  const ambiguous = places.length > 1 && readDifferently(places.map(({ quantity }) => quantity));
  const cut =
    best &&
    isCut(best.quantity, quantitiesOf(passage, match.pieces)) &&
    cutNegation(passage.article, match.pieces, best.quantity);
  return best
    ? { evidence, passage, match, candidates, best, places, ambiguous, ...(cut && { cutNegation: cut }) }
    : { evidence, passage, match, candidates, places, ambiguous };
}

const scoreOf = ({ best }: { readonly best?: Candidate | undefined }): number => best?.score ?? -1;

/** In more places nobody would look for the one that is meant. */
const maxPlaces = 100;

/**
 * Without a quote the number is looked for in the whole article. Of the places that fit, only those count that fit as
 * well as the best by unit and qualifier: a record that says *companies* is not about the years of the same number.
 */
function searched(
  figure: FigureClaim,
  passage: Extract<Passage, { kind: 'whole' }>,
  index: NumberIndex,
  options: UnitOptions,
): Partial<FigureEvidence> {
  const { candidates, best } = ranked(figure, index.likely(figure), passage.article, options);
  if (!best || !fits(best)) {
    const closest =
      best && best.value !== 'other' ? best : ranked(figure, index.near(figure), passage.article, options).best;
    return closest ? { candidates: [closest], best: closest } : {};
  }
  const places = candidates.filter(
    (other) =>
      fits(other) && other.unit === best.unit && other.explicit === best.explicit && other.qualifier === best.qualifier,
  );
  const quantities = places.map(({ quantity }) => quantity);
  const ambiguous = places.length > maxPlaces || differentThings(passage.article, quantities);
  return { candidates: places, best, places, ambiguous };
}

/** Whether this evidence bears the claim out: the words stand there, and nothing in them speaks against it. */
export const bears = ({ passage, best, ambiguous }: FigureEvidence): boolean =>
  best !== undefined && supports(best) && (passage.kind === 'quoted' || (passage.kind === 'whole' && !ambiguous));
