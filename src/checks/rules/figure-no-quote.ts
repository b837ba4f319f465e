import { bears } from '../assess.ts';
import { insertedQuote } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { shortestQuote } from '../shortest-quote.ts';
import { claimText, shown } from '../wording.ts';

/** The number stands in the source, but the record does not quote the words. The fix does. */
export const figureNoQuote: Rule = {
  id: 'figure/no-quote',
  severity: 'info',
  title: 'supported, but without a quote',
  figureEvidence(figure, evidence, { record }) {
    const { passage, best } = evidence;
    if (passage.kind !== 'whole' || !best || !bears(evidence)) return [];
    const quote = shortestQuote(passage.article, best.quantity);
    const { start, end } = figure.value;
    // A piece of the list `evidence` has a mapping of its own; else the quote belongs to the figure.
    const own = evidence.evidence;
    const isListed = own.source !== undefined && own.start < own.source.start;
    const place = { text: record.text, mapping: isListed ? own : figure };
    const after = (isListed ? own.source : figure.unit) ?? figure.value;
    return [
      {
        start,
        end,
        message: `The source gives ${claimText(figure)}, but the record does not quote it; add the quote “${shown(quote)}”.`,
        expected: quote,
        found: 'no quote',
        related: [placeIn(passage.state, best.quantity)],
        fix: insertedQuote(place, after, quote, 'Add the quote'),
      },
    ];
  },
};
