/**
 * What a phrase of a language table may be, one bit each: three sets, one for each trie that a text is read with. The
 * highest bit but the sign is that of the longer words in which no phrase counts (`WHOLE` in `phrases.ts`).
 */

/** Roles in the trie of what a number is made of, and of what else the scan stops at. */
export const N = {
  cardinal: 1 << 0,
  multiplier: 1 << 1,
  scale: 1 << 2,
  abbreviation: 1 << 3,
  joiner: 1 << 4,
  article: 1 << 5,
  collective: 1 << 6,
  fraction: 1 << 7,
  denominator: 1 << 8,
  andHalf: 1 << 9,
  halfOf: 1 << 10,
  outOf: 1 << 11,
  partsOf: 1 << 12,
  inner: 1 << 13,
  point: 1 << 14,
  ordinal: 1 << 15,
  ordinalPrefix: 1 << 16,
  multiple: 1 << 17,
  month: 1 << 18,
  quarter: 1 << 19,
  notQuantity: 1 << 20,
  increase: 1 << 21,
  decrease: 1 << 22,
  change: 1 << 23,
  /** Ends of compounded number words: a superlative (*zweitgrößte*), a unit (*fünfjährig*), a percent sign in words. */
  superlative: 1 << 24,
  unit: 1 << 25,
  percent: 1 << 26,
  /** Between a whole number in words and its fraction: *and*, 又. */
  mixed: 1 << 27,
  /** *but*, *sondern* behind a negated number. */
  contrast: 1 << 28,
  /** *des*, *der*, *of the*: between a part and the many that it is of. */
  partLink: 1 << 29,
} as const;

/** Roles in the trie of what may follow a number. */
export const A = {
  percent: 1 << 0,
  points: 1 << 1,
  currency: 1 << 2,
  unit: 1 << 3,
  per: 1 << 4,
  link: 1 << 5,
  noun: 1 << 6,
  classifier: 1 << 7,
  stop: 1 << 8,
  modifier: 1 << 9,
  qualifier: 1 << 10,
  notReached: 1 << 11,
  notExceeded: 1 << 12,
  connector: 1 << 13,
  changeTo: 1 << 14,
  and: 1 << 15,
  multiple: 1 << 16,
  cutoff: 1 << 17,
  relative: 1 << 18,
  nameAfter: 1 << 19,
  year: 1 << 20,
  month: 1 << 21,
  day: 1 << 22,
  rankNoun: 1 << 23,
  superlative: 1 << 24,
  nameNoun: 1 << 25,
  dateLink: 1 << 26,
  between: 1 << 27,
  weekday: 1 << 28,
  /** *less than in 2021*, behind the number. */
  change: 1 << 29,
} as const;

/** Roles in the trie of what may stand before a number, walked to the left. */
export const B = {
  currency: 1 << 0,
  qualifier: 1 << 1,
  negation: 1 << 2,
  reach: 1 << 3,
  filler: 1 << 4,
  between: 1 << 5,
  from: 1 << 6,
  label: 1 << 7,
  title: 1 << 8,
  cutoff: 1 << 9,
  weekday: 1 << 10,
  relative: 1 << 11,
  yearWord: 1 << 12,
  baseline: 1 << 13,
  rankVerb: 1 << 14,
  rankNoun: 1 << 15,
  and: 1 << 16,
  article: 1 << 17,
  dateLink: 1 << 18,
  /** Means *the last* before a span of time. */
  lastBeforeTime: 1 << 19,
  /** *multiplied by*, *a factor of*. */
  multiple: 1 << 20,
  /** What stands before the level that a change reaches: *to*, *auf*, 至. */
  level: 1 << 21,
  /** *à*, *vers* before hours that tell a time of day. */
  clock: 1 << 22,
  /** *der*, *im* before digits with a point: an ordinal, and no end of a sentence. */
  determiner: 1 << 23,
  /** *not*, *pas*, *kein* that may stand some words before the qualifier that it turns round. */
  farNegation: 1 << 24,
  /** What ends the reach of such a negation. */
  barrier: 1 << 25,
  /** *aged*: the number behind it counts years. */
  age: 1 << 26,
  /** 每小时, 每吨: the unit behind the number is counted by it. */
  perUnit: 1 << 27,
  /** *hasta* behind a word of change. */
  reaching: 1 << 28,
  /** *hausse*, of which *de* tells the size. */
  size: 1 << 29,
} as const;
