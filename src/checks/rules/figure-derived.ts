import { convert, type UnitOptions } from '../../quantities/agreement.ts';
import type {
  ClaimedNumber,
  ClaimedValue,
  Derivation,
  FigureClaim,
  Operation,
  PolicyRecord,
} from '../../records/model.ts';
import { nearest } from '../../records/nearest.ts';
import type { Fix } from '../../records/problem.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import type { Located } from '../../text/span.ts';
import { derive, gives, type Outcome } from '../derive.ts';
import { type UnitFault, unitFault } from '../derived-unit.ts';
import { replacement } from '../edits.ts';
import type { Complaint, Operand, Rule } from '../rule.ts';
import { claimText, readable, readableValue, withUnit, written } from '../wording.ts';

/** The arithmetic of a computed figure does not hold, or cannot be done. */
export const figureDerived: Rule = {
  id: 'figure/derived',
  severity: 'error',
  verdict: 'refuted',
  title: 'the arithmetic does not hold',
  derived(figure, operands, { input, record }) {
    const { derived } = figure;
    if (!derived) return [];
    const broken = impossible(derived.value, operands);
    if (broken) {
      const fix = meantOperand(figure, operands, record);
      const { start, end } = derived;
      return [{ start, end, message: broken, verdict: 'unchecked', ...(fix && { fix }) }];
    }
    // Where an operand itself is wrong, a result that does not fit is no second mistake.
    if (operands.some(({ verdict }) => verdict === 'refuted' || verdict === 'not-found')) return [];
    const fault = unitFault(figure, derived.value, operands, input.units);
    if (fault) return [wrongUnit(figure, derived, fault)];
    const values = inOneUnit(figure, derived.value, operands, input.units);
    const outcome = derive(derived.value.operation, values);
    if (!outcome)
      return [
        { start: derived.start, end: derived.end, message: cannot(derived.value, values.length), verdict: 'unchecked' },
      ];
    return gives(outcome, figure.value.value) ? [] : [wrong(figure, derived.value, operands, outcome)];
  },
};

/**
 * The operands' values in one unit where their units can be converted: in the figure's own for sums and differences, in
 * that of the second for shares, growth and ratios (50 MW of 4 GW). Others are taken as they stand.
 */
function inOneUnit(
  figure: FigureClaim,
  { operation }: Derivation,
  operands: readonly Operand[],
  options: UnitOptions,
): readonly ClaimedValue[] {
  const target =
    operation === 'sum' || operation === 'difference' ? figure.unit?.value : operands[1]?.figure?.unit?.value;
  return operands.flatMap((operand) => {
    const claimed = operand.figure?.value.value;
    const unit = operand.figure?.unit?.value;
    if (!claimed) return [];
    if (operation === 'product' || unit === undefined || target === undefined || unit === target) return [claimed];
    const number = (from: ClaimedNumber): ClaimedNumber => ({
      ...from,
      value: convert(from.value, unit, target, options) ?? from.value,
    });
    return claimed.kind === 'number'
      ? [{ kind: 'number' as const, number: number(claimed.number) }]
      : [{ kind: 'range' as const, min: number(claimed.min), max: number(claimed.max) }];
  });
}

function impossible({ operands }: Derivation, found: readonly Operand[]): string | undefined {
  const missing = found.find(({ figure }) => !figure);
  if (missing) return `The figure is computed from “${missing.id}”, which is no figure of this record.`;
  const circular = found.find((operand) => operand.circular);
  if (circular)
    return `The figure is computed from “${circular.id}”, which is computed from this figure; one of them needs a source.`;
  return operands.length === 0
    ? 'The figure is computed from nothing; name the figures that it is computed from.'
    : undefined;
}

/** The figure whose id is much like that of an operand which no figure has. */
function meantOperand(figure: FigureClaim, found: readonly Operand[], record: PolicyRecord): Fix | undefined {
  const missing = found.find((operand) => !operand.figure);
  const place = figure.derived?.value.operands.find(({ value }) => value === missing?.id);
  const ids = record.figures.filter((other) => other !== figure && other.hasOwnId).map(({ id }) => id.value);
  const meant = place && nearest(place.value, ids);
  return place && meant !== undefined ? replacement(place, meant, `Write “${meant}”`) : undefined;
}

