import type { Verdict } from '../checks/finding.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { overlaps, type Span } from '../text/span.ts';

/** A claim that a record makes of an article, with every place of the article that it speaks of. */
export interface ArticleClaim {
  /** Path of the record. */
  readonly record: string;
  readonly type: 'figure' | 'date';
  readonly id: string;
  /** The label of a figure, the event of a date. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly places: readonly Span[];
}

/** A passage that a record leaves unclaimed on purpose. */
export interface IgnoredPassage extends Span {
  readonly record: string;
  readonly reason?: string;
}

/** What becomes of one quantity of an article. */
export interface CoveredQuantity {
  readonly quantity: Quantity;
  readonly state: 'claimed' | 'ignored' | 'unclaimed';
  readonly claims: readonly ArticleClaim[];
  /** Why it is left out, where a record says so. */
  readonly reason?: string;
}

export interface ArticleCoverage {
  /** Every quantity that counts, in the order of the text. */
  readonly quantities: readonly CoveredQuantity[];
  readonly claimed: number;
  readonly ignored: number;
  readonly unclaimed: number;
}

/**
 * Which quantities of an article are claimed, left out on purpose, or neither. A date counts where it is claimed, and so does a
 * cut-off (*the top ten*): nobody has to claim them.
 */
export function coverageOf(
  quantities: readonly Quantity[],
  claims: readonly ArticleClaim[],
  ignored: readonly IgnoredPassage[],
): ArticleCoverage {
  const claimsAt = sweep(
    claims.flatMap((claim) => claim.places.map((place) => ({ claim, place }))),
    ({ place }) => place,
  );
  const passagesAt = sweep(ignored, (passage) => passage);
  const covered: CoveredQuantity[] = [];
  for (const quantity of quantities) {
    const own = [...new Set(claimsAt(quantity).map(({ claim }) => claim))];
    const [passage] = passagesAt(quantity);
    if (own.length === 0 && (quantity.kind === 'date' || quantity.cutoff)) continue;
    covered.push({
      quantity,
      state: own.length > 0 ? 'claimed' : passage ? 'ignored' : 'unclaimed',
      claims: own,
      ...(own.length === 0 && passage?.reason !== undefined && { reason: passage.reason }),
    });
  }
  const count = (state: CoveredQuantity['state']): number => covered.filter((one) => one.state === state).length;
  return { quantities: covered, claimed: count('claimed'), ignored: count('ignored'), unclaimed: count('unclaimed') };
}

/**
 * The share of its quantities that an article has claimed or left out on purpose, from 0 to 1; 1 where it has none. Never
 * rounded up to 1: one unclaimed number in a thousand is not full coverage.
 */
export const shareOf = ({ claimed, ignored, unclaimed }: Omit<ArticleCoverage, 'quantities'>): number =>
  unclaimed === 0 ? 1 : (claimed + ignored) / (claimed + ignored + unclaimed);

/** In whole percent, rounded down, so that 100 % means that nothing is left. */
export const percentOf = (coverage: Omit<ArticleCoverage, 'quantities'>): number =>
  Math.floor(100 * shareOf(coverage) + 1e-9);

/** For spans that are asked for in the order of the text: those of the items that share a unit with each, in one sweep. */
function sweep<T>(items: readonly T[], placeOf: (item: T) => Span): (span: Span) => T[] {
  const waiting = [...items].sort((a, b) => placeOf(a).start - placeOf(b).start);
  let next = 0;
  let open: T[] = [];
  return (span) => {
    open = open.filter((item) => placeOf(item).end > span.start);
    for (; next < waiting.length; next += 1) {
      const item = waiting[next] as T;
      if (placeOf(item).start >= span.end) break;
      if (placeOf(item).end > span.start) open.push(item);
    }
    return open.filter((item) => overlaps(placeOf(item), span));
  };
}
