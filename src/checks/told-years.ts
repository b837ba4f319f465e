import type { Article } from '../articles/article.ts';
import { builtInLexicon } from '../quantities/recognise.ts';
import { type RelativeYear, relativeYears } from '../quantities/relative-years.ts';
import { sentenceAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { type Days, daysOf } from './calendar.ts';
import { mentionsWithin } from './within.ts';

/** The years that a sentence tells from others: *last year*, *a year earlier*. */
export interface ToldYears {
  /** Those that can be worked out. */
  readonly days: readonly Days[];
  /** Another one may be meant: what it is told from is not known, or how far it lies from it. */
  readonly open: boolean;
}

/** The years that the words of a stretch tell from others, in view of the day of publication and of the years round it. */
export function toldYears(article: Article, stretch: Span, number: Span, published: Days | undefined): ToldYears {
  const told = relativeYears(article.text, stretch, builtInLexicon(article.language).table).filter(
    (each) => !isNamed(article.text, each) && (!each.compared || owns(article.text, each, number)),
  );
  if (told.length === 0) return { days: [], open: false };
  const from = {
    writing: published ? [yearOf(published)] : [],
    text: told.some((each) => each.from === 'text') ? namedNear(article, stretch, published) : [],
  };
  const years = told.flatMap((each) =>
    each.years === undefined ? [] : from[each.from].map((year) => year + (each.years as number)),
  );
  const open = told.some((each) => each.years === undefined || from[each.from].length === 0);
  return { days: years.flatMap(wholeYear), open };
}

/** *Ein Jahr zuvor, 2023, …*: the year stands beside its words, in digits, and needs no working out. */
const isNamed = (text: string, { start, end }: Span): boolean =>
  /^\s?[,，(（]\s?(?:19|20)\d\d(?!\d)/u.test(text.slice(end, end + 8)) ||
  /(?<!\d)(?:19|20)\d\d[,，]\s?$/u.test(text.slice(Math.max(0, start - 8), start));

/** *2 % weniger als im Vorjahr (49,7)*, *last year's 49.7*, 上年的2800亿元: what is measured against is the number itself. */
const owns = (text: string, { end }: Span, number: Span): boolean =>
  end <= number.start &&
  number.start - end < reach.behind &&
  /^(?:['’]?s?\s*|的)[(（]?\s?\p{Sc}?\s?$/u.test(text.slice(end, number.start));

/** The year that is told right beside a date without one: *3 March last year*, 去年3月3日. Undefined where there is none. */
export function yearBeside(article: Article, date: Span, published: Days | undefined): Days | undefined {
  if (!published) return undefined;
  const { text } = article;
  const stretch = {
    start: Math.max(0, date.start - reach.before),
    end: Math.min(text.length, date.end + reach.behind),
  };
  const beside = relativeYears(text, stretch, builtInLexicon(article.language).table).find(
    (each) => each.from === 'writing' && adjoins(text, each, date),
  );
  return beside?.years === undefined ? undefined : wholeYear(yearOf(published) + beside.years)[0];
}

/** How far from a date the words that tell its year may begin or end, in UTF-16 units. */
const reach = { before: 8, behind: 36 };

/** Nothing but a short word or a comma stands between: *le 3 mars de l'an dernier*. */
function adjoins(text: string, told: RelativeYear, date: Span): boolean {
  if (told.end <= date.start) return /^\s*$/u.test(text.slice(told.end, date.start));
  return told.start >= date.end && /^[,\s]*(?:\p{L}{1,3}\s)?$/u.test(text.slice(date.end, told.start));
}

/** Years of the sentence and of the one before, and that of the publication. */
function namedNear(article: Article, stretch: Span, published: Days | undefined): readonly number[] {
  const before = stretch.start > 0 ? sentenceAt(article.text, stretch.start - 1).start : stretch.start;
  const named = mentionsWithin(article, { start: before, end: stretch.end }).flatMap(({ period, aside }) => {
    const days = aside === 'name' ? undefined : daysOf(period);
    return days ? [yearOf(days)] : [];
  });
  return [...named, ...(published ? [yearOf(published)] : [])];
}

const yearOf = ({ last }: Days): number => new Date(last * 86_400_000).getUTCFullYear();

function wholeYear(year: number): readonly Days[] {
  const days = daysOf(String(year));
  return days ? [days] : [];
}
