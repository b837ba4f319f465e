import type { Article } from '../../articles/article.ts';
import { isKnownUnit, nearestNoun, printedUnit, type UnitOptions, unitsAgree } from '../../quantities/agreement.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { sentenceAt } from '../../text/sentences.ts';
import { fits } from '../candidate.ts';
import { replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { quantityWords, thingOf } from '../wording.ts';

/** A noun is none that the table knows, or the source prints no unit at all, so the two were not compared. */
export const figureUnitUnknown: Rule = {
  id: 'figure/unit-unknown',
  severity: 'info',
  title: 'the noun or unit is not known, so it was not compared',
  figureEvidence(figure, { passage, best }, { input }) {
    if (!figure.unit || !best || !fits(best) || best.unit !== 'unknown') return [];
    if (passage.kind !== 'quoted' && passage.kind !== 'whole') return [];
    const { value: unit, start, end } = figure.unit;
    const isKnown = isKnownUnit(unit, input.units);
    if (!isKnown && !isNoun(unit)) return [];
    const meant = isKnown ? undefined : nearestNoun(unit, input.units);
    const thing = thingOf(best.quantity);
    if (thing === undefined && carriesOver(passage.article, best.quantity, unit, input.units)) return [];
    const words = quantityWords(passage.article, best.quantity);
    const printed = printedUnit(best.quantity);
    return [
      {
        start,
        end,
        message: isKnown
          ? thing === undefined
            ? `The source says “${words}” without a unit, so “${unit}” was not compared.`
            : printed !== undefined
              ? `The source says “${words}” (${printed}), which was not compared with “${unit}”.`
              : `The source says “${words}”; what it counts is not a known noun, so it was not compared with “${unit}”.`
          : `“${unit}” is not a known noun, so it was not compared with “${words}”${meant ? `; did you mean “${meant}”?` : '.'}`,
        found: unit,
        ...(thing !== undefined && { expected: thing }),
        related: [placeIn(passage.state, best.quantity)],
        ...(meant !== undefined && { fix: replacement(figure.unit, meant, `Write “${meant}”`) }),
      },
    ];
  },
};

/** *4 milliards d'euros, dont 2 milliards pour l'État*: a bare number takes the unit that stands beside it in its sentence. */
function carriesOver(article: Article, quantity: Quantity, unit: string, options: UnitOptions): boolean {
  const sentence = sentenceAt(article.text, quantity.start);
  return article
    .reading(sentence)
    .quantities.some(
      (other) =>
        other.start >= sentence.start &&
        other.end <= sentence.end &&
        other !== quantity &&
        other.unit !== undefined &&
        unitsAgree(unit, other, options) === 'agree',
    );
}

/** A word, and no symbol: a symbol that the table does not know is never a reason for a finding. */
const isNoun = (unit: string): boolean => /^\p{L}[\p{Ll}\p{Lo} '’-]{2,}$/u.test(unit) || /^\p{Lo}+$/u.test(unit);
