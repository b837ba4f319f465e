import { Exact } from '../quantities/exact.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { LineIndex } from '../text/lines.ts';
import { columnsOfRow, padded, paint, piece, type Row, type Screen, wrapped } from './row.ts';
import { counted } from './words.ts';

/** A quantity as programs get it; absent fields are left out of the JSON. Offsets are UTF-16 units. */
export interface PrintedQuantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
  /** A number; an ISO string for a date. */
  readonly value?: number | string;
  /** Written out where the nearest double is another number: a third, or more digits than a double holds. */
  readonly exact?: string;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly qualifier?: string;
  readonly noun?: string;
}

export function printedQuantity(text: string, quantity: Quantity): PrintedQuantity {
  const { start, end, kind, qualifier, noun } = quantity;
  const unit = quantity.unit;
  const value = quantity.date ?? (quantity.value && finite(quantity.value));
  const exact = quantity.value && exactForm(quantity.value);
  const min = quantity.min && finite(quantity.min);
  const max = quantity.max && finite(quantity.max);
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    ...(value !== undefined && { value }),
    ...(exact !== undefined && { exact }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(unit !== undefined && { unit }),
    ...(qualifier !== undefined && { qualifier }),
    ...(noun !== undefined && { noun }),
  };
}

/** JSON knows no infinity: what no double holds is left to `exact`. */
function finite(value: Exact): number | undefined {
  const number = value.toNumber();
  return Number.isFinite(number) ? number : undefined;
}

/** Digits, or a fraction, where the double of `value` stands for another number. */
function exactForm(value: Exact): string | undefined {
  const shortest = value.isDecimal() ? Exact.parse(String(value.toNumber())) : undefined;
  return shortest?.equals(value) ? undefined : value.toString();
}

const heads = ['Place', 'Text', 'Value', 'Unit or noun', 'Qualifier', 'Kind'];

/** The quantities of a text as a table for a person: where each stands (line and column, from one) and what was read. */
export function quantityTable(text: string, quantities: readonly Quantity[], screen: Screen): string {
  if (quantities.length === 0) return 'No numbers were found.\n';
  const lines = new LineIndex(text);
  const rows = quantities.map((quantity) => cellsOfRow(text, quantity, lines, screen));
  const head = heads.map((name): Row => [piece(name, 'dim')]);
  const widths = heads.map((_, column) =>
    [head, ...rows].reduce((width, row) => Math.max(width, columnsOfRow(row[column] ?? [], screen)), 0),
  );
  const print = (row: readonly Row[]) =>
    `${paint(
      row.flatMap((cell, column) => padded(cell, (widths[column] ?? 0) + 2, screen)),
      screen,
    )}\n`;
  return `${[head, ...rows].map(print).join('')}${counted(quantities.length, 'quantity', 'quantities')}\n`;
}

/** Columns that a text of the table may take. */
const maxText = 44;

function cellsOfRow(text: string, quantity: Quantity, lines: LineIndex, screen: Screen): Row[] {
  const { line, character } = lines.positionAt(quantity.start);
  const printed = printedQuantity(text, quantity);
  return [
    [piece(`${line + 1}:${character + 1}`, 'dim')],
    cut(printed.text, screen),
    [piece(valueWords(quantity), 'strong')],
    cut(printed.unit ?? printed.noun ?? '', screen),
    [piece(quantity.qualifier ?? '')],
    [piece(quantity.relative ? `${quantity.kind}, relative` : quantity.kind, 'dim')],
  ];
}

function cut(text: string, screen: Screen): Row {
  const oneLine = text.replace(/\s+/gu, ' ');
  const [first = [], ...rest] = wrapped([piece(oneLine)], maxText, screen);
  return rest.length === 0 ? first : [...first, piece('…', 'dim')];
}

/** `2,400`, `5 to 10`, `5 or more`, an ISO date. */
function valueWords({ value, min, max, date }: Quantity): string {
  if (date !== undefined) return date;
  if (value) return grouped(value);
  if (min && max) return `${grouped(min)} to ${grouped(max)}`;
  return min ? `${grouped(min)} or more` : max ? `${grouped(max)} or less` : '';
}

/** Digits in groups of three, as English writes them; nobody reads 350000000000. */
function grouped(value: Exact): string {
  const [whole = '', part] = value.toString().split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, whole.includes('/') ? '' : ',');
  const shown = part === undefined ? groups : `${groups}.${part}`;
  return shown.length > maxText ? `${shown.slice(0, maxText - 1)}…` : shown;
}
