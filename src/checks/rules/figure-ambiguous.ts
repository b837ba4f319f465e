import { bears } from '../assess.ts';
import { supports } from '../candidate.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { claimText } from '../wording.ts';

/** There is no quote, and the number stands in several places of the source for different things. */
export const figureAmbiguous: Rule = {
  id: 'figure/ambiguous',
  severity: 'warning',
  verdict: 'unchecked',
  title: 'the number stands in several places for different things',
  figureEvidence(figure, evidence) {
    const { passage, best, places } = evidence;
    if (passage.kind !== 'whole' || !best || !supports(best) || bears(evidence)) return [];
    const { start, end } = figure.value;
    return [
      {
        start,
        end,
        message: `${claimText(figure)} stands in ${places.length} places of “${passage.state.source.id.value}”, perhaps for different things; add the quote that is meant.`,
        expected: 'a quote',
        found: 'no quote',
        related: places.slice(0, 10).map(({ quantity }) => placeIn(passage.state, quantity)),
      },
    ];
  },
};
