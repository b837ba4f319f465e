import { classAt, DIGIT, folded, isLetter, skipSpace } from './characters.ts';
import { type DateReading, isDay, plainDigits, small, yearAfter } from './dates.ts';
import { dataOf } from './phrases.ts';
import { A } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/**
 * *May 1-3, 2024*, *March 3 and 4*: where the month stands first, the second day that shares it. The year belongs to both. A
 * number that counts or measures something is no day: *on March 3 and 4 companies*.
 */
export function withSecondDay(scope: Scope, first: DateReading): readonly DateReading[] {
  const { text, lexicon } = scope;
  const parts = /^(-|\d{4})-(\d\d)-(\d\d)$/.exec(first.date);
  if (lexicon.table.dates.order !== 'month-day' || !parts || classAt(text, first.end - 1) !== DIGIT) return [first];
  const [, year = '-', month = '', day = ''] = parts;
  const gap = skipSpace(text, first.end);
  const link = lexicon.after.match(text, gap, A.connector | A.and);
  const dash = folded[text.charCodeAt(gap)] === 0x2d;
  if (year !== '-' || (!link && !dash)) return [first];
  const at = skipSpace(text, link ? link.end : gap + 1);
  const second = /^(\d{1,2})(?![\d%:/]|[.,]\d)/.exec(text.slice(at, at + 4))?.[1];
  if (second === undefined || Number(second) <= Number(day) || !isDay(Number(second), Number(month))) return [first];
  const end = at + second.length;
  const next = skipSpace(text, end);
  const counts = lexicon.after.match(text, next, A.unit | A.noun | A.percent | A.currency);
  const named = link !== undefined && isLetter(text, next) && !lexicon.after.match(text, next, A.stop);
  if (isLetter(text, end) || counts || named) return [first];
  const printed = yearAfter(scope, end);
  const head = `${printed?.value ?? '-'}-${month}-`;
  const to = printed?.end ?? end;
  return [
    { ...first, date: head + day },
    { start: at, end: to, digits: { start: at, end: to }, date: head + second.padStart(2, '0') },
  ];
}

/** 3月3日至5日, 5月3日、4日和5日: the days behind a date that share its month and its year. */
export function withMarkedDays(scope: Scope, first: DateReading): readonly DateReading[] {
  const { lexicon } = scope;
  const parts = /^((?:-|\d{4})-(\d\d)-)(\d\d)$/.exec(first.date);
  if (lexicon.table.dates.marks.day.length === 0 || !parts) return [first];
  const dates = [first];
  let last = Number(parts[3]);
  for (let { end } = first; ; ) {
    const start = behindJoint(scope, end);
    const day = start === undefined ? undefined : small(scope, start);
    if (start === undefined || !day || day.value <= last || !isDay(day.value, Number(parts[2]))) break;
    const mark = scope.after(day.end, A.day);
    const longer = mark && scope.after(day.end, A.currency | A.unit | A.noun);
    if (!mark || (longer && longer.end > mark.end)) break;
    ({ end } = mark);
    last = day.value;
    dates.push({ start, end, digits: { start, end }, date: (parts[1] as string) + String(last).padStart(2, '0') });
  }
  return dates;
}

/** Behind a word for *and* or *to*, a dash or a comma. */
function behindJoint({ text, lexicon }: Scope, end: number): number | undefined {
  const at = skipSpace(text, end);
  const link = lexicon.after.match(text, at, A.connector | A.and);
  if (link) return skipSpace(text, link.end);
  const sign = folded[text.charCodeAt(at)] === 0x2d || isSign(text, at, SIGNS.comma | SIGNS.tilde);
  return sign ? skipSpace(text, text[at] === '—' && text[at + 1] === '—' ? at + 2 : at + 1) : undefined;
}

/** 1—5月: a span of months, which is neither a date nor a number. Where it ends. */
export function monthSpan(scope: Scope, offset: number): number | undefined {
  const { text, lexicon } = scope;
  if (lexicon.table.dates.marks.month.length === 0) return undefined;
  const first = plainDigits(text, offset);
  if (!first || first.length > 2) return undefined;
  const mark = lexicon.after.match(text, first.end, A.month | A.day);
  // 12日元 is money, 12日 a day.
  const longer = mark && lexicon.after.match(text, first.end, A.currency | A.unit | A.noun);
  if (longer && longer.end > mark.end) return undefined;
  // 30日内 is a span of time: a qualifier behind the day says so.
  if (mark && dataOf(mark, A.day) && lexicon.after.match(text, mark.end, A.qualifier)) return undefined;
  const at = mark ? mark.end : first.end;
  const link = lexicon.after.match(text, skipSpace(text, at), A.connector | A.and);
  let next = link ? link.end : skipSpace(text, at);
  if (!link && folded[text.charCodeAt(next)] !== 0x2d && !'~～'.includes(text[next] ?? ' '))
    return mark ? mark.end : undefined;
  while (!link && (folded[text.charCodeAt(next)] === 0x2d || '~～'.includes(text[next] ?? ' '))) next++;
  const second = plainDigits(text, skipSpace(text, next));
  const end = second && second.length <= 2 ? lexicon.after.match(text, second.end, A.month | A.day) : undefined;
  return end ? end.end : mark?.end;
}
