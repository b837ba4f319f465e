import { supports } from '../candidate.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { claimText, sliceOf } from '../wording.ts';

/** The quote holds several numbers that fit the claim equally well. */
export const quoteSeveralNumbers: Rule = {
  id: 'quote/several-numbers',
  severity: 'info',
  title: 'the quote holds several numbers that fit',
  figureEvidence(figure, { evidence, passage, best, candidates }) {
    if (passage.kind !== 'quoted' || !evidence.quote || !best || !supports(best)) return [];
    const equals = candidates.filter(
      (other) =>
        supports(other) &&
        other.unit === best.unit &&
        other.qualifier === best.qualifier &&
        other.explicit === best.explicit,
    );
    if (equals.length < 2) return [];
    const { start, end } = evidence.quote;
    const words = equals.slice(0, 4).map(({ quantity }) => `“${sliceOf(passage.article, quantity)}”`);
    return [
      {
        start,
        end,
        message: `The quote holds ${equals.length} numbers that fit ${claimText(figure)} (${words.join(', ')}); quote only the words about this one.`,
        related: equals.slice(0, 10).map(({ quantity }) => placeIn(passage.state, quantity)),
      },
    ];
  },
};
