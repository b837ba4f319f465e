/** The middle of an ISO period in years, a whole year at its own number (March 2024 is about 2023.7). */
export function yearOf(period: string | undefined): number | undefined {
  if (period === undefined) return undefined;
  const ends = period.split('/').map(extentOf);
  const [first, last] = [ends[0], ends.at(-1)];
  return first && last && (first.from + last.to) / 2 - 0.5;
}

/** A year, quarter, month or day as a stretch of years. */
function extentOf(date: string): { readonly from: number; readonly to: number } | undefined {
  const [, year, quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  const start = Number(year);
  if (quarter !== undefined) return { from: start + (Number(quarter) - 1) / 4, to: start + Number(quarter) / 4 };
  if (month === undefined) return { from: start, to: start + 1 };
  const from = start + (Number(month) - 1) / 12;
  if (day === undefined) return { from, to: from + 1 / 12 };
  const at = from + (Number(day) - 0.5) / 372;
  return { from: at, to: at };
}
