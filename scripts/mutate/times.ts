/** Wrong dates and periods: another day, month or year. */
import type { DateClaim, FigureClaim } from '../../src/records/model.ts';
import { sentenceAt } from '../../src/text/sentences.ts';
import type { Ground, Maker, Mutant } from './mutant.ts';

interface Parts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

export const dateMutants: Maker<DateClaim> = (subject) => {
  const { date } = subject.claim;
  const right = partsOf(date.value);
  return right
    ? others(right).map((wrong): Mutant => {
        const newText = written(wrong);
        const reasons = subject.grounds.map((ground) => whyNotDate(right, wrong, ground, subject.language));
        const excused = reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
        return {
          kind: 'date',
          what: `date ${date.value} → ${newText}`,
          edit: { start: date.start, end: date.end, newText },
          rules: ['date/not-in-source', ...(wrong.year === right.year ? [] : ['date/weekday'])],
          ...(excused !== undefined && { excused }),
        };
      })
    : [];
};

export const periodMutants: Maker<FigureClaim> = (subject) => {
  const { claim, grounds, record, language } = subject;
  const { period } = claim;
  if (!period || claim.derived) return [];
  return otherPeriods(period.value).map((newText): Mutant => {
    const reasons = grounds.map((ground) =>
      whyNotPeriod(period.value, newText, ground, {
        language,
        isTarget: claim.kind === 'target',
        written: ground.published ?? record.date?.value,
      }),
    );
    const excused = reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
    return {
      kind: 'date',
      what: `period ${period.value} → ${newText}`,
      edit: { start: period.start, end: period.end, newText },
      rules: ['figure/period'],
      ...(excused !== undefined && { excused }),
    };
  });
};

function partsOf(date: string): Parts | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

const written = ({ year, month, day }: Parts): string =>
  [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-');

/** Another day, another month, another year; each two or three times, and only dates that there are. */
function others(right: Parts): readonly Parts[] {
  const { year, month, day } = right;
  const days = day === undefined ? [] : [day - 1, day + 1, day + 7, day - 10];
  const months = month === undefined ? [] : [month - 1, month + 1, ((month + 5) % 12) + 1];
  return [
    ...days.map((other) => ({ ...right, day: other })),
    ...months.map((other) => ({ ...right, month: other })),
    ...[year - 1, year + 1, year - 10].map((other) => ({ ...right, year: other })),
  ].filter(exists);
}

function exists({ year, month = 1, day = 1 }: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year));

const textOf = ({ article, pieces }: Ground): string =>
  pieces.map(({ start, end }) => article.text.slice(start, end)).join(' ');

/** The sentences in which the pieces of a passage begin and end. */
const sentenceOf = ({ article: { text }, pieces }: Ground): string =>
  pieces
    .map(({ start, end }) => text.slice(sentenceAt(text, start).start, sentenceAt(text, Math.max(start, end - 1)).end))
    .join(' ');

function whyNotDate(right: Parts, wrong: Parts, ground: Ground, language: string): string | undefined {
  const passage = textOf(ground);
  if (wrong.day !== right.day && new RegExp(`(?<!\\d)0?${wrong.day}(?!\\d)`).test(passage)) return stands;
  if (wrong.month !== right.month && namesMonth(passage, wrong.month, language)) return stands;
  if (wrong.year === right.year) return undefined;
  const sentence = sentenceOf(ground);
  if (yearsIn(sentence).includes(wrong.year)) return stands;
  const published = Number(ground.published?.slice(0, 4));
  if (isPlainYear(sentence, right.year, language) || Math.abs(wrong.year - published) > 1) return undefined;
  return hasOtherWeekday(right, wrong) && namesWeekday(passage, language) ? undefined : 'nothing names the year';
}

const stands = 'the other day, month or year stands in the passage too';

const nameOf = (language: string, part: 'month' | 'weekday', date: Date): string =>
  new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' }).format(date).toLowerCase();

function namesMonth(text: string, month: number | undefined, language: string): boolean {
  if (month === undefined) return false;
  const name = nameOf(language, 'month', new Date(Date.UTC(2024, month - 1, 1)));
  return new RegExp(`(?<!\\d)${name}`, 'i').test(text) || new RegExp(`(?<!\\d)0?${month}(?:月|[./])`).test(text);
}

