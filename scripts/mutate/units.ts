/** Wrong units: another currency, share, measure or noun, and none where the article prints one. */
import { conceptsAgree, isConcept } from '../../src/quantities/nouns.ts';
import { measureOf, symbolOf } from '../../src/quantities/units.ts';
import type { FigureClaim } from '../../src/records/model.ts';
import { quoteInMarks } from '../../src/records/quoting.ts';
import { isPrinted } from './contradiction.ts';
import { classifierCounts, conceptsOf, hasKnownNoun, isBare } from './counted.ts';
import { insertion, removal } from './edits.ts';
import { type Maker, type Mutant, type Subject, some } from './mutant.ts';
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
