import {
  classAt,
  classes,
  DIGIT,
  digitValues,
  folded,
  isCapital,
  isLetter,
  SPACE,
  skipSpace,
  skipSpaceBack,
} from './characters.ts';
import { Exact } from './exact.ts';
import { opensLine } from './names.ts';
import { dataOf } from './phrases.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { spelled } from './spelled.ts';

/** A date as it is printed. */
export interface DateReading {
  readonly start: number;
  readonly end: number;
  /** The day's digits, or the month's name where there is no day. */
  readonly digits: { readonly start: number; readonly end: number };
  readonly date: string;
  readonly weekday?: number;
  readonly relative?: boolean;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Days of each month; a 29 February without a year is possible. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isDay = (day: number, month: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (monthDays[month - 1] as number);

/** Whether four digits may be a year: those of the records that people keep. */
export const isYear = (value: number | undefined): value is number =>
  value !== undefined && value >= 1700 && value < 2200;

interface Digits {
  readonly value: number;
  readonly end: number;
  readonly length: number;
}

export function plainDigits(text: string, offset: number): Digits | undefined {
  let value = 0;
  let i = offset;
  while (i < text.length && classes[text.charCodeAt(i)] === DIGIT && i - offset < 10) {
    value = value * 10 + (digitValues[text.charCodeAt(i++)] as number);
  }
  return i === offset || classAt(text, i) === DIGIT ? undefined : { value, end: i, length: i - offset };
}

const none: readonly DateReading[] = [];

/** The dates that start with the digits at `offset`: one, or the two of *du 3 au 5 mai*. Empty where none does. */
export function datesAt(scope: Scope, offset: number): readonly DateReading[] {
  const { text, lexicon } = scope;
  const first = plainDigits(text, offset);
  if (!first || first.length > 4) return none;
  const next = text.charCodeAt(first.end);
  if (first.length === 4) {
    const date = yearFirst(scope, offset, first);
    return date ? [date] : none;
  }
  if (first.length > 2) return none;
  if (lexicon.table.dates.marks.month.length > 0) {
    const date = marked(scope, offset, first.value, first.end);
    return date ? [date] : none;
  }
  if (next === 0x2e || next === 0x2f || next === 0x2d) {
    const date = numericDate(scope, offset, first, next);
    if (date) return [date];
  }
  if (first.value > 31 || first.value === 0) return none;
  const whole = dayMonth(scope, offset, first);
  if (whole) return [whole];
  return dayRange(scope, offset, first);
}

/** `2025-03-20`, `2025/3/20`, `2025年3月20日`. */
function yearFirst(scope: Scope, offset: number, year: Digits): DateReading | undefined {
  const { text } = scope;
  if (!isYear(year.value)) return undefined;
  const sign = text.charCodeAt(year.end);
  if (sign === 0x2d || sign === 0x2f || sign === 0x2e) {
    const month = plainDigits(text, year.end + 1);
    if (!month || month.length > 2 || text.charCodeAt(month.end) !== sign) return undefined;
    const day = plainDigits(text, month.end + 1);
    if (!day || day.length > 2 || !isDay(day.value, month.value)) return undefined;
    if (isLetter(text, day.end) && text[day.end] !== 'T') return undefined;
    return made(scope, offset, offset, day.end, { year: year.value, month: month.value, day: day.value });
  }
  return markedFromYear(scope, offset, year.value, year.end);
}

/** 2025年3月, 二〇二五年三月二十日: the date that goes on behind a year with its mark. */
export function markedFromYear(scope: Scope, offset: number, year: number, end: number): DateReading | undefined {
  const { text } = scope;
  const mark = scope.after(end, A.year);
  const month = mark && small(scope, skipSpace(text, mark.end));
  return month && marked(scope, offset, month.value, month.end, year);
}

/** A number of at most two digits, in digits or in words. */
export function small(scope: Scope, offset: number): { value: number; end: number } | undefined {
  const { text, lexicon } = scope;
  const digits = plainDigits(text, offset);
  if (digits) return digits.length <= 2 ? digits : undefined;
  const words = spelled(lexicon, text, offset);
  if (!words?.value.isInteger() || words.value.compare(Exact.of(31)) > 0) return undefined;
  return { value: Number(words.value.toString()), end: words.end };
}

/** *le premier mars*: a day in words. */
export function dateWithDay(scope: Scope, start: number, end: number, day: number): DateReading | undefined {
  return dayMonth(scope, start, { value: day, end, length: 2 });
}

/** 3月20日, with the year that stood before it. A month alone needs its year. */
export function marked(
  scope: Scope,
  start: number,
  month: number,
  end: number,
  year?: number,
): DateReading | undefined {
  const { text } = scope;
  const mark = scope.after(end, A.month);
  if (!mark || month < 1 || month > 12) return undefined;
  const day = small(scope, skipSpace(text, mark.end));
  const dayMark = day && scope.after(day.end, A.day);
  if (day && dayMark && isDay(day.value, month)) {
    return made(scope, start, start, dayMark.end, { ...(year !== undefined && { year }), month, day: day.value });
  }
  if (year === undefined) {
    const relative = scope.before(start, B.relative);
    return relative && { ...made(scope, start, start, mark.end, { month }), relative: true };
  }
  return made(scope, start, start, mark.end, { year, month });
}

/** `20.03.2025`, `20/3/25`: three numbers between the same signs. */
function numericDate(scope: Scope, offset: number, first: Digits, sign: number): DateReading | undefined {
  const { text } = scope;
  const gap = sign === 0x2e ? skipSpace(text, first.end + 1) : first.end + 1;
  const second = plainDigits(text, gap);
  if (!second || second.length > 2 || text.charCodeAt(second.end) !== sign) return undefined;
  const third = plainDigits(text, sign === 0x2e ? skipSpace(text, second.end + 1) : second.end + 1);
  // `15.9.`: day and month with their points, where the language writes them so. A heading opens its line.
  const labelled = scope.before(offset, B.label);
  if (
    !third &&
    !labelled &&
    sign === 0x2e &&
    scope.lexicon.table.dates.daySuffixes.includes('.') &&
    isDay(first.value, second.value)
  ) {
    return isLetter(text, second.end + 1) || opensSection(text, offset, second.end + 1)
      ? undefined
      : made(scope, offset, offset, second.end + 1, { month: second.value, day: first.value });
  }
  if (!third || !(third.length === 4 && isYear(third.value))) {
    // `3.10.24` is a date where days are written with their point; elsewhere two digits each are needed.
    const { daySuffixes, shortYears } = scope.lexicon.table.dates;
    const short = !labelled && ((sign === 0x2e && daySuffixes.includes('.')) || (sign === 0x2f && shortYears === true));
    if (third?.length !== 2 || !(short || (first.length === 2 && second.length === 2))) return undefined;
    if (isLetter(text, third.end)) return undefined;
  }
  const year = third.length === 4 ? third.value : 2000 + third.value;
  const dayFirst = scope.lexicon.table.dates.numericOrder === 'day-month';
  const [day, month] =
    dayFirst || !isDay(second.value, first.value) ? [first.value, second.value] : [second.value, first.value];
  if (!isDay(day, month)) {
    return isDay(month, day) ? made(scope, offset, offset, third.end, { year, month: day, day: month }) : undefined;
  }
  if (text.charCodeAt(third.end) === sign && classAt(text, third.end + 1) === DIGIT) return undefined;
  return made(scope, offset, offset, third.end, { year, month, day });
}

/** `1.2. Titel`: the number of a section at the start of a line. */
const opensSection = (text: string, start: number, end: number): boolean =>
  opensLine(text, start) && /^[ \t]+\p{L}/u.test(text.slice(end, end + 3));

/** *20 mars 2025*, *1er mars*, *20. März*, *20th of March*. */
function dayMonth(scope: Scope, offset: number, day: Digits): DateReading | undefined {
  const { text, lexicon } = scope;
  let at = afterDay(scope, day.end);
  if (at < 0) return undefined;
  const link = lexicon.after.match(text, at, A.dateLink);
  if (link && link.end > at) at = skipSpace(text, link.end);
  const month = lexicon.number.match(text, at, N.month);
  const value = month && dataOf<number>(month, N.month);
  if (!month || !value || !isDay(day.value, value)) return undefined;
  const year = yearAfter(scope, month.end);
  // *those aged 17 may*: a month that is written with a capital, or has its year.
  if (!year && scope.lexicon.capitalMonths && !isCapital(text, month.start)) return undefined;
  return made(scope, offset, offset, year?.end ?? month.end, {
    ...(year && { year: year.value }),
    month: value,
    day: day.value,
  });
}

/** Behind the day's suffix and space; negative where letters follow that are no suffix. */
function afterDay(scope: Scope, end: number): number {
  const { text, lexicon } = scope;
  // No suffix begins with a space.
  if (classAt(text, end) === SPACE) return skipSpace(text, end);
  for (const suffix of lexicon.table.dates.daySuffixes) {
    if (!text.startsWith(suffix, end)) continue;
    const after = end + suffix.length;
    if (!isLetter(text, after) || suffix.endsWith('.')) return skipSpace(text, after);
  }
  return isLetter(text, end) ? -1 : skipSpace(text, end);
}

/** No list of days is longer. */
const mostDays = 6;

/** *du 3 au 5 mai*, *3.–5. Mai*, *le 3 et le 5 mai*, *am 12., 13. und 14. März*: the month stands once for all days. */
function dayRange(scope: Scope, offset: number, first: Digits): DateReading[] {
  const { text } = scope;
  const days = [{ start: offset, end: first.end, value: first.value }];
  let at = afterDay(scope, first.end);
  while (at >= 0 && days.length < mostDays) {
    const next = behindDay(scope, at);
    const day = next === undefined ? undefined : plainDigits(text, next);
    if (next === undefined || !day || day.length > 2 || day.value < 1 || day.value > 31) return [];
    const whole = dayMonth(scope, next, day);
    const month = whole && /-(\d\d)-\d\d$/.exec(whole.date)?.[1];
    if (!whole || !month) {
      days.push({ start: next, end: day.end, value: day.value });
      at = afterDay(scope, day.end);
      continue;
    }
    if (!days.every(({ value }) => isDay(value, Number(month)))) return [];
    const dated = days.map(({ start, end, value }) => ({
      start,
      end,
      digits: { start, end },
      date: whole.date.slice(0, -2) + pad(value),
    }));
    return [...dated, whole];
  }
  return [];
}

/** Behind what joins two days of one month, and the article of the second: *et le*, *bis zum*, a comma, a dash. */
function behindDay({ text, lexicon }: Scope, at: number): number | undefined {
  const link = lexicon.after.match(text, at, A.connector | A.and | A.between);
  const sign = folded[text.charCodeAt(at)] === 0x2d || text[at] === ',' || text[at] === '/';
  if (!link && !sign) return undefined;
  const next = skipSpace(text, link ? link.end : at + 1);
  const article = lexicon.after.match(text, next, A.stop);
  return article && article.end - next < 4 ? skipSpace(text, article.end) : next;
}

/** A year behind a month, `,` or a little word between them. */
export function yearAfter(scope: Scope, end: number): Digits | undefined {
  const { text, lexicon } = scope;
  let at = skipSpace(text, end);
  if (text[at] === '.' && at === end) at = skipSpace(text, at + 1);
  const link = lexicon.after.match(text, at, A.dateLink);
  if (link) at = skipSpace(text, link.end);
  else if (text[at] === ',') at = skipSpace(text, at + 1);
  const year = plainDigits(text, at);
  return year && year.length === 4 && isYear(year.value) && !isLetter(text, year.end) ? year : undefined;
}

/** A date that starts with the name of its month: *March 20, 2025*, *octobre 2022*, *octobre dernier*. */
export function dateAtMonth(scope: Scope, offset: number): DateReading | undefined {
  const { text, lexicon } = scope;
  const match = lexicon.number.match(text, offset, N.month);
  const month = match && dataOf<number>(match, N.month);
  if (!match || !month) return undefined;
  const monthFirst = lexicon.table.dates.order === 'month-day';
  if (monthFirst && !isCapital(text, offset)) return undefined;
  const at = skipSpace(text, match.end);
  const day = monthFirst ? plainDigits(text, at) : undefined;
  if (day && day.length <= 2 && isDay(day.value, month)) {
    const after = afterDay(scope, day.end);
    const signs = text[day.end] ?? '';
    if (after >= 0 && !(/[.,:%]/.test(signs) && classAt(text, day.end + 1) === DIGIT)) {
      const year = yearAfter(scope, Math.max(day.end, skipSpaceBack(text, after)));
      const end = year?.end ?? (after > day.end ? skipSpaceBack(text, after) : day.end);
      return made(scope, offset, offset, end, { ...(year && { year: year.value }), month, day: day.value });
    }
  }
  const year = yearAfter(scope, match.end);
  if (year) return made(scope, offset, offset, year.end, { year: year.value, month });
  const after = lexicon.after.match(text, at, A.relative);
  if (after) return { ...made(scope, offset, offset, after.end, { month }), relative: true };
  const before = scope.before(offset, B.relative);
  if (before) return { ...made(scope, offset, before.start, match.end, { month }), relative: true };
  return undefined;
}

interface Parts {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/** The reading, with the weekday beside it taken in. */
function made(scope: Scope, digitsStart: number, start: number, end: number, parts: Parts): DateReading {
  const { text, lexicon } = scope;
  const head = parts.year === undefined ? '-' : String(parts.year);
  const tail = parts.day === undefined ? '' : `-${pad(parts.day)}`;
  const date = `${head}-${pad(parts.month)}${tail}`;
  const digits = { start: digitsStart, end };
  if (parts.day === undefined) return { start, end, digits, date };
  let at = skipSpaceBack(text, start);
  for (let i = 0; i < 2; i++) {
    if (text[at - 1] === ',') at = skipSpaceBack(text, at - 1);
    const little = lexicon.before.match(text, at, B.dateLink | B.filler | B.article);
    if (little && !lexicon.before.match(text, at, B.weekday)) at = skipSpaceBack(text, little.start);
  }
  const before = lexicon.before.match(text, at, B.weekday);
  if (before) return { start: before.start, end, digits, date, weekday: dataOf<number>(before, B.weekday) as number };
  const open = skipSpace(text, end);
  if (!'(（,，'.includes(text[open] ?? ' ') && classAt(text, end) !== SPACE && lexicon.spaced)
    return { start, end, digits, date };
  const inside = '(（'.includes(text[open] ?? ' ');
  const after = inside || !lexicon.spaced ? lexicon.after.match(text, inside ? open + 1 : open, A.weekday) : undefined;
  if (!after) return { start, end, digits, date };
  const closed = inside && ')）'.includes(text[after.end] ?? ' ') ? after.end + 1 : after.end;
  return { start, end: closed, digits, date, weekday: dataOf<number>(after, A.weekday) as number };
}
