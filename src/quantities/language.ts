import type { Qualifier } from './quantity.ts';

/**
 * A phrase of a language table. It is matched without regard to case; a space matches any run of white space, `'` any
 * apostrophe and `-` any hyphen. Parentheses hold endings: `milliard(s)` is *milliard* and *milliards*, `(mehr|über) als`
 * is *mehr als* and *über als*; `dépass(e|ent|ant)` three forms, `Prozent(e|en|)` has the bare form too. In a language
 * with spaces a phrase starts and ends at the border of a word, except where it begins or ends in a sign.
 */
export type Phrase = string;

/**
 * How number words combine; the engine owns each strategy.
 *
 * - `tens-then-ones`: twenty-one, two hundred and five, three million.
 * - `bare-thousand`: the same, and a thousand needs no *one* before it: *mil doscientos*, *dos millones mil cien*.
 * - `vigesimal`: the same, and a smaller number before twenty multiplies it (quatre-vingts), and the teens add to tens
 *   (soixante-dix).
 * - `ones-then-tens`: einundzwanzig, written in one word.
 * - `myriad`: digits of characters with units 十百千 inside groups of 万 and 亿.
 */
export type Composition = 'tens-then-ones' | 'bare-thousand' | 'vigesimal' | 'ones-then-tens' | 'myriad';

/**
 * All that the recogniser knows of one language: data without code. Every list may be empty. Words are given in their
 * usual spelling; see `Phrase` for the notation. Sources are named in `sources`.
 */
export interface LanguageTable {
  /** BCP 47, primary subtag. */
  readonly tag: string;
  /** English name. */
  readonly name: string;
  /** Where the words come from. */
  readonly sources: readonly string[];
  /** Whether words stand between spaces. Chinese has none. */
  readonly spaced: boolean;
  /** Frequent little words (or characters) by which a text in this language is told from others. */
  readonly frequent: readonly string[];

  readonly separators: {
    readonly decimal: ',' | '.';
    /** What groups digits in threes, besides spaces and apostrophes, which group in every language. */
    readonly group: readonly (',' | '.')[];
  };

  readonly numerals: {
    readonly composition: Composition;
    /** Word → value: zero to nineteen, the tens; for myriad the digits. */
    readonly cardinals: Readonly<Record<Phrase, number>>;
    /** Word → multiplier below the scales: *cent*, *hundred*, *hundert*, 十 百 千. */
    readonly multipliers: Readonly<Record<Phrase, number>>;
    /** Word → power of ten, after a number in words or in digits: *mille* 3, *milliard* 9, 万 4, 亿 8. */
    readonly scales: Readonly<Record<Phrase, number>>;
    /** Abbreviation → power of ten, after digits alone, with or without a space: `Mds` 9, `Mio.` 6, `bn` 9, `k` 3. */
    readonly scaleAbbreviations: Readonly<Record<Phrase, number>>;
    /** Words between parts of one number: *et*, *und*, *and*. */
    readonly joiners: readonly Phrase[];
    /** Forms of *one* that are articles or pronouns too: quantities only before a scale, a unit or after a qualifier. */
    readonly articles: readonly Phrase[];
    /** Words for groups, with what they stand for: *douzaine* 12, *centaine* 100; `about` where they are vague; with a unit *fortnight*. */
    readonly collectives: Readonly<
      Record<Phrase, { readonly value: number; readonly about?: true; readonly unit?: string }>
    >;
    /** Whole fractions: *la moitié* → [1, 2], 一半 → [1, 2]; they need no number before them. */
    readonly fractions: Readonly<Record<Phrase, readonly [number, number]>>;
    /** Denominators after a numerator in words or digits: *tiers* 3, *quarters* 4, *Fünftel* 5. */
    readonly denominators: Readonly<Record<Phrase, number>>;
    /** Words that add a half to what stands before: *et demi*, *and a half*, *einhalb*, 半. */
    readonly andHalf: readonly Phrase[];
    /** Words that halve the scale or unit that follows: *demi-*, *half a*, 半. */
    readonly halfOf: readonly Phrase[];
    /** Between numerator and denominator in this order: *sur*, *in*, *out of*, *von* (one in five). */
    readonly outOf: readonly Phrase[];
    /** Between a part and the many that it is of, beside `unitLinks`, and before the many alone: *des*, *der*, *sur les*. */
    readonly partLinks?: readonly Phrase[];
    /** Around the denominator where it stands first: 每 and 中 in 每三家中有一家. */
    readonly everyFew?: { readonly before: readonly string[]; readonly inside: readonly string[] };
    /** Between denominator and numerator in this order: 分之. */
    readonly partsOf: readonly Phrase[];
    /** Words that make a number vague inside itself or right after the digits: 多, 余, *quelques* → the qualifier. */
    readonly inner: Readonly<Record<Phrase, Qualifier>>;
    /** Words between a whole number and its fraction: *and* in *two and three quarters*, 又. */
    readonly mixed?: readonly Phrase[];
    /** Words for the decimal sign: *virgule*, *point*, *Komma*, 点. */
    readonly point?: readonly Phrase[];
  };

