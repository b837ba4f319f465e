import type { Located } from '../text/span.ts';
import type { Desk } from './desk.ts';
import type { ClaimedNumber, ClaimedValue } from './model.ts';
import { writeNumber } from './numbers.ts';
import { quoteInMarks } from './quoting.ts';
import { scaledUnit } from './scales.ts';

/** The value of a figure with its unit. */
export interface Amount {
  readonly value?: Located<ClaimedValue>;
  readonly unit?: Located<string>;
}

/**
 * A scale word that stands under `unit` (`1.2`, `billion EUR`) belongs to the value: that is said, and the figure is read
 * as it was meant. Where the value has a scale word of its own too, nobody can tell, and it stays as it is.
 */
export function withoutScale(desk: Desk, { value, unit }: Amount): Amount {
  const scaled = value && unit && scaledUnit(unit.value);
  if (!scaled || numbersOf(value.value).some(({ text }) => /\p{L}{3}/u.test(text)))
    return { ...(value && { value }), ...(unit && { unit }) };
  const meant = timesTen(value.value, scaled.power);
  const written = meant.kind === 'number' ? meant.number.text : `[${meant.min.text}, ${meant.max.text}]`;
  const rest = scaled.unit;
  const newUnit = rest === '%' ? '"%"' : /^[\p{L}][\p{L}\p{N} /-]*$/u.test(rest) ? rest : quoteInMarks(rest);
  desk.add(
    unit,
    `The unit begins with the scale word “${scaled.word}”, which belongs to the value: write ${written} under \`value\`${rest ? ` and ${rest} under \`unit\`` : ', and take the unit out'}.`,
    {
      expected: rest || 'no unit',
      found: unit.value,
      ...(rest && {
        fix: {
          title: `Write ${written} ${rest}`,
          edits: [
            { start: value.start, end: value.end, newText: written },
            { start: unit.start, end: unit.end, newText: newUnit },
          ],
          safe: false,
        },
      }),
    },
  );
  return { value: { ...value, value: meant }, ...(rest && { unit: { ...unit, value: rest } }) };
}

const numbersOf = (value: ClaimedValue): readonly ClaimedNumber[] =>
  value.kind === 'number' ? [value.number] : [value.min, value.max];

function timesTen(value: ClaimedValue, power: number): ClaimedValue {
  const change = ({ value: number, precision }: ClaimedNumber): ClaimedNumber => {
    const larger = number.times10(power);
    return { value: larger, precision: precision + power, text: writeNumber(larger) };
  };
  if (value.kind === 'number') return { kind: 'number', number: change(value.number) };
  return { kind: 'range', min: change(value.min), max: change(value.max) };
}
