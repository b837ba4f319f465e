import { nearestNoun } from '../../quantities/agreement.ts';
import { fits } from '../candidate.ts';
import { replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { quantityWords, thingOf } from '../wording.ts';

/** The record's noun is none that the table knows, so it was not compared. */
export const figureUnitUnknown: Rule = {
  id: 'figure/unit-unknown',
  severity: 'info',
  title: 'the noun is not known, so it was not compared',
  figureEvidence(figure, { passage, best }, { input }) {
    if (!figure.unit || !best || !fits(best) || best.unit !== 'unknown') return [];
    if (passage.kind !== 'quoted' && passage.kind !== 'whole') return [];
    const { value: unit, start, end } = figure.unit;
    const known = nearestNoun(unit, input.units);
    const thing = thingOf(best.quantity);
    return [
      {
        start,
        end,
        message: `“${unit}” is not a known noun, so it was not compared with “${quantityWords(passage.article, best.quantity)}”${known ? `; did you mean “${known}”?` : '.'}`,
        found: unit,
        ...(thing !== undefined && { expected: thing }),
        related: [placeIn(passage.state, best.quantity)],
        ...(known !== undefined && { fix: replacement(figure.unit, known, `Write “${known}”`) }),
      },
    ];
  },
};
