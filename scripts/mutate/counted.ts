/** What an article counts beside a claim's number, by a plain look at the words behind it and at the table of nouns. */
import { languages } from '../../src/quantities/languages/index.ts';
import { conceptsAgree, isConcept } from '../../src/quantities/nouns.ts';
import { spellings } from '../../src/quantities/phrases.ts';
import type { FigureClaim } from '../../src/records/model.ts';
import { numbersOf } from './contradiction.ts';
import type { Ground } from './mutant.ts';
import { type PlainNumber, passing } from './plain-numbers.ts';

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

/** What a noun may stand for; empty where no table knows it. */
export function conceptsOf(noun: string): readonly string[] {
  const lower = noun.toLowerCase();
  return isConcept(lower) ? [lower] : (conceptsByWord.get(lower) ?? []);
}

/** Whether nothing that could be counted stands behind the number. */
export function isBare(ground: Ground, claim: FigureClaim): boolean {
  const tags = printed(ground, claim).map(({ tag }) => tag);
  return tags.length > 0 && tags.every((tag) => tag === 'bare');
}

/** Whether a word of the table of nouns stands within a few words behind the number, before a sign or a preposition. */
export function hasKnownNoun(ground: Ground, claim: FigureClaim): boolean {
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
export function classifierCounts(ground: Ground, claim: FigureClaim, unit: string): boolean {
  const behind = printed(ground, claim).map(({ end }) => ground.article.text.slice(end, end + 2));
  const concepts = conceptsOf(unit);
  return behind.some((text) => {
    const counted = /^[\p{L}]/u.test(text) ? classifiers[text.slice(0, 1)] : undefined;
    if (!counted || concepts.length === 0) return false;
    return counted.length === 0 ? !/^.\p{L}/u.test(text) : conceptsAgree(concepts, counted);
  });
}
