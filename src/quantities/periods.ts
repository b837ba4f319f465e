import {
  classAt,
  classes,
  DIGIT,
  digitValues,
  folded,
  isCapital,
  isLetter,
  LETTER,
  skipSpace,
  skipSpaceBack,
} from './characters.ts';
import { isYear } from './dates.ts';
import { inQuotation, opensSentence } from './names.ts';
import { dataOf } from './phrases.ts';
import type { PeriodMention } from './quantity.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';

function fourDigits(text: string, offset: number): number | undefined {
  let value = 0;
  for (let i = offset; i < offset + 4; i++) {
    const digit = i < text.length ? (digitValues[text.charCodeAt(i)] as number) : 255;
    if (digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return classAt(text, offset + 4) === DIGIT ? undefined : value;
}

/** The year or the years that start at `offset` with the year `value`, and where they end. */
export function periodAt(scope: Scope, offset: number, value: number): PeriodMention {
  const { text, lexicon } = scope;
  let end = offset + 4;
  let period = String(value);
  const mark = lexicon.after.match(text, end, A.year);
  if (mark) end = mark.end;
  const last = lastYear(scope, end, value);
  if (last) {
    end = last.end;
    period = `${value}/${last.year}`;
  } else {
    const quarter = scope.number(end, N.quarter);
    const part = quarter && !lexicon.spaced ? dataOf<number>(quarter, N.quarter) : undefined;
    if (quarter && part)
      return {
        start: offset,
        end: quarter.end,
        period: partOfYear(value, part),
        ...asideOf(scope, offset, quarter.end),
      };
  }
  const aside = asideOf(scope, offset, end);
  return { start: offset, end, period, ...aside, ...(!aside.aside && opens(scope, offset, end) && { opening: true }) };
}

/** *In 2019 …* at the start of a sentence, 2019年，…; *2024 exports* open a sentence and say when of nothing else. */
function opens({ text, lexicon }: Scope, start: number, end: number): boolean {
  const yearWord = lexicon.before.match(text, skipSpaceBack(text, start), B.yearWord);
  if (!opensSentence(text, yearWord ? yearWord.start : start)) return false;
  return ',，'.includes(text[end] ?? ' ') || (yearWord !== undefined && lexicon.spaced);
}

/** `2013-2021`, `2023/24`, *2013 à 2021*. */
function lastYear(scope: Scope, end: number, first: number): { year: number; end: number } | undefined {
  const { text, lexicon } = scope;
  const at = skipSpace(text, end);
  const sign = text.charCodeAt(at);
  let next: number;
  if (folded[sign] === 0x2d || sign === 0x2f || '~～'.includes(text[at] ?? ' ')) {
    next = at + 1;
    while (folded[text.charCodeAt(next)] === 0x2d) next++;
    next = skipSpace(text, next);
    const short = shortYear(text, next, first);
    if (short !== undefined && at === end) return { year: short, end: next + 2 };
  } else {
    const link = lexicon.after.match(text, at, A.connector | A.between | A.changeTo);
    if (!link) return undefined;
    if (dataOf(link, A.connector) === undefined && !scope.before(end - 4, B.between)) return undefined;
    next = skipSpace(text, link.end);
  }
  const year = fourDigits(text, next);
  if (!isYear(year) || year < first || isLetter(text, next + 4)) return undefined;
  const mark = lexicon.after.match(text, next + 4, A.year);
  return { year, end: mark ? mark.end : next + 4 };
}

function shortYear(text: string, offset: number, first: number): number | undefined {
  if (
    classAt(text, offset) !== DIGIT ||
    classAt(text, offset + 1) !== DIGIT ||
    classAt(text, offset + 2) === DIGIT ||
    isLetter(text, offset + 2)
  )
    return undefined;
  const year =
    first -
    (first % 100) +
    (digitValues[text.charCodeAt(offset)] as number) * 10 +
    (digitValues[text.charCodeAt(offset + 1)] as number);
  return year > first ? year : undefined;
}

const partOfYear = (year: number, part: number): string =>
  part <= 4 ? `${year}-Q${part}` : part === 5 ? `${year}-01/${year}-06` : `${year}-07/${year}-12`;

/** *premier trimestre 2025*: a part of a year, named before it. */
export function quarterAt(scope: Scope, offset: number): PeriodMention | undefined {
  const { text, lexicon } = scope;
  const match = lexicon.number.match(text, offset, N.quarter);
  const part = match && dataOf<number>(match, N.quarter);
  if (!match || !part) return undefined;
  let at = skipSpace(text, match.end);
  for (let step = 0; step < 2; step++) {
    const link = lexicon.after.match(text, at, A.dateLink | A.link);
    if (link) at = skipSpace(text, link.end);
  }
  const year = fourDigits(text, at);
  return isYear(year)
    ? { start: offset, end: at + 4, period: partOfYear(year, part), ...asideOf(scope, offset, at + 4) }
    : undefined;
}

/** Why a year says nothing about the period of a figure beside it. */
function asideOf(scope: Scope, start: number, end: number): { aside?: 'name' | 'baseline' } {
  const { text, lexicon } = scope;
  let at = skipSpaceBack(text, start);
  const next = skipSpace(text, end);
  if (lexicon.table.periods.pricesAfter?.some((word) => text.startsWith(word, next))) return { aside: 'baseline' };
  if (lexicon.before.match(text, at, B.baseline) || namesBracket(text, start, end)) return { aside: 'baseline' };
  const yearWord = lexicon.before.match(text, at, B.yearWord);
  if (yearWord) {
    const before = skipSpaceBack(text, yearWord.start);
    const filler = lexicon.before.match(text, before, B.filler | B.article);
    at = filler ? skipSpaceBack(text, filler.start) : before;
    if (lexicon.before.match(text, at, B.baseline) || lexicon.before.match(text, before, B.baseline))
      return { aside: 'baseline' };
  }
  if (inQuotation(text, start, end) || isTitled(scope, start, end)) return { aside: 'name' };
  return {};
}

/** *215.900 (2023: 259.600)*: the year of the number in brackets, and of none outside them. */
const namesBracket = (text: string, start: number, end: number): boolean =>
  '(（[【'.includes(text[start - 1] ?? ' ') && ':：'.includes(text[skipSpace(text, end)] ?? ' ');

/** *Agenda 2030*, *loi 2019-486*, *(2022)* behind a title, a caption that opens its line with a label. */
function isTitled(scope: Scope, start: number, end: number): boolean {
  const { text, lexicon } = scope;
  const at = skipSpaceBack(text, start);
  const title = lexicon.before.match(text, at, B.title | B.label);
  const yearWord = lexicon.before.match(text, at, B.yearWord);
  // *à l'horizon 2035*
  if (title && !(yearWord && yearWord.start < title.start)) return true;
  if (yearWord) return false;
  if (text[start - 1] === '/' || text[end] === '/') return true;
  if (classAt(text, at - 1) !== LETTER || !lexicon.spaced) return false;
  let from = at;
  while (from > 0 && classes[text.charCodeAt(from - 1)] === LETTER) from--;
  // Where every noun has a capital, only the table's own titles tell a name.
  if (lexicon.table.nouns.compounds || !isCapital(text, from) || opensSentence(text, from)) return false;
  return lexicon.number.match(text, from, N.month) === undefined;
}
