import { folded, isLetter, pastLetters, skipSpace } from './characters.ts';
import { Composer } from './compose.ts';
import { Exact } from './exact.ts';
import type { CompoundPart, Lexicon } from './lexicon.ts';
import { dataOf, type PhraseMatch } from './phrases.ts';
import { A, N } from './roles.ts';

/** A number in words, composed by the rules of the language; nothing but the number itself. */
export interface Spelled {
  readonly end: number;
  /** Before the first scale word that is a word of its own. */
  readonly digitsEnd: number;
  readonly value: Exact;
  /** 七八: seven to eight. */
  readonly pair: readonly [number, number] | undefined;
  readonly scaled: boolean;
  /** Power of ten of the last scale, which *and a half* speaks of. */
  readonly lastPower: number;
  /** Its last word is an ordinal (*twenty-third*), or a denominator or multiple written in one word with it. */
  readonly ordinal: boolean;
  readonly denominator: number | undefined;
  readonly multiple: boolean;
  /** Something is ranked by it, in the same word: *zweitgrößte*. */
  readonly ranks: boolean;
  /** The unit that ends the word: *fünfjährig*. */
  readonly unit: string | undefined;
  /** It is one word only. */
  readonly words: number;
}

const parts = N.cardinal | N.multiplier | N.scale;

/** No number that people spell has more words; a hostile text could go on for ever. */
const mostWords = 64;

/**
 * Composes the longest number in words that starts at `offset`. Without `groups` a comma ends it, as inside another
 * number whose groups are set off by commas.
 */
export function spelled(lexicon: Lexicon, text: string, offset: number, groups = true): Spelled | undefined {
  if (!mayStart(lexicon, text, offset)) return undefined;
  const composer = new Composer(lexicon.table.numerals.composition);
  const state: Progress = { composer, end: offset, digitsEnd: offset, words: 0 };
  let at = offset;
  while (state.words < mostWords && take(lexicon, text, at, state)) {
    if (state.tail) break;
    if (groups && takeGroups(lexicon, text, state)) break;
    at = nextPart(text, state.end, lexicon.spaced);
    if (at < 0) break;
    // *a billion and a half*: what looks like a joiner opens a half.
    if (lexicon.number.match(text, at, N.andHalf)) break;
    const joiner = lexicon.number.match(text, at, N.joiner);
    if (joiner) {
      const beyond = nextPart(text, joiner.end, lexicon.spaced);
      if (beyond < 0 || !state.composer.joiner() || !take(lexicon, text, beyond, state)) break;
      if (state.tail) break;
      at = nextPart(text, state.end, lexicon.spaced);
      if (at < 0) break;
    }
  }
  return state.composer.started ? result(state) : undefined;
}

/** Most words that are asked about begin no number, as their own roles say; but a compounded one has none. */
const mayStart = (lexicon: Lexicon, text: string, offset: number): boolean =>
  lexicon.compoundParts.size > 0 || (lexicon.number.rolesAt(text, offset) & parts) !== 0;

type SpelledDraft = { -readonly [Key in keyof Spelled]: Spelled[Key] };

/** A number in words and no more; with every key, for the reason that `newNumeral` gives. */
export const newSpelled = (end: number, digitsEnd: number, value: Exact, words: number): SpelledDraft => ({
  end,
  digitsEnd,
  value,
  pair: undefined,
  scaled: false,
  lastPower: 0,
  ordinal: false,
  denominator: undefined,
  multiple: false,
  ranks: false,
  unit: undefined,
  words,
});

function result({ composer, tail, end, digitsEnd, words }: Progress): Spelled {
  const made = newSpelled(end, digitsEnd, composer.value(), words);
  made.pair = composer.pair;
  made.scaled = composer.hasScale();
  made.lastPower = composer.lastPower();
  if (!tail) return made;
  made.ordinal = tail.role === N.ordinal || tail.role === N.superlative;
  made.ranks = tail.role === N.superlative;
  made.multiple = tail.role === N.multiple;
  if (tail.role === N.unit) made.unit = tail.symbol;
  if (tail.role === N.percent) made.unit = '%';
  if (tail.role === N.denominator && tail.top === undefined) made.denominator = tail.data;
  if (tail.top !== undefined) made.value = made.value.plus(Exact.ratio(BigInt(tail.top), tail.data));
  return made;
}