  readonly ordinals: {
    /** Ordinal word → rank. */
    readonly words: Readonly<Record<Phrase, number>>;
    /** What makes digits an ordinal, written right after them: `e`, `er`, `th`; `.` in German is told by what follows. */
    readonly suffixes: readonly string[];
    /** Words before digits with a point that make them an ordinal, where the point may end a sentence too: *der*, *im*. */
    readonly determiners?: readonly Phrase[];
    /** What makes the number behind it an ordinal: `n°`, `No.`, 第. */
    readonly prefixes: readonly Phrase[];
    /** Nouns of rank behind (or, with digits, before) an ordinal: *rang*, *place*, *Platz*, 位. */
    readonly rankNouns: readonly Phrase[];
    /** Verbs and words that rank what stands before them: *se classe*, *ranked*, *belegt*, 居, 排名. */
    readonly rankVerbs: readonly Phrase[];
    /** Forms of *to be*, behind which an ordinal that ends its clause is a rank. */
    readonly copulas?: readonly Phrase[];
    /** Words behind an ordinal that make it a rank: superlatives (*plus grand*, *largest*, 大). */
    readonly superlatives: readonly Phrase[];
    /** Nouns behind an ordinal that make it a name: *plan quinquennal*, *siècle*, *chapitre*, *session*. */
    readonly nameNouns: readonly Phrase[];
  };

  readonly percent: readonly Phrase[];
  readonly percentagePoints: readonly Phrase[];
  /** ISO 4217 code → names and signs beyond CLDR's, adjectives and plural forms; a word may stand under several codes. */
  readonly currencies: Readonly<Record<string, readonly Phrase[]>>;
  /** ISO 4217 code → words for parts of the currency → power of ten of the part: 角 -1. Cents are a unit of their own, `ct`. */
  readonly subunits?: Readonly<Record<string, Readonly<Record<Phrase, number>>>>;
  /** Symbol of the unit table → words of the language for it. */
  readonly units: Readonly<Record<string, readonly Phrase[]>>;
  /** Words behind a length, where its symbol is also an abbreviation of a scale: *3m high*. Without a list it never is. */
  readonly dimensions?: readonly string[];
  /** Words before a bare number that make it an age in years: *aged*, *the age of*. */
  readonly ages?: readonly Phrase[];
  /** Words between a unit and what it is divided by: *par*, *per*, *pro*, *je*, 每. */
  readonly per: readonly Phrase[];
  /** Words between a number and the round number of things or units that it is counted by: *pour 100 000 habitants*. */
  readonly perRound?: readonly Phrase[];
  /** Articles between an amount of money and what it is paid for: *2 euros le litre*, *3 Euro das Kilo*. */
  readonly perArticles?: readonly Phrase[];
  /** Span of time → words behind an amount or a measure that say how often: *mensuels*, *monatlich*, *annually*. */
  readonly perWords?: Readonly<Record<string, readonly Phrase[]>>;
  /** Symbol of a unit → words before the number that say that it is counted by that unit: 每小时 `hours`, 每吨 `t`. */
  readonly perBefore?: Readonly<Record<string, readonly Phrase[]>>;
  /** Words between a number with a scale and its unit: *de*, *d'*, *of*. */
  readonly unitLinks: readonly Phrase[];

  readonly nouns: {
    /** Concept of the noun tree → words. */
    readonly words: Readonly<Record<string, readonly Phrase[]>>;
    /** Classifier → the concepts it counts; an empty list where it counts anything. */
    readonly classifiers: Readonly<Record<Phrase, readonly string[]>>;
    /** Where the head of a noun phrase stands: French *laboratoires clés*, English *key laboratories*. */
    readonly head: 'first' | 'last';
    /** Whether nouns are compounded, so that a known noun may be the end of a longer word (Schlüssellabore). */
    readonly compounds: boolean;
    /** How plurals end, where a noun in the plural ends its phrase and tells *2024 reports* from *2024 report*. */
    readonly plurals?: readonly string[];
    /** Words that end a noun phrase: prepositions, conjunctions, forms of *to be* and *to have*. */
    readonly stops: readonly Phrase[];
    /** Adjectives and determiners that may stand between a number and its noun, and are never the noun. */
    readonly modifiers: readonly Phrase[];
  };

