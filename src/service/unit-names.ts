import { currencyName, languageName } from '../checks/plain-words.ts';
import { languages } from '../quantities/languages/index.ts';
import { spellings } from '../quantities/phrases.ts';
import { symbolOf } from '../quantities/units.ts';
import type { Configuration } from '../records/configuration.ts';

const english = languages.find(({ tag }) => tag === 'en');

const fixed: Readonly<Record<string, string>> = {
  '%': 'percent, a share of a whole',
  percent: 'percent, a share of a whole; the same as %',
  'percentage points': 'the difference of two shares',
  rank: 'a place in an order: first, second, third',
  times: 'a multiple: twice, three times',
};

/** What a unit is in English words: `kilometres`, `Chinese yuan`; undefined where the tables do not know it. */
export function unitName(unit: string): string | undefined {
  if (Object.hasOwn(fixed, unit)) return fixed[unit];
  const words = english?.units[symbolOf(unit)] ?? english?.units[unit];
  return currencyName(unit) ?? (words && pluralOf(words));
}

/** Every symbol that has an English name, in the order of the table. */
export const unitSymbols = (): readonly string[] => [...Object.keys(fixed), ...Object.keys(english?.units ?? {})];

/** The words by which each language counts a noun: `companies` → French *entreprises*, German *Unternehmen*. */
export function nounWords(noun: string, { nouns }: Configuration): readonly { language: string; words: string }[] {
  const extra = Object.hasOwn(nouns, noun) ? nouns[noun]?.words : undefined;
  const rows = languages.flatMap(({ tag, nouns: table }) => {
    const phrases = Object.hasOwn(table.words, noun) ? table.words[noun] : undefined;
    return phrases
      ? [
          {
            language: languageName(tag),
            words: phrases
              .slice(0, 4)
              .map((one) => pluralOf([one]))
              .join(', '),
          },
        ]
      : [];
  });
  return extra ? [...rows, { language: 'configuration', words: extra.join(', ') }] : rows;
}

/** The spelling of a phrase that stands behind a number. */
function pluralOf(phrases: readonly string[]): string {
  const [first = ''] = phrases;
  const all = spellings(first);
  return all.find((spelling) => /s$/.test(spelling)) ?? all[0] ?? first;
}
