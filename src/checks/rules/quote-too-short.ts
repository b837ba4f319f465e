import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { maxOccurrences } from '../search-quote.ts';
import { quantityWords } from '../wording.ts';

/** The quote stands in several places of the source that read differently. */
export const quoteTooShort: Rule = {
  id: 'quote/too-short',
  severity: 'warning',
  title: 'the quote stands in several places that read differently',
  figureEvidence(_figure, { evidence, passage, places, ambiguous }) {
    if (passage.kind !== 'quoted' || !ambiguous || !evidence.quote) return [];
    const { start, end } = evidence.quote;
    const readings = [...new Set(places.map(({ quantity }) => quantityWords(passage.article, quantity)))];
    const shownReadings = readings.slice(0, 3).map((reading) => `“${reading}”`);
    return [
      {
        start,
        end,
        message: `The quote stands in ${countOf(passage.matches.length)} places of “${passage.state.source.id.value}” that read differently (${shownReadings.join(', ')}); quote a few words more.`,
        found: evidence.quote.value,
        related: places.slice(0, 10).map(({ quantity }) => placeIn(passage.state, quantity)),
      },
    ];
  },
};

/** More than a hundred are not looked for. */
const countOf = (places: number): string => (places < maxOccurrences ? String(places) : `${maxOccurrences} or more`);