/**
 * *six million, two hundred thousand, one hundred and one*: the sign of a joiner behind a scale, and behind it a group of
 * its own below that scale; then, below the scale of that group, the next one.
 */
function takeGroups(lexicon: Lexicon, text: string, state: Progress): boolean {
  let below = state.composer.closed() ? state.composer.lastPower() : 0;
  let sum = Exact.of(0);
  let ended = false;
  const { words } = state;
  while (below > 2 && !ended) {
    const sign = lexicon.number.match(text, state.end, N.joiner);
    const at = sign && !isLetter(text, sign.start) ? skipSpace(text, sign.end) : -1;
    const group = sign && at > sign.end ? spelled(lexicon, text, at, false) : undefined;
    if (!group || group.pair || group.value.compare(Exact.of(100)) < 0) break;
    if (group.value.compare(Exact.of(1, below)) >= 0) break;
    sum = sum.plus(group.value);
    below = group.lastPower;
    ended = group.ordinal === true;
    advance(state, group.end, true);
  }
  if (ended) state.tail = { role: N.ordinal, data: 0 };
  return state.words > words && state.composer.append(sum);
}

interface Progress {
  composer: Composer;
  end: number;
  digitsEnd: number;
  words: number;
  /** What ended the number in its own last word. */
  tail?: { readonly role: number; readonly data: number; readonly symbol?: string; readonly top?: number };
}

/** Where the next word of the same number may start: behind a space or a hyphen, or right there without word borders. */
function nextPart(text: string, end: number, spaced: boolean): number {
  if (!spaced) return end;
  const code = text.charCodeAt(end);
  if (folded[code] === 0x2d && isLetter(text, end + 1)) return end + 1;
  const at = skipSpace(text, end);
  return at > end ? at : -1;
}

function take(lexicon: Lexicon, text: string, at: number, state: Progress): boolean {
  const { composer } = state;
  const match = lexicon.number.match(text, at, parts);
  // 五千瓦 is five kilowatts, not five thousand of something.
  const unit = match && !lexicon.spaced ? lexicon.after.match(text, at, A.unit) : undefined;
  if (match && unit && unit.end > match.end) return false;
  const ordinal = composer.started ? lexicon.number.match(text, at, N.ordinal) : undefined;
  // *cent dix-septième*: the ordinal goes on where the cardinal *dix* ends.
  if (ordinal && ordinal.end > (match?.end ?? 0) && takeOrdinal(ordinal, state)) return true;
  if (match && offer(composer, match)) {
    const scale = (match.roles & N.scale) !== 0;
    advance(state, match.end, scale);
    return true;
  }
  return lexicon.compoundParts.size > 0 && takeCompound(lexicon, text, at, state);
}

function takeOrdinal(match: PhraseMatch, state: Progress): boolean {
  if (!offerOrdinal(state.composer, dataOf<number>(match, N.ordinal) as number)) return false;
  state.tail = { role: N.ordinal, data: 0 };
  advance(state, match.end, false);
  return true;
}

function advance(state: Progress, end: number, scale: boolean): void {
  state.end = end;
  state.words++;
  if (!scale) state.digitsEnd = end;
  else if (state.words === 1) state.digitsEnd = end;
}

function offer(composer: Composer, match: PhraseMatch): boolean {
  return match.allSenses.some(({ role, data }) => (role & match.roles) !== 0 && composer.offer(role, data as number));
}

/** The last word of an ordinal counts as what it orders: *deux centième* is two hundred. */
function offerOrdinal(composer: Composer, value: number): boolean {
  if (value === 100 && composer.offer(N.multiplier, 100)) return true;
  const power = Math.log10(value);
  if (value >= 1000 && Number.isInteger(power)) return composer.offer(N.scale, power);
  return composer.offer(N.cardinal, value);
}