  readonly qualifiers: {
    /** Words before the number: prepositions, adverbs, verbs (*dépassant*). */
    readonly before: Readonly<Partial<Record<Qualifier, readonly Phrase[]>>>;
    /** Words behind the number, its unit or its noun: *ou plus*, 以上, *oder mehr*. */
    readonly after: Readonly<Partial<Record<Qualifier, readonly Phrase[]>>>;
    /** Longer words that begin like one of `after` and are none: *au plus haut*. */
    readonly afterNot?: readonly Phrase[];
    /** Words that turn the qualifier behind them round: *pas*, *not*, *nicht*, 不. */
    readonly negations: readonly Phrase[];
    /** Those that also turn a qualifier round with its verb between them: *will not spend more than*, *aucun pays n'a plus de*. */
    readonly farNegations?: readonly Phrase[];
    /** Words beyond which such a negation says nothing of the number: conjunctions, verbs of saying, *only*. */
    readonly barriers?: readonly Phrase[];
    /** Such words that carry a negation from one bound to the next: *will not go above 45 or below 15*, *noch* behind *weder*. */
    readonly alternatives?: readonly Phrase[];
    /** Words behind a negated number before the right one: *not 45 but 54*, *nicht 500, sondern 1.500*. */
    readonly contrasts?: readonly Phrase[];
    /** Words between the right number and one that is denied: *54 and not 45*, 而不是. */
    readonly denials?: readonly Phrase[];
    /** Words of `before` that mean *the last* before a span of time: 近五年 is the last five years. */
    readonly lastBeforeTime?: readonly Phrase[];
    /** Words of `before` that between an amount of money and a span of time say for how long: *500 Euro über fünf Jahre*. */
    readonly forTime?: readonly Phrase[];
    /** Words of `before` that before a share say by how much: *sank um die Hälfte*. */
    readonly byShare?: readonly Phrase[];
    /** Verbs of reaching, exact by themselves, *less than* with a negation: *atteint*, *reached*, 达到. */
    readonly reach: readonly Phrase[];
    /** Phrases behind the number that say that it was not reached (*nicht erreicht*), or not exceeded. */
    readonly notReached: readonly Phrase[];
    readonly notExceeded: readonly Phrase[];
    /** Determiners and little words that may stand between a qualifier and its number: *la*, *the*, *un total de*. */
    readonly fillers: readonly Phrase[];
  };

  readonly ranges: {
    /** Pairs round two ends: `['entre', 'et']`, `['between', 'and']`, `['zwischen', 'und']`. */
    readonly between: readonly (readonly [Phrase, Phrase])[];
    /** Between two ends: *à*, *to*, *bis*, 到, 至. Dashes and tildes are known to the engine. */
    readonly connectors: readonly Phrase[];
    /** What opens two values after a verb of change: *de*, *from*, *von*, 由, 从. */
    readonly from: readonly Phrase[];
    /** Verbs and nouns of change: with one before `from`, two values stand there and no range. */
    readonly change: readonly Phrase[];
    /** Nouns of change behind which a word of `from` says by how much: *une hausse de 5 à 10 %*. */
    readonly sizes?: readonly Phrase[];
    /** Connectors that by themselves tell a change: *auf*, 增至, 增长到. */
    readonly changeTo: readonly Phrase[];
    /** Between two numbers that share a scale word or a unit: *et*, *and*, *und*, *respectivement*. */
    readonly and: readonly Phrase[];
  };

  readonly changes: {
    readonly increase: readonly Phrase[];
    readonly decrease: readonly Phrase[];
    /** Words for *at most* that behind a word of change say what was reached: *bajó hasta los 3 millones*. */
    readonly reaching?: readonly Phrase[];
    /** Behind the number: *de plus que*, *more than in*; *de moins que*, *lower than*. */
    readonly increaseAfter?: readonly Phrase[];
    readonly decreaseAfter?: readonly Phrase[];
    /** Verbs that fall only with a particle behind the number, by particle: *ging … zurück*. */
    readonly split?: Readonly<Record<string, readonly Phrase[]>>;
    /** Words before the size of a change whose verb may stand behind it: *um 3 % gestiegen*. */
    readonly by?: readonly string[];
    /** Words that begin a clause or a verb of its own, beyond which no change before them is spoken of: *while*, *left*. */
    readonly ends?: readonly Phrase[];
  };

  readonly multiples: {
    /** Words that are a multiple by themselves: *doubled* 2, *verdreifacht* 3, 翻一番 2. */
    readonly words: Readonly<Record<Phrase, number>>;
    /** Behind a number: *fois*, *times*, 倍; with `-` in front where they are written to the number (`-fach`). */
    readonly after: readonly Phrase[];
    /** Before a number: *multiplié par*, *a factor of*, *um den Faktor*. */
    readonly before?: readonly Phrase[];
    /** Before a number of times that is added to the whole: 增长1.5倍 is 150 % more. */
    readonly added?: readonly Phrase[];
    /** The same, where usage wavers between *to* and *by* so many times: *um das 1,5-Fache*. */
    readonly loose?: readonly Phrase[];
  };

