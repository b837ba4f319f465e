import { classAt, DIGIT, folded, isLetter, LETTER, OTHER, skipSpaceBack } from './characters.ts';
import { isYear } from './dates.ts';
import { isCurrencyCode, opensAmount } from './money.ts';
import { codeAt } from './numeral.ts';
import type { Numeral } from './numeral-model.ts';
import { dataOf, type PhraseMatch } from './phrases.ts';
import { B, N } from './roles.ts';
import type { Scope } from './scope.ts';

/** A currency that stands before its number. */
export interface CurrencyBefore {
  /** ISO 4217, the likeliest first. */
  readonly codes: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The power of ten of a scale word that stands with the currency, before the number too: *EUR million 300*, `T€ 300`. */
  readonly power: number | undefined;
}

/** *€ 3 Mio.*, `$1.2bn`, *RMB 300 billion*, *CNY 5*, *EUR million 300*, `TEUR 300`. */
export function currencyBefore(scope: Scope, numeral: Numeral): CurrencyBefore | undefined {
  const { start, end } = numeral;
  // `$-5`: the sign of a number stands behind that of the money.
  const signed = folded[scope.text.charCodeAt(start - 1)] === 0x2d && classAt(scope.text, start - 2) === OTHER;
  const at = skipSpaceBack(scope.text, signed ? start - 1 : start);
  if (at < start - 1) return undefined;
  const scale = numeral.scaled ? undefined : scaleEnding(scope, at);
  const spaced = scale && skipSpaceBack(scope.text, scale.start);
  const behindScale =
    spaced !== undefined && spaced < (scale?.start ?? 0) ? signEnding(scope, numeral, spaced) : undefined;
  if (scale && behindScale) return { codes: behindScale.codes, start: behindScale.start, end, power: scale.power };
  const sign = signEnding(scope, numeral, at);
  if (!sign) return undefined;
  const before = numeral.scaled ? undefined : scaleEnding(scope, skipSpaceBack(scope.text, sign.start));
  const joined = before?.end === sign.start;
  // A single letter is a scale where the sign is written to it; and neither is where a number stands before.
  if (!before || (!joined && before.end - before.start < 3) || followsNumber(scope, before.start))
    return { codes: sign.codes, start: sign.start, end, power: undefined };
  return { codes: sign.codes, start: before.start, end, power: before.power };
}

const followsNumber = ({ text }: Scope, offset: number): boolean =>
  classAt(text, skipSpaceBack(text, offset) - 1) === DIGIT;

const scales = N.scale | N.abbreviation;

/** The scale word, or abbreviation of one, that ends at the offset. */
function scaleEnding({ text, lexicon }: Scope, end: number): { start: number; end: number; power: number } | undefined {
  let start = text[end - 1] === '.' ? end - 1 : end;
  while (isLetter(text, start - 1)) start--;
  if (start === end || end - start > 12) return undefined;
  // Written to a code it ends inside the word: `TEUR`.
  const joined = isLetter(text, end);
  const match = lexicon.number.match(joined ? text.slice(start, end) : text, joined ? 0 : start, scales);
  if (match?.end !== (joined ? end - start : end)) return undefined;
  const power = dataOf<number>(match, N.scale) ?? dataOf<number>(match, N.abbreviation);
  return power === undefined ? undefined : { start, end, power };
}

type Sign = Pick<CurrencyBefore, 'codes' | 'start'>;

function signEnding(scope: Scope, numeral: Numeral, at: number): Sign | undefined {
  const { text, lexicon } = scope;
  const code = classAt(text, at - 1) === LETTER ? codeEnding(scope, at) : undefined;
  if (code && opensAmount(code)) return { codes: [code], start: at - 3 };
  const match = lexicon.before.match(text, at, B.currency);
  // A word that ends right before the number would count something else: *5 yuans 300*.
  const joined = at === numeral.start && isLetter(text, at - 1);
  if (!match || (joined && lexicon.spaced && at - match.start > 3)) return undefined;
  // `10€ 20`: written to the number before it.
  if (classAt(text, match.start - 1) === DIGIT && at < numeral.start) return undefined;
  const before = skipSpaceBack(text, match.start) - 1;
  if (classAt(text, before) === DIGIT && isLetter(text, at - 1)) return undefined;
  // 9元9角, 十二块五: it belongs to the number that it follows.
  const counted = N.cardinal | N.multiplier | N.scale;
  if (!lexicon.spaced && (classAt(text, before) === DIGIT || lexicon.number.match(text, before, counted)))
    return undefined;
  // A name of money in small letters belongs to what stands before it, or is a verb: *China won 40 medals*, *norme Euro 7*.
  const name = text.slice(match.start, at);
  if (lexicon.spaced && /\p{Ll}{2}/u.test(name) && name.length > 2) {
    if (!/^\p{Lu}/u.test(name) || !(numeral.scaled || numeral.decimal || (numeral.length ?? 0) > 3)) return undefined;
    // *Euro 2024*
    if (isYear(numeral.integer)) return undefined;
  }
  return { codes: codesIn(match, B.currency), start: match.start };
}

/** A code that ends at the offset, alone or behind the abbreviation of a scale (`TEUR`). */
function codeEnding(scope: Scope, at: number): string | undefined {
  const { text } = scope;
  const alone = codeAt(text, at - 3);
  if (alone) return alone;
  const code = text.slice(at - 3, at);
  return isCurrencyCode(code) && scaleEnding(scope, at - 3) ? code : undefined;
}

/** The codes that a word or sign of money stands for, the likeliest first. */
export function codesIn(match: PhraseMatch, role: number): readonly string[] {
  const codes: string[] = [];
  for (const { role: its, data } of match.allSenses) {
    if (its === role && !codes.includes(data as string)) codes.push(data as string);
  }
  return codes;
}