const cannot = ({ operation }: Derivation, count: number): string =>
  count === 2
    ? `A ${operation} cannot be computed here, because it would divide by zero.`
    : `A ${operation} is computed from two figures, and ${count} ${count === 1 ? 'is' : 'are'} named.`;

function wrong(figure: FigureClaim, derivation: Derivation, operands: readonly Operand[], outcome: Outcome): Complaint {
  const result = resultText(figure, outcome);
  const fix = fixFor(figure, outcome);
  return {
    start: figure.value.start,
    end: figure.value.end,
    message: `The ${operationText(derivation.operation, operands)} is ${withUnit(result, figure.unit?.value)}; the record says ${claimText(figure)}.`,
    expected: result,
    found: readableValue(figure.value.value),
    ...(fix !== undefined && { fix: replacement(figure.value, fix, `Take the result: ${fix}`) }),
  };
}

function wrongUnit(figure: FigureClaim, derived: Located<Derivation>, fault: UnitFault): Complaint {
  const { operation } = derived.value;
  if (fault.kind === 'mixed') {
    const { start, end } = derived;
    const [first, second] = fault.units;
    const message = `A ${operation} cannot be made of ${first} and ${second}, which measure different things; name figures in one unit.`;
    return { start, end, message, expected: first, found: second };
  }
  const { start, end } = figure.unit ?? figure.value;
  const { unit, should } = fault;
  const written = should === '%' ? quoteInMarks(should) : (should ?? 'times');
  const result = should === undefined ? 'of figures in one unit has no unit (or “times”)' : `here is in ${should}`;
  return {
    start,
    end,
    message: `The ${operation} ${result}; the record says ${unit}.`,
    expected: should ?? 'no unit',
    found: unit,
    ...(figure.unit && { fix: replacement(figure.unit, written, `Write the unit ${should ?? 'times'}`) }),
  };
}

/** Words that stand before the first and the second operand; `sum` and `product` take any number of them. */
const links = {
  difference: ['between', 'and'],
  ratio: ['of', 'to'],
  share: ['of', 'in'],
  growth: ['from', 'to'],
} as const;

function operationText(operation: Operation, operands: readonly Operand[]): string {
  if (operation === 'sum' || operation === 'product') return `${operation} of ${operandText(operands)}`;
  const [first, second] = operands.map(({ figure }) => (figure ? readableValue(figure.value.value) : ''));
  return `${operation} ${links[operation][0]} ${first} ${links[operation][1]} ${second}`;
}

/** How many operands a message spells out. */
const shownOperands = 6;

function operandText(operands: readonly Operand[]): string {
  const texts = operands
    .slice(0, shownOperands)
    .map(({ figure }) => (figure ? withUnit(readableValue(figure.value.value), figure.unit?.value) : ''));
  const rest = operands.length - texts.length;
  if (rest > 0) return `${texts.join(', ')} and ${rest} more`;
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** One digit more than the record writes, so that the difference is seen. */
function resultText({ value: { value } }: FigureClaim, { min, max }: Outcome): string {
  const precision = numberOf(value).precision - 1;
  const [low, high] = [min, max].map((end) => readable(end.roundedTo(precision)));
  return low === high ? `${low}` : `${low} to ${high}`;
}

function fixFor({ value: { value } }: FigureClaim, { min, max }: Outcome): string | undefined {
  if (value.kind === 'range')
    return `[${written(min.roundedTo(value.min.precision))}, ${written(max.roundedTo(value.max.precision))}]`;
  return min.equals(max) ? written(min.roundedTo(value.number.precision)) : undefined;
}

const numberOf = (value: FigureClaim['value']['value']): ClaimedNumber =>
  value.kind === 'number' ? value.number : value.min;
