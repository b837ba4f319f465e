import type { Span } from '../text/span.ts';
import { classAt, DIGIT, folded, IDEOGRAPH, isCapital, LETTER, OTHER, pastLetters, skipSpace } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import { conceptsAgree } from './nouns.ts';
import { dataOf, isBorder, type PhraseMatch } from './phrases.ts';
import { A, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** The noun that a number counts. */
export interface NounReading {
  readonly span: Span;
  readonly concepts?: readonly string[];
  readonly classifier?: boolean;
  /** Where the classifier behind the number ends, where the noun stands before it (企业10家). */
  readonly classifierEnd?: number;
}

/** How many words may stand between a number and its noun, and how many of them may be unknown. */
const reach = { words: 7, unknown: 3, units: 16, before: 8 };

/** The counted noun behind `end`. With `linked`, a little word may stand before it (*un milliard de paramètres*). */
export function readNoun(scope: Scope, end: number, linked: boolean, isOne = false): NounReading | undefined {
  if (!scope.lexicon.spaced) return unspacedNoun(scope, end);
  const noun = spacedNoun(scope, end, linked);
  return noun?.concepts && !isOne && isOddSingular(scope, noun.span) ? { span: noun.span } : noun;
}

/** *1.4 million use it*, *a 300 page report*: behind several a noun in the singular is a verb, or what others are counted in. */
function isOddSingular({ text, lexicon }: Scope, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  if (isPlural(lexicon, text, end) || folded[text.charCodeAt(start - 1)] === 0x2d) return false;
  return (
    lexicon.table.nouns.plurals?.some((ending) => {
      const match = lexicon.after.match(word + ending, 0, A.noun);
      return match?.end === word.length + ending.length && dataOf(match, A.noun) !== undefined;
    }) ?? false
  );
}

/** 实验室77个: without spaces the noun may stand right before the number, and a bare classifier behind it. */
export function nounBefore(scope: Scope, start: number): NounReading | undefined {
  const { text, lexicon } = scope;
  for (let from = Math.max(0, start - reach.before); from < start - 1; from++) {
    const match = lexicon.after.match(text, from, A.noun);
    if (match?.end !== start) continue;
    return {
      span: { start: from, end: start },
      concepts: dataOf<readonly string[]>(match, A.noun) as readonly string[],
    };
  }
  return undefined;
}

function spacedNoun(scope: Scope, end: number, linked: boolean): NounReading | undefined {
  const { text, lexicon } = scope;
  const { head } = lexicon.table.nouns;
  const hyphened = folded[text.charCodeAt(end)] === 0x2d;
  let at = hyphened ? end + 1 : skipSpace(text, end);
  if (linked) {
    const link = lexicon.after.match(text, at, A.link);
    if (link) at = skipSpace(text, link.end);
  }
  let known: NounReading | undefined;
  let unknown: Span | undefined;
  let strangers = 0;
  for (let words = 0; words < reach.words; words++) {
    if (head === 'last') {
      if (isSign(text, at, SIGNS.quotedNoun)) at++;
      at = pastName(text, at);
    }
    if (classAt(text, at) !== LETTER) break;
    const match = lexicon.after.match(text, at, A.stop | A.noun | A.modifier);
    const concepts = match && dataOf<readonly string[]>(match, A.noun);
    let next = pastLetters(text, at);
    // *17 of the country's 31 provinces*: whose they are.
    if (
      head === 'last' &&
      folded[text.charCodeAt(next)] === 0x27 &&
      text[next + 1] === 's' &&
      isBorder(text, next + 2)
    ) {
      known = undefined;
      unknown = undefined;
      at = skipSpace(text, next + 2);
      continue;
    }
    if (
      match &&
      concepts &&
      likelyNoun(lexicon, text, at, match.end) &&
      (match.end >= next || folded[text.charCodeAt(match.end)] === 0x2d)
    ) {
      known = { span: { start: at, end: match.end }, concepts };
      // *a 1,300-page report*: what is joined to the number by a hyphen is what it counts.
      if (head === 'first' || isPlural(lexicon, text, match.end) || (words === 0 && hyphened)) break;
      next = Math.max(next, match.end);
    } else if (match && dataOf(match, A.stop) !== undefined) {
      // *state-of-the-art chips*: a little word inside a compound ends no phrase.
      if (head === 'first' || folded[text.charCodeAt(at - 1)] !== 0x2d) break;
      known = undefined;
    } else if (match && dataOf(match, A.modifier) !== undefined) next = Math.max(next, match.end);
    else if ((lexicon.number.rolesAt(text, at) & N.cardinal) !== 0 && isCardinal(scope, at, next)) break;
    else {
      const ending = compoundConcepts(lexicon, text.slice(at, next));
      if (ending) {
        known = { span: { start: at, end: next }, concepts: ending };
      } else if (++strangers > reach.unknown) break;
      else if (!known && (head === 'last' || !unknown) && likelyNoun(lexicon, text, at, next))
        unknown = { start: at, end: next };
    }
    if (head === 'last' && isSign(text, next, SIGNS.quotedNoun)) next++;
    const after = skipSpace(text, next);
    if (after === next && folded[text.charCodeAt(next)] !== 0x2d) break;
    at = after === next ? next + 1 : after;
    if (folded[text.charCodeAt(at)] === 0x2d) break;
  }
  return known ?? (unknown && { span: unknown });
}

/** *une sur trois deux ans plus tôt*: another number is no noun. */
const isCardinal = ({ text, lexicon }: Scope, at: number, end: number): boolean =>
  lexicon.number.match(text, at, N.cardinal)?.end === end;

/** Where nouns are written with a capital, an unknown word without one is none. */
const likelyNoun = (lexicon: Lexicon, text: string, at: number, end: number): boolean =>
  !lexicon.table.nouns.compounds || isCapital(text, at) || / \p{Lu}\S*$/u.test(text.slice(at, end));

/** Whether the noun ends like a plural, behind which no other noun of the same phrase stands. */
export const isPlural = (lexicon: Lexicon, text: string, end: number): boolean =>
  lexicon.table.nouns.plurals?.some((ending) => text.slice(0, end).slice(-ending.length).toLowerCase() === ending) ??
  false;

/** *4 million 5G base stations*, *100 H100 chips*: a name with digits in front of the noun. */
function pastName(text: string, offset: number): number {
  const opens = classAt(text, offset) === DIGIT;
  const named =
    opens || ((classAt(text, offset + 1) === DIGIT || classAt(text, offset + 2) === DIGIT) && isCapital(text, offset));
  const name = named ? /^(?:\d+\p{L}|\p{Lu}\p{L}?\d)[\p{L}\d]*\s/u.exec(text.slice(offset, offset + 12)) : null;
  return name ? offset + name[0].length : offset;
}

/** The last known noun that a compounded word ends with: *Schlüssellabore*. */
function compoundConcepts(lexicon: Lexicon, word: string): readonly string[] | undefined {
  if (word.length < 6) return undefined;
  const lower = word.toLowerCase();
  return lexicon.nounEndings
    .get(lower.slice(-3))
    ?.find((ending) => lower.endsWith(ending.text) && lower.length > ending.text.length + 1)?.concepts;
}

function unspacedNoun(scope: Scope, end: number): NounReading | undefined {
  const { text, lexicon } = scope;
  const start = skipSpace(text, end);
  const classifier = lexicon.after.match(text, start, A.classifier);
  const noun = lexicon.after.match(text, start, A.noun);
  const counts = classifier && !(noun && noun.end > classifier.end) ? classifier : undefined;
  let at = counts ? counts.end : start;
  const limit = at + reach.units;
  let known: NounReading | undefined;
  let inRow = 1;
  const passed: string[] = [];
  while (at < limit && at < text.length) {
    const kind = classAt(text, at);
    const match = lexicon.after.match(text, at, A.stop | A.noun | A.modifier);
    if ((kind === DIGIT || kind === OTHER) && !match) break;
    const concepts = match && dataOf<readonly string[]>(match, A.noun);
    if (match && concepts) {
      // 十余个城市试点车网互动: of two nouns in a row the second is counted; further on, each may belong to something else.
      // 三家基础电信企业移动电话用户18亿户: what its classifier cannot count belongs to the next number.
      if (counts && !canCount(counts, concepts) && (!known?.concepts || canCount(counts, known.concepts))) break;
      const isApart = known !== undefined && (known.span.end < at || ++inRow > 2);
      known = {
        span: { start: at, end: match.end },
        concepts: isApart ? [...new Set([...passed, ...concepts])] : concepts,
      };
      passed.push(...concepts);
      // 34岁男子: nothing behind it is counted by the same number.
      if (dataOf(match, A.stop) !== undefined) break;
      at = match.end;
    } else if (match && dataOf(match, A.stop) !== undefined) break;
    else at = match ? match.end : at + 1;
  }
  if (known) return known;
  if (!counts) return undefined;
  const concepts = dataOf<readonly string[]>(counts, A.classifier) ?? [];
  return { span: { start: counts.start, end: counts.end }, classifier: true, ...(concepts.length > 0 && { concepts }) };
}

/** Whether a classifier that counts certain things counts one of these. */
function canCount(classifier: PhraseMatch, concepts: readonly string[]): boolean {
  const countable = dataOf<readonly string[]>(classifier, A.classifier) ?? [];
  return countable.length === 0 || conceptsAgree(countable, concepts);
}

/** Whether an unspaced text goes on with a character right behind the number. */
export const ideographFollows = (text: string, end: number): boolean => classAt(text, end) === IDEOGRAPH;