const namesWeekday = (text: string, language: string): boolean =>
  [1, 2, 3, 4, 5, 6, 7].some((day) =>
    text.toLowerCase().includes(nameOf(language, 'weekday', new Date(Date.UTC(2024, 0, day)))),
  );

const hasOtherWeekday = (right: Parts, wrong: Parts): boolean => weekday(right) !== weekday(wrong);

const weekday = ({ year, month, day }: Parts): number | undefined =>
  month === undefined || day === undefined ? undefined : new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Periods of other years, and other months of the same one; an interval is moved past itself. */
function otherPeriods(period: string): readonly string[] {
  const years = period.match(/\d{4}/g)?.map(Number) ?? [];
  const [first = 0, last = first] = years;
  const step = last - first + 1;
  const moved = [-step, step, -step - 3].map((by) => period.replace(/\d{4}/g, (year) => String(Number(year) + by)));
  const month = partsOf(period);
  const months = month?.month === undefined || month.day !== undefined ? [] : [month.month - 1, month.month + 1];
  return [
    ...moved,
    ...months.flatMap((other) =>
      month && exists({ ...month, month: other }) && other > 0 && other < 13
        ? [written({ ...month, month: other })]
        : [],
    ),
  ];
}

interface About {
  readonly language: string;
  readonly isTarget: boolean;
  /** When the source or the record was written. */
  readonly written: string | undefined;
}

/** Words in front of a year that is no part of a name; names of months beside them. */
const plainly =
  /(?:^|[\s(,«“"'’])(?:en|d['’]ici|fin|début|depuis|de|du|à|au|et|année|an|in|by|since|until|from|to|and|of|for|before|after|end|year|im|Jahr(?:e|es)?|bis|seit|von|und|entre|between|Ende|Anfang|Mitte|zum)[\s\u00a0]*$/iu;

/** German names end in a noun, which has a capital. */
const lowerCase = /(?:^|\s)\p{Ll}+[\s\u00a0]$/u;

function whyNotPeriod(right: string, wrong: string, ground: Ground, about: About): string | undefined {
  const sentence = sentenceOf(ground);
  const named = yearsIn(sentence);
  const [own = 0, ownLast = own] = right.match(/\d{4}/g)?.map(Number) ?? [];
  const [other = 0, otherLast = other] = wrong.match(/\d{4}/g)?.map(Number) ?? [];
  if (named.length === 0) return 'the sentence names no year';
  if (!named.includes(own) && !named.includes(ownLast)) return 'the sentence does not name the year of the claim';
  if (other === own) return whyNotMonth(right, wrong, sentence, named, about.language);
  if (Math.min(...named) <= otherLast && other <= Math.max(...named)) return 'the sentence names that year too';
  if (![own, ownLast].some((year) => isPlainYear(sentence, year, about.language)))
    return 'the year may be part of a name';
  const writtenIn = about.written === undefined ? Number.POSITIVE_INFINITY : Number(about.written.slice(0, 4));
  if (about.isTarget && other > ownLast && ownLast <= writtenIn) return 'earlier years beside a target do not count';
  return undefined;
}

/** Whether a year stands in a sentence as a year, and not only in a name or a title. */
function isPlainYear(sentence: string, year: number, language: string): boolean {
  const months = new RegExp(`(?:${monthNames(language).join('|')})[\\s\\u00a0]*$`, 'i');
  return [...sentence.matchAll(new RegExp(`(?<!\\d)${year}(?!\\d)(年)?`, 'g'))].some(({ index, 1: sign }) => {
    const before = sentence.slice(Math.max(0, index - 20), index);
    const isPlain = plainly.test(before) || months.test(before) || (language === 'de' && lowerCase.test(before));
    return sign !== undefined || index === 0 || isPlain;
  });
}

const monthNames = (language: string): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => nameOf(language, 'month', new Date(Date.UTC(2024, month, 1))));

function whyNotMonth(
  right: string,
  wrong: string,
  sentence: string,
  named: readonly number[],
  language: string,
): string | undefined {
  const [own, other] = [partsOf(right), partsOf(wrong)];
  if (!own || !namesMonth(sentence, own.month, language)) return 'the sentence does not name the month';
  if (namesMonth(sentence, other?.month, language)) return stands;
  return named.filter((year) => year === own.year).length > 1 ? 'the sentence names the year alone too' : undefined;
}
