import type { Article } from '../../articles/article.ts';
import { printedUnit } from '../../quantities/agreement.ts';
import type { Exact } from '../../quantities/exact.ts';
import type { FigureClaim } from '../../records/model.ts';
import type { FigureEvidence } from '../assess.ts';
import type { Candidate } from '../candidate.ts';
import { replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Complaint, Rule } from '../rule.ts';
import { type Slip, slipBetween } from '../slip.ts';
import { scaleHint, slipText } from '../slip-wording.ts';
import {
  claimText,
  numberWords,
  quantityWords,
  readableQuantity,
  readableValue,
  shown,
  sliceOf,
  withUnit,
  written,
} from '../wording.ts';

/** The quoted passage gives another number than the record. */
export const figureValue: Rule = {
  id: 'figure/value',
  severity: 'error',
  verdict: 'refuted',
  title: 'the source gives another number',
  figureEvidence(figure, evidence) {
    const { passage, best } = evidence;
    if (best?.value !== 'other' || !(passage.kind === 'quoted' || passage.kind === 'near')) return [];
    return [best.quantity.denied ? denial(figure, evidence, best) : complaint(figure, evidence, best)];
  },
};

function complaint(figure: FigureClaim, { passage }: FigureEvidence, best: Candidate): Complaint {
  if (passage.kind === 'nothing') throw new Error('a number was read where nothing was');
  const { article, state } = passage;
  const { quantity } = best;
  const text = sliceOf(article, quantity.number);
  // The head of a column may have given the scale.
  const slip = slipOf(figure, best, quantity.tabular ? numberWords(article, quantity) : text);
  const hint = slip?.kind === 'scale' ? scaleHint(text, article.language) : undefined;
  const fixed = valueFor(figure, best);
  return {
    start: figure.value.start,
    end: figure.value.end,
    message: `The source says ${sourceText(figure, best, article)}; the record says ${recordText(figure, best)}${slip ? `: ${slipText(slip)}` : ''}${hint ? ` (${hint})` : ''}.`,
    expected: readableQuantity(best.way),
    found: readableValue(figure.value.value),
    related: [placeIn(state, quantity)],
    ...(fixed !== undefined && { fix: replacement(figure.value, fixed, `Take the source's number: ${fixed}`) }),
  };
}

/** *Not 45 but 54*: the passage names the number and says that it is not the right one. */
function denial(figure: FigureClaim, { passage, cutNegation }: FigureEvidence, best: Candidate): Complaint {
  if (passage.kind === 'nothing') throw new Error('a number was read where nothing was');
  const { article, state } = passage;
  if (cutNegation)
    return {
      start: figure.value.start,
      end: figure.value.end,
      message: `The quote leaves out the “${sliceOf(article, cutNegation)}” that stands beside it: the source denies what it says of “${quantityWords(article, best.quantity)}”; the record says ${claimText(figure)}.`,
      expected: `not ${readableQuantity(best.way)}`,
      found: readableValue(figure.value.value),
      related: [placeIn(state, cutNegation), placeIn(state, best.quantity)],
    };
  return {
    start: figure.value.start,
    end: figure.value.end,
    message: `The source says that it is not “${quantityWords(article, best.quantity)}” but another number; the record says ${claimText(figure)}.`,
    expected: `not ${readableQuantity(best.way)}`,
    found: readableValue(figure.value.value),
    related: [placeIn(state, best.quantity)],
  };
}

/** The source's number; with all its words where the unit is another one too, or where it was converted. */
function sourceText(figure: FigureClaim, best: Candidate, article: Article): string {
  const { quantity } = best;
  if (best.unit === 'disagree') {
    const words = `“${quantityWords(article, quantity)}”`;
    const unit = printedUnit(quantity) ?? quantity.noun;
    return quantity.tabular && unit !== undefined
      ? `${words}, by its table ${withUnit(readableQuantity(quantity), unit)}`
      : words;
  }
  if (!isConverted(best)) return numberWords(article, best.quantity);
  const { per } = best.quantity;
  const counted = per === undefined ? '' : ` (${printedUnit(best.quantity)})`;
  return `“${shown(sliceOf(article, best.quantity))}”${counted}, which is ${withUnit(readableQuantity(best.way), figure.unit?.value)}`;
}

/** The unit is said too where it helps: beside words, and beside a range. */
function recordText(figure: FigureClaim, best: Candidate): string {
  const isPlain = best.unit !== 'disagree' && !isConverted(best) && best.quantity.value !== undefined;
  return isPlain && figure.value.value.kind === 'number' ? readableValue(figure.value.value) : claimText(figure);
}

/** The number was compared in another unit or as a share, not as it is printed. */
const isConverted = ({ quantity, way }: Candidate): boolean =>
  way.value !== undefined &&
  quantity.value !== undefined &&
  !way.value.equals(quantity.value) &&
  way.value !== quantity.otherReading;

function slipOf(figure: FigureClaim, best: Candidate, text: string): Slip | undefined {
  const { value } = figure.value;
  if (value.kind !== 'number' || best.way.value === undefined) return undefined;
  return slipBetween(value.number, { value: signed(best.way.value, figure, best), text });
}

/** The source's number with the sign that a word of decrease gives it, where the record has a negative one. */
function signed(value: Exact, figure: FigureClaim, { quantity }: Candidate): Exact {
  const isNegative = figure.value.value.kind === 'number' && figure.value.value.number.value.sign() < 0;
  return isNegative && quantity.change === 'decrease' && value.sign() > 0 ? value.negated() : value;
}

/** The source's number as the record would write it, in the record's unit; undefined for open ranges. */
function valueFor(figure: FigureClaim, best: Candidate): string | undefined {
  const { value, min, max } = best.way;
  if (value) return written(signed(value, figure, best));
  return min && max ? `[${written(min)}, ${written(max)}]` : undefined;
}
