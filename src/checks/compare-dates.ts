import { type Days, daysBetween, daysOf, weekdayOf } from './calendar.ts';

/**
 * How a claimed date relates to a printed one:
 *
 * - `same`: the printed date is the claimed one, or a closer one within it;
 * - `coarser`: nothing speaks against it, but the article prints less than is claimed (*March 2025* for a day);
 * - `excluded`: day and month agree, the year is not printed and cannot be the claimed one;
 * - `other`: another date.
 */
export type DateAgreement = 'same' | 'coarser' | 'excluded' | 'other';

/** What is known of the year of a date that is printed without one. */
export interface YearHints {
  /** The spans of time in which the sentence says that it happened: they exclude every other year. */
  readonly sentence: readonly Days[];
  /** What else the sentence names, perhaps for another thing: it opens its own year and excludes none. */
  readonly beside?: readonly Days[];
  /** When the source was published. */
  readonly published: Days | undefined;
  /** ISO weekday that is printed beside the date. */
  readonly weekday?: number | undefined;
}

interface Parts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Half a year: how far from the day of publication a date without a year may lie in another year. */
const halfYear = 183;

/** Compares ISO 8601 dates; the printed one may lack its year (`--03-20`, `--10`). */
export function compareDates(claimed: string, printed: string, hints: YearHints): DateAgreement {
  const claim = partsOf(claimed);
  const print = partsOf(printed);
  if (!claim || !print) return 'other';
  for (const part of ['year', 'month', 'day'] as const) {
    if (claim[part] !== undefined && print[part] !== undefined && claim[part] !== print[part]) return 'other';
  }
  if (lacks(print.month, claim.month) || lacks(print.day, claim.day)) return 'coarser';
  if (print.year !== undefined) return 'same';
  if (claim.month === undefined) return 'coarser';
  const days = daysOf(claimed);
  return days && yearIsOpen(days, hints) ? 'same' : 'excluded';
}

const lacks = (printed: number | undefined, claimed: number | undefined): boolean =>
  printed === undefined && claimed !== undefined;

/**
 * Whether a date may lie in its year as far as sentence and publication tell. Years of the sentence that begin after the
 * publication are plans and tell nothing of the date. A source speaks of the year in which it was published, and across
 * the turn of the year of dates no more than half a year away. Where nobody knows when it was published, the years of
 * the sentence decide, unless the printed weekday falls in the claimed year and in none of them.
 */
function yearIsOpen(date: Days, { sentence, beside = [], published, weekday }: YearHints): boolean {
  const isPast = (days: Days): boolean => published === undefined || days.first <= published.last;
  const [own, others] = [sentence.filter(isPast), beside.filter(isPast)];
  const named = [...own, ...others];
  if (named.some((days) => sharesYear(days, date))) return true;
  if (published) return own.length === 0 && (sameYear(date, published) || daysBetween(date, published) <= halfYear);
  if (named.length === 0) return true;
  if (weekday === undefined || weekdayOf(date.first) !== weekday) return false;
  return !named.some((days) => fallsIn(date, weekday, days));
}

/** Whether day and month of a date have the weekday in one of the years of a span. */
function fallsIn(date: Days, weekday: number, { first, last }: Days): boolean {
  const [month, day] = [new Date(date.first * dayLength).getUTCMonth(), new Date(date.first * dayLength).getUTCDate()];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    if (weekdayOf(Math.round(Date.UTC(year, month, day) / dayLength)) === weekday) return true;
  }
  return false;
}

const dayLength = 86_400_000;

const yearOf = (day: number): number => new Date(day * dayLength).getUTCFullYear();

/** Whether two spans touch the same year: another month of the year says that the year is meant. */
const sharesYear = (a: Days, b: Days): boolean =>
  yearOf(a.first) <= yearOf(b.last) && yearOf(b.first) <= yearOf(a.last);

const sameYear = (a: Days, b: Days): boolean => yearOf(a.first) >= yearOf(b.first) && yearOf(a.last) <= yearOf(b.last);

function partsOf(date: string): Parts | undefined {
  const match = /^(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return undefined;
  const [, year, month, day] = match;
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}
