import { classAt, DIGIT, folded, isLetter, skipSpace } from './characters.ts';
import { type DateReading, isDay, yearAfter } from './dates.ts';
import type { Scope } from './numeral.ts';
import { A } from './roles.ts';

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
