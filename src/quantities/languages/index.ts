import type { LanguageTable } from '../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { zh } from './zh.ts';

/** Every language that the recogniser reads; a new one is a table and a line here. */
export const languages: readonly LanguageTable[] = [de, en, es, fr, zh];

/** For texts in other languages: digits, signs and symbols, without a word. */
export const undetermined: LanguageTable = {
  tag: 'und',
  name: 'any language',
  sources: [],
  spaced: true,
  frequent: [],
  separators: { decimal: '.', group: [','] },
  numerals: {
    composition: 'tens-then-ones',
    cardinals: {},
    multipliers: {},
    scales: {},
    scaleAbbreviations: {},
    joiners: [],
    articles: [],
    collectives: {},
    fractions: {},
    denominators: {},
    andHalf: [],
    halfOf: [],
    outOf: [],
    partsOf: [],
    inner: {},
  },
  ordinals: { words: {}, suffixes: [], prefixes: [], rankNouns: [], rankVerbs: [], superlatives: [], nameNouns: [] },
  percent: ['%'],
  percentagePoints: [],
  currencies: {},
  units: {},
  per: [],
  unitLinks: [],
  nouns: { words: {}, classifiers: {}, head: 'first', compounds: false, stops: [], modifiers: [] },
  qualifiers: { before: {}, after: {}, negations: [], reach: [], notReached: [], notExceeded: [], fillers: [] },
  ranges: { between: [], connectors: [], from: [], change: [], changeTo: [], and: [] },
  changes: { increase: [], decrease: [] },
  multiples: { words: {}, after: [] },
  cutoffs: { before: [], after: [] },
  dates: {
    months: [],
    weekdays: [],
    order: 'day-month',
    numericOrder: 'day-month',
    daySuffixes: [],
    links: [],
    marks: { year: [], month: [], day: [] },
    relative: [],
  },
  periods: { yearWords: [], quarters: {}, baselines: [] },
  names: { labels: [], labelsAfter: [], phrases: [], titles: [] },
};
