import { isOneWord } from './characters.ts';
import type { LanguageTable, Phrase } from './language.ts';
import type { CompoundPart, Lexicon } from './lexicon.ts';
import { currencySigns, misleadingCodes } from './money.ts';
import { addEnding, type NounEndings } from './noun-endings.ts';
import { PhraseTrie } from './phrase-trie.ts';
import { spellings, WHOLE } from './phrases.ts';
import type { Qualifier } from './quantity.ts';
import { A, B, N } from './roles.ts';
import { SymbolTable } from './symbols.ts';
import { TokenMemory } from './token-memory.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordFilter } from './word-filter.ts';

/** Compiles a table from its phrases: a matter of tens of milliseconds, which a build takes instead of every start. */
export function compileLexicon(table: LanguageTable): Lexicon {
  const nouns = gatherNouns(table);
  const vocabulary = new Vocabulary();
  // The commonest words first, so that what is asked for most stands together in memory.
  for (const word of table.frequent) vocabulary.cut(word);
  const tokens = new TokenMemory(vocabulary);
  const triggers = new WordFilter(vocabulary);
  return {
    ...plainPartsOf(table),
    vocabulary,
    tokens,
    triggers,
    number: numberTrie(table, new PhraseTrie(vocabulary, tokens), triggers),
    after: afterTrie(table, new PhraseTrie(vocabulary, tokens), nouns),
    before: beforeTrie(table, new PhraseTrie(vocabulary, tokens, true)),
    subunits: subunitTable(table),
    symbols: new SymbolTable(),
    compoundParts: table.numerals.composition === 'ones-then-tens' ? compoundParts(table) : new Map(),
    labelEndings: labelEndings(table),
    nounEndings: table.nouns.compounds ? nounEndings(nouns) : new Map(),
  };
}

/** What a look at the table gives. */
export const plainPartsOf = (
  table: LanguageTable,
): Pick<Lexicon, 'table' | 'spaced' | 'capitalMonths' | 'streets'> => ({
  table,
  spaced: table.spaced,
  capitalMonths: /^\p{Lu}/u.test(table.dates.months[0]?.[0] ?? ''),
  streets: new Set((table.names.streets ?? []).map((word) => word.toLowerCase())),
});

function gatherNouns(table: LanguageTable): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const [concept, phrases] of Object.entries(table.nouns.words)) {
    for (const word of phrases.flatMap(spellings)) {
      const key = word.toLowerCase();
      const concepts = byWord.get(key);
      if (!concepts) byWord.set(key, [concept]);
      else if (!concepts.includes(concept)) concepts.push(concept);
    }
  }
  return byWord;
}

function labelEndings(table: LanguageTable): Map<number, string[]> {
  const endings = new Map<number, string[]>();
  for (const label of table.names.labels.filter((each) => each.startsWith('-')).flatMap(spellings)) {
    const last = label.toLowerCase().charCodeAt(label.length - 1);
    endings.set(last, [...(endings.get(last) ?? []), label.slice(1).toLowerCase()]);
  }
  return endings;
}

function numberTrie(table: LanguageTable, trie: PhraseTrie, triggers: WordFilter): PhraseTrie {
  for (const whole of table.names.wholes ?? []) trie.add(whole, WHOLE, true);
  const compounded =
    table.numerals.composition === 'ones-then-tens' ? N.cardinal | N.multiplier | N.scale | N.ordinal : 0;
  const { numerals, ordinals, dates } = table;
  const add = (phrase: Phrase, role: number, data: unknown, opens: boolean): void => {
    trie.add(phrase, role, data);
    if (opens) for (const spelling of spellings(phrase)) triggers.add(spelling, (role & compounded) !== 0);
  };
  const words = <T>(record: Readonly<Record<Phrase, T>>, role: number, opens = true): void => {
    for (const [phrase, data] of Object.entries(record)) add(phrase, role, data, opens);
  };
  const list = (phrases: readonly Phrase[], role: number, opens = false): void => {
    for (const phrase of phrases) add(phrase, role, true, opens);
  };
  words(numerals.cardinals, N.cardinal);
  words(numerals.multipliers, N.multiplier);
  words(numerals.scales, N.scale);
  words(numerals.scaleAbbreviations, N.abbreviation, false);
  list(numerals.joiners, N.joiner);
  list(numerals.articles, N.article, true);
  words(numerals.collectives, N.collective);
  words(numerals.fractions, N.fraction);
  words(numerals.denominators, N.denominator, false);
  list(numerals.andHalf, N.andHalf);
  list(numerals.halfOf, N.halfOf, true);
  list(numerals.outOf, N.outOf);
  list(numerals.partsOf, N.partsOf);
  list(numerals.partLinks ?? [], N.partLink);
  list(numerals.point ?? [], N.point);
  list(numerals.mixed ?? [], N.mixed);
  words(numerals.inner, N.inner, false);
  words(ordinals.words, N.ordinal);
  list(ordinals.prefixes, N.ordinalPrefix, true);
  words(table.multiples.words, N.multiple);
  dates.months.forEach((names, index) => {
    for (const name of names) add(name, N.month, index + 1, true);
  });
  words(table.periods.quarters, N.quarter);
  // A phrase that opens with one of the commonest words is looked for from the number inside it.
  const common = new Set(table.frequent);
  for (const phrase of table.names.phrases.flatMap(spellings)) {
    const opens = !(
      table.spaced &&
      phrase.includes(' ') &&
      common.has((phrase.split(' ', 1)[0] as string).toLowerCase())
    );
    add(phrase, N.notQuantity, true, opens);
  }
  list(table.qualifiers.contrasts ?? [], N.contrast);
  list(table.changes.increase, N.increase, true);
  list(table.changes.decrease, N.decrease, true);
  list(table.ranges.change, N.change, true);
  for (const [particle, verbs] of Object.entries(table.changes.split ?? {}))
    for (const verb of verbs) add(verb, N.change, { particle }, true);
  for (const word of table.changes.ends ?? []) add(word, N.change, {}, true);
  return trie;
}

