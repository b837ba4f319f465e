/** Wrong units: another currency, share, measure or noun, and none where the article prints one. */
import { languages } from '../../src/quantities/languages/index.ts';
import { conceptsAgree, isConcept } from '../../src/quantities/nouns.ts';
import { spellings } from '../../src/quantities/phrases.ts';
import { measureOf, symbolOf } from '../../src/quantities/units.ts';
import type { FigureClaim } from '../../src/records/model.ts';
import { quoteInMarks } from '../../src/records/quoting.ts';
import { isPrinted, numbersOf } from './contradiction.ts';
import { insertion, removal } from './edits.ts';
import { type Ground, type Maker, type Mutant, type Subject, some } from './mutant.ts';
import { type PlainNumber, passing } from './plain-numbers.ts';
import { rulesOfValue } from './values.ts';

type Sort = 'none' | '%' | 'percentage points' | 'rank' | 'times' | 'money' | 'measure' | 'noun';

/** Nouns of different branches of the tree. */
const nouns: readonly string[] = [
  ...['companies', 'laboratories', 'vehicles', 'people', 'laws', 'cities'],
  ...['patents', 'hospitals', 'trees', 'models', 'ships', 'meetings'],
];

/** None of them shares a name or a sign with another one. */
const currencies = ['CNY', 'EUR', 'USD', 'PLN'] as const;

/** Units of different dimensions. */
const measures = ['km', 't', 'MW', 'TB', 'years'] as const;

/** Units of one dimension each. */
const sizes: readonly (readonly string[])[] = [
  ['GB', 'TB', 'PB'],
  ['kW', 'MW', 'GW', 'TW'],
  ['kWh', 'MWh', 'GWh', 'TWh'],
  ['TFLOPS', 'PFLOPS', 'EFLOPS'],
  ['kg', 't'],
  ['m', 'km'],
  ['m2', 'ha', 'km2'],
  ['days', 'weeks', 'months', 'years'],
  ['minutes', 'hours'],
];

/** What a number without a noun never is. */
const unlikeBare: readonly string[] = ['%', 'percentage points', 'rank', 'times'];

export const unitMutants: Maker<FigureClaim> = (subject) => {
  const { claim } = subject;
  if (claim.derived) return [];
  const own = claim.unit?.value;
  return [...new Set(candidates(subject))]
    .filter((unit) => unit !== own)
    .map((unit): Mutant => {
      const excused = whyNot(subject, unit);
      return {
        kind: 'unit',
        what: `unit ${own ?? 'none'} → ${unit ?? 'none'}`,
        edit: editTo(unit, claim, subject.record.text),
        rules: rulesFor(subject, unit),
        ...(excused !== undefined && { excused }),
      };
    });
};

function sortOf(unit: string | undefined): Sort {
  if (unit === undefined) return 'none';
  if (['%', 'percentage points', 'rank', 'times'].includes(unit)) return unit as Sort;
  if (/^[A-Z]{3}(?:\/|$)/.test(unit)) return 'money';
  return !isConcept(unit) && measureOf(symbolOf(unit)) ? 'measure' : 'noun';
}