  readonly cutoffs: {
    /** Before the number: *top*, *the first*, 前. */
    readonly before: readonly Phrase[];
    /** Behind the number: *premières*, *größten*, 强. */
    readonly after: readonly Phrase[];
  };

  readonly dates: {
    /** Twelve lists of names and abbreviations. Empty for languages that write months with a mark (月). */
    readonly months: readonly (readonly Phrase[])[];
    /** Seven lists, Monday first. */
    readonly weekdays: readonly (readonly Phrase[])[];
    /** Which of day and month stands first in dates with a month's name: *20 mars* or *March 20*. */
    readonly order: 'day-month' | 'month-day';
    /** Which stands first in dates of digits (`20.03.2025`). */
    readonly numericOrder: 'day-month' | 'month-day';
    /** Whether dates are written with a slash and two digits of the year: `20/3/25`. */
    readonly shortYears?: true;
    /** What may follow the day's digits: `er`, `.`, `th`. */
    readonly daySuffixes: readonly string[];
    /** Between day and month, month and year: *de*, *of*, `,`. */
    readonly links: readonly Phrase[];
    /** Marks behind the digits of year, month and day: 年 月 日. Empty strings in the lists are not allowed. */
    readonly marks: {
      readonly year: readonly string[];
      readonly month: readonly string[];
      readonly day: readonly string[];
    };
    /** Words before a number of hours that make it a time of day, where the word for both is one: *à*, *vers*. */
    readonly hourWords?: readonly Phrase[];
    /** Words before hours and minutes that say how long something takes, and not when it is: *dure 2 h 30*. */
    readonly lasting?: readonly Phrase[];
    /** Words beside a date that tell it from the day of writing: *dernier*, *prochain*, *last*, 去年, 今年. */
    readonly relative: readonly Phrase[];
  };

  readonly periods: {
    /** Words before a year that make four digits a year beyond doubt: *en*, *année*, *Jahr*, *since*. */
    readonly yearWords: readonly Phrase[];
    /** Phrases of quarters → 1 to 4, halves → 5 and 6: *premier trimestre* 1, *second half of* 6, 上半年 5. */
    readonly quarters: Readonly<Record<Phrase, number>>;
    /**
     * Words for a year told from that of writing (`this`, `last`, `beforeLast`, `next`) or from one that the text names
     * (`before`, `after`, `same`); `open` where they do not say how many years lie between.
     */
    readonly relative?: Readonly<
      Partial<Record<'this' | 'last' | 'beforeLast' | 'next' | 'before' | 'after' | 'same' | 'open', readonly Phrase[]>>
    >;
    /** Words right before such a year that say that something is measured against it: *than*, *gegenüber dem*, 比. */
    readonly comparisons?: readonly Phrase[];
    /**
     * What tells a year that says when of a thing alone: endings of the participle beside it (*the law adopted in 2019*,
     * *das 2019 beschlossene Gesetz*), before the year or with `determiners` behind it; a mark behind (2019年通过的).
     */
    readonly attributes?: {
      readonly participles: readonly string[];
      readonly determiners?: readonly string[];
      readonly mark?: string;
    };
    /** Words behind a year of whose money is spoken: *in 2019 prices*. */
    readonly pricesAfter?: readonly string[];
    /** What makes the year behind it a baseline: *par rapport à*, *gegenüber*, *compared with*, 比. */
    readonly baselines: readonly Phrase[];
  };

  readonly names: {
    /** Words before a number that make it a name: *Figure*, *article*, *Kapitel*, *Nr.* before a name, *page*. */
    readonly labels: readonly Phrase[];
    /** Words at the end of the name of a street, before which the number of a house stands: *Avenue*, *Street*. */
    readonly streets?: readonly string[];
    /** Words behind a number that make it a name: *plan quinquennal*, 号文件. */
    readonly labelsAfter: readonly Phrase[];
    /** Phrases that hold a number word and are no quantity: *first-class*, *des milliers*, 进一步, 统一, 一带一路. */
    readonly phrases: readonly Phrase[];
    /**
     * For languages without spaces: longer words of which no part is a qualifier, a label, a unit, a connector or any
     * other function word (签约 is not 约, 通过 is not 过, 代表 is not 表). They may still be counted nouns.
     */
    readonly wholes?: readonly Phrase[];
    /** Words that make a year behind or before them part of a law's number or a title: *loi*, *Verordnung*, 白皮书. */
    readonly titles: readonly Phrase[];
  };
}
