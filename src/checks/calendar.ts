/** A span of days, both ends included, counted from 1970-01-01. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const dayNumber = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000);

/**
 * The days of an ISO 8601 year, month, day, quarter (`2025-Q1`), half (`2025-H1`), or interval of those (`2013/2021`);
 * undefined for anything else.
 */
export function daysOf(period: string): Days | undefined {
  const slash = period.indexOf('/');
  if (slash >= 0) {
    const from = daysOf(period.slice(0, slash));
    const to = daysOf(period.slice(slash + 1));
    return from && to && from.first <= to.last ? { first: from.first, last: to.last } : undefined;
  }
  const match = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$/.exec(period);
  if (!match) return undefined;
  const [, y = '', m, d, quarter, half] = match;
  const year = Number(y);
  if (quarter !== undefined) return months(year, 3 * Number(quarter) - 2, 3);
  if (half !== undefined) return months(year, 6 * Number(half) - 5, 6);
  if (m === undefined) return months(year, 1, 12);
  const month = Number(m);
  if (month < 1 || month > 12) return undefined;
  if (d === undefined) return months(year, month, 1);
  const day = dayNumber(year, month, Number(d));
  return { first: day, last: day };
}

const months = (year: number, first: number, count: number): Days => ({
  first: dayNumber(year, first, 1),
  last: dayNumber(year, first + count, 1) - 1,
});

/** Whether two spans of days share a day. */
export const daysMeet = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last;

/** How many days lie between two spans; 0 where they meet. */
export const daysBetween = (a: Days, b: Days): number => Math.max(0, a.first - b.last, b.first - a.last);

/** ISO weekday, 1 Monday to 7 Sunday, of a day counted from 1970-01-01 (a Thursday). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** English name of an ISO weekday. */
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? 'no weekday';