/** Other units; `undefined` for none at all. */
function candidates(subject: Subject<FigureClaim>): readonly (string | undefined)[] {
  const { claim, random } = subject;
  const unit = claim.unit?.value;
  const otherNouns = (most: number) => some(nounsUnlike(subject), most, random);
  const otherMoney = currencies.filter((code) => !unit?.startsWith(code));
  // A weight of CO2 is a weight, whether the record names the gas or not.
  const isWeight = unit?.includes('CO2e') ?? false;
  const otherMeasures = measures.filter(
    (one) => !(isWeight && one === 't') && !sizes.some((group) => group.includes(one) && group.includes(unit ?? '')),
  );
  switch (sortOf(unit)) {
    case 'none':
      return ['%', 'EUR', some(measures, 1, random)[0]];
    case '%':
      return ['percentage points', ...otherNouns(2), 'EUR', some(measures, 1, random)[0], undefined];
    case 'percentage points':
      return ['%', ...otherNouns(2), 'EUR', undefined];
    case 'rank':
    case 'times':
      return ['%', ...otherNouns(2), 'EUR'];
    case 'money':
      return [
        ...some(otherMoney, 2, random).map((code) => code + (unit ?? '').slice(3)),
        '%',
        ...otherNouns(1),
        'km',
        undefined,
      ];
    case 'measure': {
      const sameSort = sizes.find((group) => group.includes(unit ?? '')) ?? [];
      return [
        ...some(
          sameSort.filter((one) => one !== unit),
          2,
          random,
        ),
        ...some(otherMeasures, 2, random),
        '%',
        ...otherNouns(1),
        undefined,
      ];
    }
    case 'noun':
      return [...otherNouns(4), '%', 'EUR', some(measures, 1, random)[0], 'rank'];
  }
}

/** Nouns of other claims and of the list that lie on another branch than the claim's own. */
function nounsUnlike({ claim, record }: Subject<FigureClaim>): readonly string[] {
  const own = conceptsOf(claim.unit?.value ?? '');
  const others = record.figures.flatMap(({ unit }) => unit?.value ?? []);
  return [...new Set([...others, ...nouns])].filter((noun) => {
    const concepts = conceptsOf(noun);
    const arePeople = [own, concepts].every((one) => conceptsAgree(one, ['people']));
    return concepts.length > 0 && sortOf(noun) === 'noun' && !arePeople && !conceptsAgree(own, concepts);
  });
}

/** Word of any language → the concepts of the tables that it may stand for. */
const conceptsByWord = new Map<string, string[]>();
for (const { nouns: table } of languages) {
  for (const [concept, phrases] of Object.entries(table.words)) {
    for (const phrase of phrases.flatMap(spellings)) {
      const word = phrase.toLowerCase();
      conceptsByWord.set(word, [...(conceptsByWord.get(word) ?? []), concept]);
    }
  }
}

function conceptsOf(noun: string): readonly string[] {
  const lower = noun.toLowerCase();
  return isConcept(lower) ? [lower] : (conceptsByWord.get(lower) ?? []);
}

function whyNot(subject: Subject<FigureClaim>, unit: string | undefined): string | undefined {
  const { claim, grounds } = subject;
  if (unit !== undefined && unlikeBare.includes(unit)) return undefined;
  if (grounds.every((ground) => isBare(ground, claim))) return 'a number without a noun agrees with any';
  if (unit !== undefined && grounds.every((ground) => classifierCounts(ground, claim, unit)))
    return 'a classifier agrees with whatever it can count';
  const own = claim.unit?.value ?? '';
  if (own !== '' && sortOf(own) === 'noun' && conceptsOf(own).length === 0) return 'the tables do not know the unit';
  const counts = ['noun', 'none'].includes(sortOf(claim.unit?.value));
  if (counts && grounds.every((ground) => !hasKnownNoun(ground, claim)))
    return 'no noun that the table knows stands behind the number';
  return undefined;
}

function isBare(ground: Ground, claim: FigureClaim): boolean {
  const tags = printed(ground, claim).map(({ tag }) => tag);
  return tags.length > 0 && tags.every((tag) => tag === 'bare');
}

/** Whether a word of the table of nouns stands within a few words behind the number, before a sign or a preposition. */
function hasKnownNoun(ground: Ground, claim: FigureClaim): boolean {
  const { text, language } = ground.article;
  return printed(ground, claim).some(({ end }) => {
    const behind = text.slice(end, end + 80);
    if (language === 'zh') {
      const [near = ''] = /^[\p{Script=Han}]{0,10}/u.exec(behind) ?? [];
      return [...near].some((_, at) => [1, 2, 3, 4].some((length) => conceptsByWord.has(near.slice(at, at + length))));
    }
    const words = wordsBefore(behind);
    return words.some((_, at) =>
      [1, 2, 3].some((count) => conceptsOf(words.slice(at, at + count).join(' ')).length > 0),
    );
  });
}

