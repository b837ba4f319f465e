/** What a page says of itself. Every value is the words of others: text, and nothing else. */
export interface About {
  readonly title?: string;
  readonly publisher?: string;
  /** ISO 8601 day, month or year. */
  readonly published?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** Units of a value that are kept. */
const longest = 300;

/** A value as it stands in a record: one line, no control or invisible characters, not longer than a headline. */
export function cleanValue(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .trim();
  if (line === '') return undefined;
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}

/** The day of a time stamp as it is written (`2025-02-18T23:10+08:00` → `2025-02-18`); undefined for what is no date. */
export function dayOf(value: unknown): string | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(String(value ?? '')) ?? [];
  if (year === undefined || Number(year) < 1900) return undefined;
  if (month === undefined) return year;
  const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
  const date = new Date(`${parts.join('-')}${day === undefined ? '-01' : ''}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parts.join('-'));
  return isReal ? parts.join('-') : undefined;
}

export function languageOf(value: unknown): string | undefined {
  const tag = String(value ?? '')
    .trim()
    .replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag) ? tag : undefined;
}

/** The first value that is there, of each key. */
export function merged(...all: readonly About[]): About {
  const result: { -readonly [key in keyof About]: About[key] } = {};
  for (const key of ['title', 'publisher', 'published', 'language'] as const) {
    const value = all.find((about) => about[key] !== undefined)?.[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}
