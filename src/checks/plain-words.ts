import { isCurrencyCode } from '../quantities/money.ts';
import { months } from '../records/dates.ts';
import type { Operation } from '../records/model.ts';
import type { SharedFigure } from './context.ts';
import type { Verdict } from './finding.ts';
import { claimText, qualifierText } from './wording.ts';

/** Each verdict has a sign of its own, so that nobody needs its colour. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  supported: '✓',
  refuted: '✗',
  'not-found': '?',
  accepted: '○',
  unchecked: '–',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  refuted: 'refuted',
  'not-found': 'not found',
  accepted: 'accepted',
  unchecked: 'unchecked',
};

export const verdictText = (verdict: Verdict): string => `${verdictSigns[verdict]} ${verdictWords[verdict]}`;

/** What a figure claims: `nearly 350 billion CNY`. */
export const figureText = (figure: SharedFigure): string =>
  figure.qualifier ? `${qualifierText(figure.qualifier.value)} ${claimText(figure)}` : claimText(figure);

/** How a computed figure is made of others; their names follow. */
export const operationWords: Readonly<Record<Operation, string>> = {
  sum: 'Sum of',
  difference: 'Difference of',
  product: 'Product of',
  ratio: 'Ratio of',
  share: 'Share in percent of',
  growth: 'Growth in percent from',
};

/** A period as people say it: `2013 to 2021`, `first quarter of 2025`, `March 2025`. */
export function periodText(period: string): string {
  const [from = '', to] = period.split('/');
  if (to !== undefined) return `${periodText(from)} to ${periodText(to)}`;
  const [, year = from, quarter] = /^(\d+)-Q(\d)$/.exec(from) ?? [];
  if (quarter !== undefined)
    return `${['first', 'second', 'third', 'fourth'][Number(quarter) - 1] ?? quarter} quarter of ${year}`;
  return dateText(from);
}

/** An ISO date as people say it: `20 March 2025`, `March 2025`, `2025`; `20 March` for one without its year (`--03-20`). */
export function dateText(date: string): string {
  const [, year = date, month, day] = /^(\d{4,}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year === '-' ? undefined : year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Names in English, from tables that are slow to open and seldom asked. */
function namesOf(type: Intl.DisplayNamesType): Intl.DisplayNames {
  const known = opened.get(type) ?? new Intl.DisplayNames(['en'], { type });
  opened.set(type, known);
  return known;
}
const opened = new Map<Intl.DisplayNamesType, Intl.DisplayNames>();

/** `fr` → `French`; the tag itself where it is none. */
export function languageName(tag: string): string {
  return nameOr(tag, () => namesOf('language').of(tag));
}

/** `CN-BJ` → `China (CN-BJ)`: names of parts of countries are not at hand everywhere. */
export function placeName(code: string): string {
  const [country = code] = code.split('-');
  const name = nameOr(country, () => namesOf('region').of(country));
  return name === code ? code : `${name} (${code})`;
}

/** `CNY` → `Chinese yuan`; undefined for what is no currency. */
export const currencyName = (code: string): string | undefined =>
  isCurrencyCode(code) ? nameOr(code, () => namesOf('currency').of(code)) : undefined;

function nameOr(code: string, name: () => string | undefined): string {
  try {
    return name() ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code; // what Intl throws for a code that is none
    throw error;
  }
}