/** A number word that is written in one: `zweihundertfünfunddreißig`, `einundzwanzigste`, `dreieinhalb`, `vierfach`. */
function takeCompound(lexicon: Lexicon, text: string, at: number, state: Progress): boolean {
  const { composer } = state;
  const end = pastLetters(text, at);
  if (end - at < 4 || end - at > 120) return false;
  const split = segments(lexicon.compoundParts, text.slice(at, end).toLowerCase(), 0);
  if (!split || split.length < 2 || (composer.started && !composer.closed())) return false;
  const word = new Composer(lexicon.table.numerals.composition);
  const tail = composeParts(split, word);
  if (tail === false || (composer.started && !composer.append(word.value()))) return false;
  if (!composer.started) state.composer = word;
  if (tail) state.tail = tail;
  advance(state, end, false);
  return true;
}

/** Offers the parts of one word; false where they make no number, else the part that ends the number. */
function composeParts(split: readonly CompoundPart[], composer: Composer): Progress['tail'] | false {
  const [whole, top, bottom] = split;
  // *zweidreiviertel*
  if (split.length === 3 && bottom?.role === N.denominator && whole?.role === N.cardinal && top?.role === N.cardinal) {
    return composer.offer(N.cardinal, whole.data) && { ...bottom, top: top.data };
  }
  let tail: CompoundPart | undefined;
  for (const [index, part] of split.entries()) {
    const last = index === split.length - 1;
    if (part.role === N.joiner) {
      if (!composer.joiner()) return false;
    } else if (part.role === N.ordinal) {
      const ranks = index === split.length - 2 && split[index + 1]?.role === N.superlative;
      if (!(last || ranks) || !offerOrdinal(composer, part.data)) return false;
      tail = part;
    } else if (part.role === N.andHalf) {
      composer.half();
      tail = part;
    } else if (endings.has(part.role)) {
      if (!last || (part.role === N.superlative && tail?.role !== N.ordinal)) return false;
      tail = part;
    } else if (!composer.offer(part.role, part.data)) return false;
  }
  return tail;
}

/** Roles that only the last part of a word has. */
const endings: ReadonlySet<number> = new Set([N.denominator, N.multiple, N.superlative, N.unit, N.percent]);

/** The parts that make up the word to its end; the longest first, and the next one where those lead nowhere. */
function segments(known: Lexicon['compoundParts'], word: string, from: number, depth = 0): CompoundPart[] | undefined {
  if (from === word.length) return [];
  if (depth > 24) return undefined;
  for (const part of known.get(word[from] as string) ?? []) {
    if (!word.startsWith(part.text, from)) continue;
    const rest = segments(known, word, from + part.text.length, depth + 1);
    if (rest) return [part, ...rest];
  }
  return undefined;
}

/** The decimal sign in words behind `end` and the digits in words behind it: *two point five*, 三点一四. */
export function decimalsInWords(
  lexicon: Lexicon,
  text: string,
  end: number,
): { value: Exact; end: number } | undefined {
  const point = lexicon.number.match(text, skipSpace(text, end), N.point);
  if (!point) return undefined;
  let at = skipSpace(text, point.end);
  // *zéro virgule soixante-dix-sept*: the decimals as one number.
  const whole = lexicon.spaced ? spelled(lexicon, text, at) : undefined;
  if (
    whole &&
    !whole.ordinal &&
    !whole.scaled &&
    whole.value.compare(Exact.of(9)) > 0 &&
    whole.value.compare(Exact.of(100)) < 0
  ) {
    const decimals = whole.value.toString();
    return { value: Exact.digits(decimals, -decimals.length), end: whole.end };
  }
  let digits = '';
  let last = end;
  while (digits.length < 20) {
    const match = lexicon.number.match(text, at, N.cardinal);
    const value = match && dataOf<number>(match, N.cardinal);
    if (!match || value === undefined || !Number.isInteger(value) || value > 99 || (value > 9 && digits !== '')) break;
    digits += value;
    last = match.end;
    if (value > 9) break;
    at = skipSpace(text, last);
  }
  return digits === '' ? undefined : { value: Exact.digits(digits, -digits.length), end: last };
}
