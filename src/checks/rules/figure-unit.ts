import { printedUnit } from '../../quantities/agreement.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { FigureClaim, PolicyRecord } from '../../records/model.ts';
import type { Fix } from '../../records/problem.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import { fits } from '../candidate.ts';
import { insertedKey, replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { claimText, quantityWords, thingOf } from '../wording.ts';

/** The passage gives the number in another unit, or counts another thing. */
export const figureUnit: Rule = {
  id: 'figure/unit',
  severity: 'error',
  verdict: 'refuted',
  title: 'the source measures or counts something else',
  figureEvidence(figure, { passage, best }, { record }) {
    if (!best || best.value === 'other' || fits(best)) return [];
    if (!(passage.kind === 'quoted' || passage.kind === 'near')) return [];
    const { quantity } = best;
    const thing = thingOf(quantity) ?? 'a number alone';
    const fix = fixFor(figure, quantity, record);
    const { start, end } = figure.unit ?? figure.value;
    return [
      {
        start,
        end,
        message: `The source says “${quantityWords(passage.article, quantity)}”, ${thingText(quantity)}; the record says ${claimText(figure)}${figure.unit ? '' : ', without a unit'}.`,
        expected: thing,
        found: figure.unit?.value ?? 'no unit',
        related: [placeIn(passage.state, quantity)],
        ...(fix && { fix }),
      },
    ];
  },
};

function thingText(quantity: Quantity): string {
  const unit = printedUnit(quantity);
  if (unit === 'rank') return 'which is a rank';
  if (unit !== undefined) return `which is in ${unit}`;
  return quantity.noun === undefined ? 'which is a number alone' : `which counts ${quantity.noun}`;
}

/** The source's unit, or the English name of what it counts where the table of nouns knows it. */
function fixFor(figure: FigureClaim, quantity: Quantity, { text }: PolicyRecord): Fix | undefined {
  const unit = printedUnit(quantity) ?? quantity.concepts?.[0]?.replaceAll('-', ' ') ?? quantity.noun;
  if (unit === undefined) return undefined;
  const written = /^[\p{L}][\p{L}\p{N} /°²³-]*$/u.test(unit) ? unit : quoteInMarks(unit);
  const title = `Take the source's unit: ${unit}`;
  if (figure.unit) return replacement(figure.unit, written, title);
  return insertedKey({ text, mapping: figure }, figure.value, 'unit', written, title);
}
