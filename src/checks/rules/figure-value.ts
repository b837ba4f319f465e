import type { Exact } from '../../quantities/exact.ts';
import type { FigureClaim } from '../../records/model.ts';
import type { FigureEvidence } from '../assess.ts';
import type { Candidate } from '../candidate.ts';
import { replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Complaint, Rule } from '../rule.ts';
import { type Slip, slipBetween } from '../slip.ts';
import { scaleHint, slipText } from '../slip-wording.ts';
import { claimText, numberWords, readable, readableValue, sliceOf, written } from '../wording.ts';

/** The quoted passage gives another number than the record. */
export const figureValue: Rule = {
  id: 'figure/value',
  severity: 'error',
  verdict: 'refuted',
  title: 'the source gives another number',
  figureEvidence(figure, evidence) {
    const { passage, best } = evidence;
    if (best?.value !== 'other' || !(passage.kind === 'quoted' || passage.kind === 'near')) return [];
    return [complaint(figure, evidence, best)];
  },
};

function complaint(figure: FigureClaim, { passage }: FigureEvidence, best: Candidate): Complaint {
  if (passage.kind === 'nothing') throw new Error('a number was read where nothing was');
  const { article, state } = passage;
  const { quantity, way } = best;
  const { value } = figure.value;
  const words = numberWords(article, quantity);
  const converted = isConverted(best) ? `, which is ${withUnitOf(figure, way)}` : '';
  const said = `The source says ${words}${converted}; the record says ${saidBy(figure, best)}`;
  const slip = slipOf(figure, best, sliceOf(article, quantity.number));
  const hint = slip?.kind === 'scale' ? scaleHint(sliceOf(article, quantity.number), article.language) : undefined;
  const fixed = valueFor(figure, best);
  return {
    start: figure.value.start,
    end: figure.value.end,
    message: `${said}${slip ? `: ${slipText(slip)}` : ''}${hint ? ` (${hint})` : ''}.`,
    expected: fixed ?? words,
    found: readableValue(value),
    related: [placeIn(state, quantity)],
    ...(fixed !== undefined && { fix: replacement(figure.value, fixed, `Take the source's number: ${fixed}`) }),
  };
}

/** The qualifier belongs to the number where a bound was compared with a range. */
function saidBy(figure: FigureClaim, { quantity }: Candidate): string {
  const isRange = quantity.value === undefined;
  return isRange || figure.value.value.kind === 'range' ? claimText(figure) : readableValue(figure.value.value);
}

/** The number was compared in another unit or as a share, not as it is printed. */
const isConverted = ({ quantity, way }: Candidate): boolean =>
  way.value !== undefined &&
  quantity.value !== undefined &&
  !way.value.equals(quantity.value) &&
  way.value !== quantity.otherReading;

const withUnitOf = (figure: FigureClaim, { value }: { readonly value?: Exact }): string =>
  value === undefined ? '' : `${readable(value)}${figure.unit ? ` ${figure.unit.value}` : ''}`;

function slipOf(figure: FigureClaim, { way }: Candidate, text: string): Slip | undefined {
  const { value } = figure.value;
  if (value.kind !== 'number' || way.value === undefined) return undefined;
  return slipBetween({ value: value.number.value, text: value.number.text }, { value: way.value, text });
}

/** The source's number as the record would write it, in the record's unit; undefined for open ranges. */
function valueFor(figure: FigureClaim, { way, quantity }: Candidate): string | undefined {
  const isNegative = figure.value.value.kind === 'number' && figure.value.value.number.value.sign() < 0;
  const signed = (value: Exact) =>
    isNegative && quantity.change === 'decrease' && value.sign() > 0 ? value.negated() : value;
  if (way.value) return written(signed(way.value));
  return way.min && way.max ? `[${written(way.min)}, ${written(way.max)}]` : undefined;
}
