import type { Article } from '../articles/article.ts';
import { printedUnit } from '../quantities/agreement.ts';
import type { Exact } from '../quantities/exact.ts';
import type { Qualifier, Quantity } from '../quantities/quantity.ts';
import type { ClaimedValue } from '../records/model.ts';
import type { Span } from '../text/span.ts';
import type { SharedFigure } from './context.ts';
import type { Understanding } from './understand.ts';

const scales: readonly (readonly [power: number, word: string])[] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
];

/** A number as an English reader likes it: `2,400`, `48.1`, `350 billion`, `1/3`. */
export function readable(value: Exact): string {
  const scaled = withScale(value, 3);
  if (scaled) return scaled;
  const [whole = '', part] = value.toString().split('.');
  if (whole.includes('/')) return roundedFraction(value);
  if (whole.length > 40 || (part?.length ?? 0) > 40) return value.toNumber().toString();
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** A value without a finite decimal form: a plain fraction below one as such (`1/3`), anything else to two digits. */
function roundedFraction(value: Exact): string {
  const { numerator, denominator } = value.fraction();
  const isPlain = denominator <= 100n && numerator < denominator && numerator > -denominator;
  return isPlain ? `${numerator}/${denominator}` : `${readable(value.roundedTo(-2))}…`;
}

/** `350 billion`, where at most so many decimals remain before the scale word and the number is a million or more. */
function withScale(value: Exact, decimals: number): string | undefined {
  if (!value.isDecimal()) return undefined;
  for (const [power, word] of scales) {
    const scaled = value.times10(-power).toString();
    const [whole = '', part = ''] = scaled.replace('-', '').split('.');
    if (whole === '0' || part.length > decimals) continue;
    return whole.length > 6 ? undefined : `${scaled.replace(/\B(?=(\d{3})+(\.|$))/, ',')} ${word}`;
  }
  return undefined;
}

/** A number as it is written in a record: digits, or a scale word where it makes them shorter. Thirds are rounded. */
export function written(value: Exact): string {
  if (!value.isDecimal()) return value.roundedTo(-2).toString();
  return withScale(value, 3)?.replace(',', '') ?? value.toString();
}

/** What a record claims, without unit: `350 million`, `5 to 10`. */
export const readableValue = (value: ClaimedValue): string =>
  value.kind === 'number'
    ? readable(value.number.value)
    : `${readable(value.min.value)} to ${readable(value.max.value)}`;

const qualifierWords: Readonly<Record<Qualifier, string>> = {
  about: 'about',
  nearly: 'nearly',
  'more-than': 'more than',
  'at-least': 'at least',
  'less-than': 'less than',
  'at-most': 'at most',
};

/** A qualifier in words; `exactly` where there is none. */
export const qualifierText = (qualifier: Qualifier | undefined): string =>
  qualifier === undefined ? 'exactly' : qualifierWords[qualifier];

/** A number with its unit: `48.1 %`, `2,400 companies`, `rank 3`. */
export const withUnit = (number: string, unit: string | undefined): string =>
  unit === undefined ? number : unit === 'rank' ? `rank ${number}` : `${number} ${unit}`;

/** What a record claims, with its unit. */
export const claimText = (figure: SharedFigure): string =>
  withUnit(readableValue(figure.value.value), figure.unit?.value);

/** The number of a quantity in English: `350 billion`, `5 to 10`, `5 or more`. */
export function readableQuantity({ value, min, max }: Pick<Understanding, 'value' | 'min' | 'max'>): string {
  if (value) return readable(value);
  if (min && max) return `${readable(min)} to ${readable(max)}`;
  return min ? `${readable(min)} or more` : max ? `${readable(max)} or less` : 'no number';
}

/** The source's own words for a number, and what they mean where that is not plain: `350 milliards (350 billion)`. */
export function numberWords(article: Article, quantity: Quantity): string {
  const words = shown(sliceOf(article, quantity.number));
  const meaning = readableQuantity(quantity);
  return plain(words) === plain(meaning) ? words : `${words} (${meaning})`;
}

/** The source's own words for a quantity with its qualifier and noun: `plus de 40 % des talents`. */
export function quantityWords(article: Article, quantity: Quantity): string {
  const start = Math.min(quantity.start, nearBefore(quantity) ?? quantity.start);
  const end = Math.max(quantity.end, quantity.nounSpan?.end ?? 0);
  return shown(article.text.slice(start, end));
}

/** The qualifier's start where it stands close before the number; a whole clause between them is not shown. */
function nearBefore({ start, qualifierSpan }: Quantity): number | undefined {
  return qualifierSpan && qualifierSpan.start < start && start - qualifierSpan.start < 60
    ? qualifierSpan.start
    : undefined;
}

/** What a quantity is counted or measured in: its unit, or the noun as it is printed. */
export const thingOf = (quantity: Quantity): string | undefined => printedUnit(quantity) ?? quantity.noun;

export const sliceOf = (article: Article, { start, end }: Span): string => article.text.slice(start, end);

/** The most that is shown of a text inside a message. */
const maxShown = 120;

/** Words of a source or record on one line of bounded length, never cut within a character. */
export function shown(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= maxShown) return line;
  const cut = line.slice(0, maxShown - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

const plain = (text: string): string => text.replace(/[\s,]/gu, '').replace(/^\+/, '');
