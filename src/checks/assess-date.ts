import type { Article } from '../articles/article.ts';
import { isAttribute } from '../quantities/attributes.ts';
import type { PeriodMention, Quantity } from '../quantities/quantity.ts';
import { builtInLexicon } from '../quantities/recognise.ts';
import type { DateClaim, Evidence } from '../records/model.ts';
import { sentenceAt } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import { type Days, daysOf } from './calendar.ts';
import { compareDates, type DateAgreement, type YearHints } from './compare-dates.ts';
import { cutNegation } from './cut-negation.ts';
import { locate, type Passage } from './locate.ts';
import type { SourceState } from './source-state.ts';
import { yearBeside } from './told-years.ts';
import { mentionsWithin, quantitiesTouching } from './within.ts';

/** A date, month or year that the article prints. */
interface PrintedDate extends Span {
  /** ISO 8601, perhaps without its year (`--03-20`). */
  readonly date: string;
  /** ISO weekday that is printed beside it. */
  readonly weekday?: number;
  /** The article says that it was not this date, or the quote cuts off a negation of it. */
  readonly denied?: true;
}

/** A printed date beside the claimed one. A `relative` one is told from the day of writing and says neither yes nor no. */
export interface DateCandidate {
  readonly printed: PrintedDate;
  readonly agreement: DateAgreement | 'relative' | 'denied';
}

/** What one piece of evidence says of a date. */
export interface DateEvidence {
  readonly evidence: Evidence;
  readonly passage: Passage;
  /** Best first. */
  readonly candidates: readonly DateCandidate[];
  readonly best?: DateCandidate;
}

const order: readonly DateCandidate['agreement'][] = ['same', 'denied', 'excluded', 'other', 'coarser', 'relative'];

const rank = (agreement: DateCandidate['agreement']): number => order.indexOf(agreement);

/** Compares a claimed date with what one piece of evidence points to. */
export function assessDate(claim: DateClaim, evidence: Evidence, states: readonly SourceState[]): DateEvidence {
  const passage = locate(evidence, states);
  const pieces = piecesOf(passage);
  if (passage.kind === 'nothing' || pieces.length === 0) return { evidence, passage, candidates: [] };
  const { article, state } = passage;
  const candidates = pieces.flatMap((piece) =>
    printedWithin(article, piece, pieces).map(({ relative, ...printed }): DateCandidate => {
      if (relative) return { printed, agreement: 'relative' };
      const { weekday } = printed;
      const beside = printed.date.startsWith('--') ? yearBeside(article, printed, state.published) : undefined;
      const around = beside ? { sentence: [beside] } : yearsAround(article, printed);
      const hints = { ...around, published: state.published, weekday };
      const agreements = readingsOf(article, printed).map((date) => compareDates(claim.date.value, date, hints));
      const agreement = agreements.reduce((a, b) => (rank(b) < rank(a) ? b : a));
      return { printed, agreement: agreement === 'same' && printed.denied ? 'denied' : agreement };
    }),
  );
  candidates.sort((a, b) => rank(a.agreement) - rank(b.agreement));
  const [best] = candidates;
  return { evidence, passage, candidates, ...(best && { best }) };
}

function piecesOf(passage: Passage): readonly Span[] {
  switch (passage.kind) {
    case 'quoted':
      return passage.matches.flatMap(({ pieces }) => pieces);
    case 'near':
      return passage.nearest.pieces;
    case 'whole':
      return [{ start: 0, end: passage.article.text.length }];
    default:
      return [];
  }
}

type MaybeRelative = PrintedDate & { readonly relative: boolean };

/** Dates, and the years and months that are no part of one. */
function printedWithin(article: Article, piece: Span, pieces: readonly Span[]): readonly MaybeRelative[] {
  const dates = quantitiesTouching(article, piece).flatMap((quantity): readonly MaybeRelative[] => {
    const { start, end, date, weekday, relative = false } = quantity;
    if (date === undefined || !isPartlyQuoted(article, quantity, piece)) return [];
    const denied = quantity.denied ?? cutNegation(article, pieces, quantity) !== undefined;
    return [
      {
        start,
        end,
        date,
        relative,
        ...(weekday !== undefined && { weekday }),
        ...(denied && { denied: true as const }),
      },
    ];
  });
  const mentions = mentionsWithin(article, piece).flatMap((mention): readonly MaybeRelative[] => {
    const { start, end, period, aside } = mention;
    if (aside === 'baseline' || !contains(piece, mention) || dates.some((date) => contains(date, mention))) return [];
    return [{ start, end, date: period, relative: false }];
  });
  return [...dates, ...mentions];
}

/** A quote may stop before the year, as it may before a scale word: the article says it all the same. */
function isPartlyQuoted({ text }: Article, { digits }: Quantity, piece: Span): boolean {
  const quoted = text.slice(Math.max(digits.start, piece.start), Math.min(digits.end, piece.end));
  return /\p{N}|\p{L}{3}/u.test(quoted);
}

/** English writes `12/06/2024` in two orders, and an article seldom says in which; else there is one reading. */
function readingsOf({ text, language }: Article, { start, end, date }: PrintedDate): readonly string[] {
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const isOpen = language === 'en' || language === 'und';
  if (year === undefined || Number(day) > 12 || !isOpen) return [date];
  return /(?:^|\s)\d{1,2}\/\d{1,2}\/\d{2,4}/.test(text.slice(start, end)) ? [date, `${year}-${day}-${month}`] : [date];
}

/**
 * The spans of time with a year that the sentence of a date names, other dates included. The year that opens it (*In
 * 2019, …*) is that of the date where no other clause stands between them; any other may be that of another thing.
 */
function yearsAround(article: Article, { start, end }: Span): Pick<YearHints, 'sentence' | 'beside'> {
  const sentence = sentenceAt(article.text, start);
  const mentions = mentionsWithin(article, sentence).filter(({ aside }) => aside === undefined);
  const own = mentions.filter((mention) => mention.start < start || mention.end > end);
  const governs = (mention: PeriodMention): boolean =>
    mention.opening === true && /^\s*[,，]?[^,;:，；：、()（）]*$/u.test(article.text.slice(mention.end, start));
  const governing = own.filter(governs);
  const dates = quantitiesTouching(article, sentence).flatMap(({ date }) => date ?? []);
  const days = (texts: readonly string[]): readonly Days[] => texts.flatMap((text) => daysOf(text) ?? []);
  const lexicon = builtInLexicon(article.language);
  const others = own.filter((mention) => !governing.includes(mention) && !isAttribute(article.text, mention, lexicon));
  return {
    sentence: days(governing.map(({ period }) => period)),
    beside: days([...others.map(({ period }) => period), ...dates]),
  };
}

/** Whether this evidence bears the date out. */
export const bearsDate = ({ passage, best }: DateEvidence): boolean =>
  best?.agreement === 'same' && (passage.kind === 'quoted' || passage.kind === 'whole');

/** Whether the passage names another date instead. */
export const refutesDate = ({ passage, best }: DateEvidence): boolean =>
  (passage.kind === 'quoted' || passage.kind === 'near') &&
  (best?.agreement === 'excluded' || best?.agreement === 'other' || best?.agreement === 'denied');