function afterTrie(table: LanguageTable, trie: PhraseTrie, nouns: ReadonlyMap<string, readonly string[]>): PhraseTrie {
  const list = (phrases: readonly Phrase[], role: number, data: unknown = true): void => {
    for (const phrase of phrases) {
      trie.add(phrase, role, data);
      // `-fach` stands with its hyphen, and written to the number without it.
      if (phrase.startsWith('-')) trie.add(phrase.slice(1), role, data);
    }
  };
  list(table.percent, A.percent);
  list(table.percentagePoints, A.points);
  for (const [code, names] of Object.entries(table.currencies)) list(names, A.currency, code);
  for (const [sign, codes] of currencySigns) for (const code of codes) list([sign], A.currency, code);
  for (const [code, parts] of Object.entries(table.subunits ?? {})) list(Object.keys(parts), A.currency, code);
  for (const [symbol, names] of Object.entries(table.units)) list(names, A.unit, symbol);
  list(table.per, A.per);
  list(table.perRound ?? [], A.per, 'round');
  list(table.perArticles ?? [], A.per, 'article');
  for (const [span, phrases] of Object.entries(table.perWords ?? {})) list(phrases, A.per, { span });
  list(table.unitLinks, A.link);
  for (const [word, concepts] of nouns) trie.add(word, A.noun, concepts);
  for (const [word, concepts] of Object.entries(table.nouns.classifiers)) list([word], A.classifier, concepts);
  list(table.nouns.stops, A.stop);
  list(table.nouns.modifiers, A.modifier);
  for (const [qualifier, phrases] of Object.entries(table.qualifiers.after)) list(phrases, A.qualifier, qualifier);
  list(table.qualifiers.afterNot ?? [], A.qualifier, 'none');
  list(table.qualifiers.notReached, A.notReached);
  list(table.qualifiers.notExceeded, A.notExceeded);
  list(table.ranges.connectors, A.connector);
  list(table.ranges.changeTo, A.changeTo);
  list(table.ranges.and, A.and);
  table.ranges.between.forEach(([, closer], index) => {
    trie.add(closer, A.between, index);
  });
  list(table.multiples.after, A.multiple);
  list(table.cutoffs.after, A.cutoff);
  list(table.dates.relative, A.relative);
  table.dates.weekdays.forEach((names, index) => {
    list(names, A.weekday, index + 1);
  });
  list(table.names.labelsAfter, A.nameAfter);
  list(table.changes.increaseAfter ?? [], A.change, 'increase');
  list(table.changes.decreaseAfter ?? [], A.change, 'decrease');
  list(table.dates.marks.year, A.year);
  list(table.dates.marks.month, A.month);
  list(table.dates.marks.day, A.day);
  list(table.dates.links, A.dateLink);
  list(table.ordinals.rankNouns, A.rankNoun);
  list(table.ordinals.superlatives, A.superlative);
  list(table.ordinals.nameNouns, A.nameNoun);
  list(table.names.wholes ?? [], WHOLE);
  return trie;
}

