import { isCurrencyCode } from '../quantities/money.ts';
import { readDate, readPeriod } from '../records/dates.ts';
import { nearest } from '../records/nearest.ts';
import { diagnose } from '../records/number-slips.ts';
import { parseNumber, writeNumber } from '../records/numbers.ts';
import { scaledUnit } from '../records/scales.ts';

/** A cell as a record would write it, or why it cannot. */
export type CellReading =
  | { readonly value: string; readonly unit?: string; readonly qualifier?: string }
  | { readonly problem: string };

/** Which sign stands before decimals in a table, where its numbers tell. */
export type DecimalSign = 'comma' | 'point' | 'unknown';

const commaDecimals = /^\d+,\d{1,2}$|^0,\d+$|^\d{1,3}(?:[.\s'’]\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
const pointDecimals = /^\d+\.\d{1,2}$|^0\.\d+$|^\d{1,3}(?:[,\s'’]\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;

/** A number as it stands in a cell, also between words and signs: digits and what stands between them. */
const numbers = /\d+(?:[.,'’]\d+|\s\d{3}(?!\d))*/gu;

/** 03.03.2025, 3/3/25, 2025-03-03, 2025年3月3日 */
const date =
  /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2}|\d{4}年\d{1,2}月.*)(?![\d.,]?\d)/u;

/** A spreadsheet writes all numbers of a column in one way: what one of them says beyond doubt holds for the others. */
export function decimalSignOf(cells: readonly string[]): DecimalSign {
  const written = cells.flatMap((cell) => (date.test(cell) ? [] : (cell.match(numbers) ?? [])));
  const isComma = written.some((number) => commaDecimals.test(number));
  const isPoint = written.some((number) => pointDecimals.test(number));
  return isComma === isPoint ? 'unknown' : isComma ? 'comma' : 'point';
}

/** A number in the spelling of a record; with the unit or the qualifier that stood in its cell. */
export function numberCell(cell: string, sign: DecimalSign): CellReading {
  if (date.test(cell)) return { problem: `${cell} is a date, and no number` };
  const written = cell.match(numbers) ?? [];
  const doubtful = written.find((number) =>
    sign === 'unknown' ? /^[1-9]\d{0,2}[.,]\d{3}$/.test(number) : plain(number, sign) === undefined,
  );
  if (doubtful !== undefined && sign === 'unknown')
    return {
      problem: `${doubtful} may be ${doubtful.replace(/[.,]/, '')} or have decimals: say with --decimal which sign stands before decimals`,
    };
  if (doubtful !== undefined)
    return { problem: `${doubtful} is no number where a ${sign} stands before decimals, as in the rest of the table` };
  const known = sign === 'unknown' ? cell : cell.replace(numbers, (number) => plain(number, sign) ?? number);
  return plainCell(known);
}

/** A number whose digits are written as a record writes them, with what a spreadsheet writes around it. */
function plainCell(cell: string): CellReading {
  if (parseNumber(cell)) return { value: cell };
  const [, inBrackets] = /^\((\P{L}*)\)$/u.exec(cell) ?? [];
  if (inBrackets !== undefined) return negative(plainCell(inBrackets.trim()));
  const [, before = '', number = '', after = ''] = amount.exec(cell) ?? [];
  const unit = unitOfAmount(before || after);
  if (unit !== undefined && !(before && after)) {
    const inner = plainCell(number);
    if (!('problem' in inner))
      return inner.unit === undefined ? { ...inner, unit } : { problem: `${cell} has two units` };
  }
  const { message, suggestion, certain, beside } = diagnose(cell);
  if (suggestion !== undefined && beside) return { value: suggestion, [beside.key]: beside.value };
  if (suggestion !== undefined && (certain || isRange(suggestion))) return { value: suggestion };
  return { problem: message.replace(/\.$/, '') };
}

/** `(1,250.00)`, as accounts have it. */
const negative = (reading: CellReading): CellReading =>
  'problem' in reading || !/^\d/.test(reading.value)
    ? { problem: 'what stands in brackets is no number' }
    : { ...reading, value: `-${reading.value}` };

/** A number between what may be its unit: `€ 3.5 million`, `12%`, `EUR 40`. */
const amount = /^([€£]|[A-Z]{3}(?= ))? ?(.*?\d.*?) ?([€£%]|(?<= )[A-Z]{3})?$/u;

const signsOfMoney: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

const unitOfAmount = (written: string): string | undefined =>
  signsOfMoney[written] ?? (written === '%' || isCurrencyCode(written) ? written : undefined);

/** Both ends in brackets, the smaller one first. */
function isRange(suggestion: string): boolean {
  const [, low = '', high = ''] = /^\[(.+), (.+)\]$/.exec(suggestion) ?? [];
  const [from, to] = [parseNumber(low), parseNumber(high)];
  return from !== undefined && to !== undefined && from.value.compare(to.value) < 0;
}

/** Takes a scale word out of the unit (`亿元`, `Mio. EUR`) and into the value, where the value has none of its own. */
export function takeScale(keys: Map<string, string>): void {
  const scaled = scaledUnit(keys.get('unit') ?? '');
  const value = keys.get('value') ?? '';
  if (!scaled || /\p{L}{3}/u.test(value)) return;
  keys.set(
    'value',
    value.replace(/[^[\], ]+/g, (number) => {
      const parsed = parseNumber(number);
      return parsed ? writeNumber(parsed.value.times10(scaled.power)) : number;
    }),
  );
  if (scaled.unit === '') keys.delete('unit');
  else keys.set('unit', scaled.unit);
}

/** A number without signs of thousands, and with a point before decimals; undefined where it is not written so. */
function plain(number: string, sign: Exclude<DecimalSign, 'unknown'>): string | undefined {
  const decimals = sign === 'comma' ? ',' : '.';
  const [whole = '', part, ...more] = number.split(decimals);
  const groups = whole.split(/[.,\s'’]/);
  const signs = new Set(whole.replace(/\d/g, ''));
  const isGrouped =
    groups.length === 1 ||
    (signs.size === 1 &&
      /^[1-9]\d{0,2}$/.test(groups[0] ?? '') &&
      groups.slice(1).every((group) => /^\d{3}$/.test(group)));
  if (more.length > 0 || !isGrouped || (part !== undefined && !/^\d+$/.test(part))) return undefined;
  return `${groups.join('')}${part === undefined ? '' : `.${part}`}`;
}

export function dateCell(cell: string): CellReading {
  const { value, message } = readDate(cell);
  return value === undefined ? { problem: (message ?? `${cell} is no date`).replace(/\.$/, '') } : { value };
}

export function periodCell(cell: string): CellReading {
  // A year that a spreadsheet or a program took for a number.
  const [, year = cell] = /^((?:1[89]|20)\d\d)[.,]0+$/.exec(cell.replace(/^([12])[.,  '’](\d{3})$/, '$1$2.0')) ?? [];
  const { value, message } = readPeriod(year);
  return value === undefined ? { problem: (message ?? `${cell} is no period`).replace(/\.$/, '') } : { value };
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  actual: ['actual', 'réel', 'effectif', 'constaté', 'ist', 'tatsächlich', '实际'],
  target: ['target', 'goal', 'objectif', 'cible', 'ziel', 'soll', '目标'],
  estimate: ['estimate', 'forecast', 'estimation', 'prévision', 'schätzung', 'prognose', '估计', '预测'],
};

const qualifiers: Readonly<Record<string, readonly string[]>> = {
  exact: ['exact', 'exactly', 'exactement', 'genau', '='],
  about: ['about', 'around', 'circa', 'environ', 'rund', 'etwa', '约', '~', '≈'],
  nearly: ['nearly', 'almost', 'près de', 'knapp', 'fast', '近'],
  'more-than': ['more-than', 'more than', 'over', 'plus de', 'mehr als', 'über', '超过', '>'],
  'at-least': ['at-least', 'at least', 'au moins', 'mindestens', '至少', '>=', '≥'],
  'less-than': ['less-than', 'less than', 'under', 'moins de', 'weniger als', '不到', '<'],
  'at-most': ['at-most', 'at most', 'up to', 'au plus', "jusqu'à", 'höchstens', 'bis zu', '至多', '<=', '≤'],
};

export const kindCell = (cell: string): CellReading => wordCell(cell, kinds, 'kind of figure');
export const qualifierCell = (cell: string): CellReading => wordCell(cell, qualifiers, 'qualifier');

function wordCell(cell: string, words: Readonly<Record<string, readonly string[]>>, what: string): CellReading {
  const said = cell.toLowerCase();
  const known = Object.entries(words).find(([, spellings]) => spellings.includes(said));
  if (known) return { value: known[0] };
  const meant = nearest(cell, Object.keys(words));
  return {
    problem: `${cell} is no ${what}${meant === undefined ? `: ${Object.keys(words).join(', ')}` : `; ${meant} is near it`}`,
  };
}

const percent = /^(?:percent|per cent|pour cent|prozent|pct|百分比|％)$/i;

export const unitCell = (cell: string): CellReading => ({ value: percent.test(cell) ? '%' : cell });
