import type { DateClaim, FigureClaim, PolicyRecord } from '../../src/records/model.ts';
import type { Span } from '../../src/text/span.ts';
import type { Random } from '../../test/text/random.ts';
import type { PlainArticle } from './plain-article.ts';

/** The kinds of wrong claims, in the order of the table. */
export const kinds = [
  'scale',
  'digits',
  'separators',
  'unit',
  'qualifier',
  'neighbour',
  'word',
  'nowhere',
  'date',
] as const;

export type Kind = (typeof kinds)[number];

/** What each kind does to a right claim, for the table. */
export const kindTexts: Readonly<Record<Kind, string>> = {
  scale: 'scale',
  digits: 'digits',
  separators: 'separators',
  unit: 'unit',
  qualifier: 'qualifier',
  neighbour: "neighbour's value",
  word: 'one word of the quote',
  nowhere: 'quote from nowhere',
  date: 'day, month or year',
};

/** A claim made wrong in one place of the record's source text. */
export interface Mutant {
  readonly kind: Kind;
  /** What was done, for people: `value 2400 → 24000`. */
  readonly what: string;
  readonly edit: Span & { readonly newText: string };
  /** The rules that name the mistake. */
  readonly rules: readonly string[];
  /** Why the article does not contradict it, so that it does not count. */
  readonly excused?: string;
}

/** A piece of the article that a claim rests on, as it is found by plain search. */
export interface Ground {
  readonly article: PlainArticle;
  /** ISO 8601, as the record gives it. */
  readonly published: string | undefined;
  /** The pieces of the quote in the article; the whole article where there is no quote. */
  readonly pieces: readonly Span[];
  readonly quote: (Span & { readonly value: string }) | undefined;
}

export type Claim = FigureClaim | DateClaim;

/** A right claim and all that makers of mutants look at. */
export interface Subject<C extends Claim = Claim> {
  readonly claim: C;
  readonly record: PolicyRecord;
  /** One for each piece of evidence; empty for computed figures. */
  readonly grounds: readonly Ground[];
  /** Language of the first ground; `computed` where there is none. */
  readonly language: string;
  /** Sentences of articles that the record does not name, in the languages of its own where there are such. */
  readonly elsewhere: readonly string[];
  readonly random: Random;
}

export type Maker<C extends Claim> = (subject: Subject<C>) => readonly Mutant[];

/** Up to `most` of the values, chosen at random, in their order. */
export function some<T>(values: readonly T[], most: number, random: Random): readonly T[] {
  if (values.length <= most) return values;
  const left = values.map((_, index) => index);
  const taken: number[] = [];
  while (taken.length < most) taken.push(...left.splice(random.below(left.length), 1));
  return taken.sort((a, b) => a - b).flatMap((index) => values.slice(index, index + 1));
}