/** The first words of a text, as far as no sign, number or preposition ends the phrase. */
function wordsBefore(text: string): readonly string[] {
  const words: string[] = [];
  let rest = text;
  while (words.length < 6 && !passing.test(rest)) {
    const word = /^[\s\u00a0]*([\p{L}][\p{L}'’-]*)/u.exec(rest);
    if (!word) break;
    words.push(word[1] ?? '');
    rest = rest.slice(word[0].length);
  }
  return words;
}

/** The numbers of a passage that are the claim's. */
function printed(ground: Ground, { value: { value } }: FigureClaim): readonly PlainNumber[] {
  const ends = value.kind === 'number' ? [value.number] : [value.min, value.max];
  return numbersOf(ground).filter(
    (number) => !number.fraction && ends.some((end) => end.value.absolute().equals(number.value)),
  );
}

/** What Chinese classifiers count, broadly; those that count nearly anything have an empty list. */
const classifiers: Readonly<Record<string, readonly string[]>> = {
  个: [],
  项: [],
  件: [],
  款: ['products', 'models', 'vehicles', 'ships', 'chips', 'phones', 'platforms'],
  家: [
    'companies',
    'institutions',
    'shops',
    'hotels',
    'restaurants',
    'hospitals',
    'platforms',
    'centres',
    'teams',
    'units',
  ],
  所: ['institutions', 'schools', 'hospitals'],
  名: ['people'],
  位: ['people'],
  人: ['people'],
  台: ['machines', 'devices', 'vehicles', 'servers', 'robots'],
  辆: ['vehicles'],
};

/** Whether a classifier stands right behind the number, with no noun behind it, and can count the noun too. */
function classifierCounts(ground: Ground, claim: FigureClaim, unit: string): boolean {
  const behind = printed(ground, claim).map(({ end }) => ground.article.text.slice(end, end + 2));
  const concepts = conceptsOf(unit);
  return behind.some((text) => {
    const counted = /^[\p{L}]/u.test(text) ? classifiers[text.slice(0, 1)] : undefined;
    if (!counted || concepts.length === 0) return false;
    return counted.length === 0 ? !/^.\p{L}/u.test(text) : conceptsAgree(concepts, counted);
  });
}

/**
 * Units of one dimension are converted, so that the number is what is wrong; and so it is where the number is not printed
 * as it is claimed, but in words or in another unit.
 */
function rulesFor({ claim, grounds }: Subject<FigureClaim>, unit: string | undefined): readonly string[] {
  const { value } = claim.value;
  const ends = value.kind === 'number' ? [value.number] : [value.min, value.max];
  const isConverted = sizes.some((group) => group.includes(unit ?? '') && group.includes(claim.unit?.value ?? ''));
  const isPrintedOtherwise = !grounds.every((ground) => ends.every((end) => isPrinted(end, ground)));
  const isSearched = claim.evidence.some(({ quote }) => quote === undefined);
  if (isSearched) return rulesOfValue(claim);
  return isConverted || isPrintedOtherwise ? ['figure/unit', 'figure/value'] : ['figure/unit'];
}

function editTo(unit: string | undefined, claim: FigureClaim, text: string): Mutant['edit'] {
  if (unit === undefined) {
    if (!claim.unit) throw new Error('there is no unit to take out');
    return removal(text, claim.unit);
  }
  const written = /^[\p{L}][\p{L}\p{N} /-]*$/u.test(unit) ? unit : quoteInMarks(unit);
  if (!claim.unit) return insertion(text, claim.value, 'unit', written);
  return { start: claim.unit.start, end: claim.unit.end, newText: written };
}