function beforeTrie(table: LanguageTable, trie: PhraseTrie): PhraseTrie {
  const list = (phrases: readonly Phrase[], role: number, data: unknown = true): void => {
    for (const phrase of phrases) trie.add(phrase, role, data);
  };
  for (const [code, names] of Object.entries(table.currencies)) {
    list(
      names.filter((name) => !misleadingCodes.has(name)),
      B.currency,
      code,
    );
  }
  for (const [sign, codes] of currencySigns) for (const code of codes) list([sign], B.currency, code);
  for (const [qualifier, phrases] of Object.entries(table.qualifiers.before)) {
    list(phrases, B.qualifier, qualifier as Qualifier);
  }
  list(table.qualifiers.negations, B.negation);
  list(table.qualifiers.farNegations ?? [], B.farNegation);
  list(table.qualifiers.barriers ?? [], B.barrier);
  list(table.qualifiers.alternatives ?? [], B.barrier, 'or');
  list(table.qualifiers.denials ?? [], B.barrier, 'denied');
  list(table.qualifiers.reach, B.reach);
  list(table.qualifiers.fillers, B.filler);
  table.ranges.between.forEach(([opener], index) => {
    trie.add(opener, B.between, index);
  });
  list(table.ranges.from, B.from);
  list(table.ranges.sizes ?? [], B.size);
  list(table.ranges.and, B.and);
  list(table.ranges.changeTo, B.level);
  list(table.ranges.connectors, B.level);
  list(
    table.names.labels.filter((label) => !label.startsWith('-')),
    B.label,
  );
  list(table.multiples.before ?? [], B.multiple);
  list(table.multiples.added ?? [], B.multiple, 'added');
  list(table.multiples.loose ?? [], B.multiple, 'loose');
  list(table.ages ?? [], B.age);
  list(table.changes.reaching ?? [], B.reaching);
  for (const [symbol, phrases] of Object.entries(table.perBefore ?? {})) list(phrases, B.perUnit, symbol);
  list(table.names.titles, B.title);
  list(table.cutoffs.before, B.cutoff);
  table.dates.weekdays.forEach((names, index) => {
    list(names, B.weekday, index + 1);
  });
  list(table.dates.relative, B.relative);
  list(table.dates.links, B.dateLink);
  list(table.dates.hourWords ?? [], B.clock);
  list(table.dates.lasting ?? [], B.clock, 'lasts');
  list(table.ordinals.determiners ?? [], B.determiner);
  list(table.periods.yearWords, B.yearWord);
  list(table.periods.baselines, B.baseline);
  list(table.ordinals.rankVerbs, B.rankVerb);
  list(table.ordinals.copulas ?? [], B.rankVerb, 'be');
  list(table.ordinals.rankNouns, B.rankNoun);
  list(table.numerals.articles, B.article);
  list(table.names.wholes ?? [], WHOLE);
  list(table.qualifiers.lastBeforeTime ?? [], B.lastBeforeTime);
  list(table.qualifiers.forTime ?? [], B.lastBeforeTime, 'behind money');
  list(table.qualifiers.byShare ?? [], B.lastBeforeTime, 'share');
  return trie;
}

const subunitTable = (table: LanguageTable): Map<string, number> =>
  new Map(
    Object.values(table.subunits ?? {}).flatMap((parts) =>
      Object.entries(parts).flatMap(([phrase, power]) => spellings(phrase).map((text) => [text, power] as const)),
    ),
  );

function compoundParts(table: LanguageTable): Map<string, CompoundPart[]> {
  const parts: CompoundPart[] = [];
  const add = (record: Readonly<Record<Phrase, number>>, role: number): void => {
    for (const [phrase, data] of Object.entries(record)) {
      for (const text of spellings(phrase)) {
        if (isOneWord(text)) parts.push({ text: text.toLowerCase(), role, data });
      }
    }
  };
  add(table.numerals.cardinals, N.cardinal);
  add(table.numerals.multipliers, N.multiplier);
  add(table.numerals.scales, N.scale);
  add(table.ordinals.words, N.ordinal);
  add(table.numerals.denominators, N.denominator);
  for (const joiner of table.numerals.joiners) parts.push({ text: joiner, role: N.joiner, data: 0 });
  for (const half of table.numerals.andHalf.flatMap(spellings)) parts.push({ text: half, role: N.andHalf, data: 0 });
  const endings = (phrases: readonly Phrase[], role: number, symbol?: string): void => {
    for (const phrase of phrases.flatMap(spellings)) {
      if (phrase.startsWith('-'))
        parts.push({ text: phrase.slice(1).toLowerCase(), role, data: 0, ...(symbol !== undefined && { symbol }) });
    }
  };
  endings(table.multiples.after, N.multiple);
  endings(table.ordinals.superlatives, N.superlative);
  endings(table.percent, N.percent);
  for (const [symbol, phrases] of Object.entries(table.units)) endings(phrases, N.unit, symbol);
  const byLetter = new Map<string, CompoundPart[]>();
  for (const part of parts) {
    if (!isOneWord(part.text)) continue;
    const list = byLetter.get(part.text[0] as string);
    if (list) list.push(part);
    else byLetter.set(part.text[0] as string, [part]);
  }
  for (const list of byLetter.values()) list.sort((a, b) => b.text.length - a.text.length);
  return byLetter;
}

function nounEndings(nouns: ReadonlyMap<string, readonly string[]>): NounEndings {
  const endings: NounEndings = new Map();
  for (const [text, concepts] of nouns) addEnding(endings, text, concepts);
  return endings;
}
