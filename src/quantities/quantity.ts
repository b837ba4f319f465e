import type { Span } from '../text/span.ts';
import type { Exact } from './exact.ts';

/** What sort of quantity the text states. */
export type QuantityKind = 'number' | 'percentage' | 'money' | 'measure' | 'ordinal' | 'fraction' | 'multiple' | 'date';

/** How far the number may lie from the truth, in the words of the text. `exact` is never written out. */
export type Qualifier = 'about' | 'nearly' | 'more-than' | 'at-least' | 'less-than' | 'at-most';

/** A quantity as a text states it. Offsets are UTF-16 units of that text, half-open. */
export interface Quantity extends Span {
  readonly kind: QuantityKind;
  /** The value with its scale word applied, in the unit that is printed: *40 %* is 40. Absent for ranges and dates. */
  readonly value?: Exact;
  /** The other value that the same digits may stand for, where the article does not say how it separates (`1.048`). */
  readonly otherReading?: Exact;
  /** The power of ten of its scale word: 9 for *9 billion*. */
  readonly power?: number;
  /** The same number with the scale and the unit of another one that follows, where they may belong to both. */
  readonly shared?: Quantity;
  /** The ends of a range. An open end is absent. */
  readonly min?: Exact;
  readonly max?: Exact;
  /** ISO 4217 code, `%`, `percentage points`, `rank`, `times`, a symbol (`km`, `PFLOPS`) or a span of time (`years`). */
  readonly unit?: string;
  /** Every unit that the printed word may stand for (*dollars*), where it is more than `unit`. */
  readonly unitChoices?: readonly string[];
  /** The unit after *per* (`/`, *par*, *je*, 每), where one is written: *yuans par mois* has the unit CNY per `months`. */
  readonly per?: string;
  readonly qualifier?: Qualifier;
  /** The noun that is counted, as it is printed. */
  readonly noun?: string;
  /** Where that noun stands. */
  readonly nounSpan?: Span;
  /** The concepts of the noun table that the noun may stand for; absent where the table does not know it. */
  readonly concepts?: readonly string[];
  /** Whether the noun is a classifier that counts many things (家, 个). */
  readonly classifier?: boolean;
  /** The digits or number words alone, without scale word and unit. */
  readonly digits: Span;
  /** Number and scale word, without the unit: what stands in the text for the value. */
  readonly number: Span;
  /** The qualifier's own words, for showing. */
  readonly qualifierSpan?: Span;
  /** A fraction or decimal in words, which supports every value that it rounds to. */
  readonly inWords?: boolean;
  /** ISO 8601 date of a date: `2025-03-20`, `--03-20` without a year, `2022-10` without a day, `--10`. */
  readonly date?: string;
  /** ISO weekday (1 Monday … 7 Sunday) that is printed beside a date. */
  readonly weekday?: number;
  /** A date told from the day of writing (*octobre dernier*), which neither supports nor refutes. */
  readonly relative?: boolean;
  /** A word of growth or of decline governs the number. */
  readonly change?: 'increase' | 'decrease';
  /** A multiple that is `added` to the whole (增长1.5倍 is 150 % more), or may be (*um das 1,5-Fache*). */
  readonly growth?: 'added' | 'loose';
  /** What part it is of a whole that stands behind it (*7 of the 10 regions*: 7/10). */
  readonly share?: Exact;
  /** A cell of a table: the head of its column or row may say what it is measured in, or the words round the table. */
  readonly tabular?: boolean;
  /** The one period that the head of its column names. */
  readonly period?: PeriodMention;
  /** The text says that it is not this number, but another: *not 45 but 54*. */
  readonly denied?: true;
  /** A cut-off (*the top ten*): may be claimed, is never counted as unclaimed. */
  readonly cutoff?: boolean;
}

/** A year or span of years (months, quarters) that the text names; not a quantity, but what a period is checked by. */
export interface PeriodMention extends Span {
  /** ISO 8601: `2025`, `2025-03`, `2025-Q1`, or the interval `2013/2021`. */
  readonly period: string;
  /**
   * Why it says nothing about the period of a figure: it stands in a name, a title or the number of a law, or is what
   * something is measured against (*par rapport à 1990*).
   */
  readonly aside?: 'name' | 'baseline';
  /** It opens its sentence, so that it says when happened what follows: *In 2019, …*, 2019年，…. */
  readonly opening?: true;
}

/** Everything that the recogniser reads in one text, each list ordered by `start` and free of overlaps. */
/** Reads a text as far as it is asked for: all of it, or with a span at least what touches that. The same objects each time. */
export type ReadText = (around?: Span) => Reading;

export interface Reading {
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
}
