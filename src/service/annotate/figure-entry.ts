import type { Article } from '../../articles/article.ts';
import { daysOf } from '../../checks/calendar.ts';
import { shortestQuote } from '../../checks/shortest-quote.ts';
import { written } from '../../checks/wording.ts';
import { isConcept } from '../../quantities/nouns.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Source } from '../../records/model.ts';
import { quoteAsBlock, quoteInMarks } from '../../records/quoting.ts';
import { sentenceAt } from '../../text/sentences.ts';

/** What stands for the label until somebody writes it. */
export const labelToWrite = 'What this number says';

export interface EntryOptions {
  readonly article: Article;
  readonly source: Source;
  /** Whether figures of the record have to name their source. */
  readonly namesSource: boolean;
  /** Ids that no new figure may have. */
  readonly taken: ReadonlySet<string>;
  readonly lineEnd: string;
  /** Columns of the keys. */
  readonly indent: number;
}

/** One figure as lines of YAML, without the dash of its list; each line but the first is indented. */
export interface FigureEntry {
  readonly id: string;
  readonly text: string;
  /** Where the label stands in `text`. */
  readonly label: { readonly start: number; readonly end: number };
}

/** Writes what the article says of a quantity as a figure: its id, value, unit, qualifier, period and the shortest quote. */
export function figureEntry(quantity: Quantity, options: EntryOptions): FigureEntry {
  const { article, source, namesSource, taken, lineEnd, indent } = options;
  const id = freeId(nameOf(quantity), taken);
  const period = periodOf(quantity, article);
  const { value, qualifier } = valueAndQualifier(quantity);
  const unit = unitOf(quantity);
  const head = `id: ${id}${lineEnd}${' '.repeat(indent)}label: `;
  const rows: (string | undefined)[] = [
    period !== undefined && isAhead(period, source) ? 'kind: target' : undefined,
    `value: ${value}`,
    unit === undefined ? undefined : `unit: ${plainOrQuoted(unit)}`,
    qualifier === undefined ? undefined : `qualifier: ${qualifier}`,
    period === undefined ? undefined : `period: ${period}`,
    namesSource ? `source: ${plainOrQuoted(source.id.value)}` : undefined,
    `quote: ${quoteAsBlock(shortestQuote(article, quantity), indent + 2, lineEnd)}`,
  ];
  const body = rows.filter((row) => row !== undefined).map((row) => `${lineEnd}${' '.repeat(indent)}${row}`);
  return {
    id,
    text: `${head}${labelToWrite}${body.join('')}`,
    label: { start: head.length, end: head.length + labelToWrite.length },
  };
}

/** A number as a record writes it; an open end is a bound. */
function valueAndQualifier({ value, min, max, qualifier }: Quantity): { value: string; qualifier: string | undefined } {
  if (value) return { value: written(value), qualifier };
  if (min && max) return { value: `[${written(min)}, ${written(max)}]`, qualifier };
  if (min) return { value: written(min), qualifier: qualifier ?? 'at-least' };
  if (max) return { value: written(max), qualifier: qualifier ?? 'at-most' };
  throw new Error('a quantity without a number cannot be a figure');
}

/** The unit that is printed, the English name of the noun where the table knows it, else the article's own word. */
function unitOf({ kind, unit, noun, concepts, classifier }: Quantity): string | undefined {
  // Half of the companies are no half company.
  if (kind === 'fraction') return unit;
  if (unit !== undefined) return unit;
  const known = concepts?.find(isConcept);
  return known ?? (classifier ? undefined : noun?.replace(/\s+/gu, ' ').trim());
}

/** The year or month that the sentence names, where it names one alone. */
function periodOf({ start, end }: Quantity, article: Article): string | undefined {
  const sentence = sentenceAt(article.text, start);
  const last = Math.max(sentence.end, end);
  const named = article
    .reading()
    .periods.filter(
      (mention) =>
        mention.aside === undefined && mention.start >= sentence.start && mention.end <= last && daysOf(mention.period),
    );
  const periods = new Set(named.map(({ period }) => period));
  return periods.size === 1 ? [...periods][0] : undefined;
}

/** Whether a period begins after the article came out, so that the number is no fact yet. */
function isAhead(period: string, { published }: Source): boolean {
  const days = daysOf(period);
  const written = published && daysOf(published.value);
  return days !== undefined && written !== undefined && days.first > written.last;
}

/** A short name for a quantity: what is counted, or what kind of number it is. */
function nameOf({ kind, unit, concepts, noun }: Quantity): string {
  if (kind === 'fraction' || kind === 'percentage') return usualNames[kind];
  const counted = concepts?.find(isConcept) ?? noun;
  const named = counted === undefined ? '' : slug(counted);
  if (named !== '') return named;
  return kind === 'measure' && unit !== undefined && slug(unit) !== '' ? slug(unit) : usualNames[kind];
}

const usualNames: Readonly<Record<Quantity['kind'], string>> = {
  number: 'number',
  percentage: 'share',
  money: 'amount',
  measure: 'measure',
  ordinal: 'rank',
  fraction: 'share',
  multiple: 'multiple',
  date: 'date',
};

const slug = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
    .slice(0, 40);

function freeId(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** A word that YAML reads as a text as it stands, else in quotation marks. */
const plainOrQuoted = (text: string): string =>
  /^[\p{L}][\p{L}\p{N}°²³/·._ -]*$/u.test(text) &&
  !/^(?:true|false|null|yes|no|on|off)$/i.test(text) &&
  !/\s$/.test(text)
    ? text
    : quoteInMarks(text);
