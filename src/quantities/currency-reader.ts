import { classAt, DIGIT, isLetter, LETTER, skipSpaceBack } from './characters.ts';
import { opensAmount } from './lexicon.ts';
import { isCurrencyCode } from './money.ts';
import { codeAt, type Numeral, type Scope } from './numeral.ts';
import { dataOf, type PhraseMatch } from './phrases.ts';
import { B, N } from './roles.ts';

/** A currency that stands before its number. */
export interface CurrencyBefore {
  readonly kind: 'money';
  readonly unit: string;
  readonly choices?: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The power of ten of a scale word that stands with the currency, before the number too: *EUR million 300*, `T€ 300`. */
  readonly power?: number;
}

/** *€ 3 Mio.*, `$1.2bn`, *RMB 300 billion*, *CNY 5*, *EUR million 300*, `TEUR 300`. */
export function currencyBefore(scope: Scope, numeral: Numeral): CurrencyBefore | undefined {
  const { start, end } = numeral;
  const at = skipSpaceBack(scope.text, start);
  if (at < start - 1) return undefined;
  const scale = numeral.scaled ? undefined : scaleEnding(scope, at);
  const spaced = scale && skipSpaceBack(scope.text, scale.start);
  const behindScale =
    spaced !== undefined && spaced < (scale?.start ?? 0) ? signEnding(scope, numeral, spaced) : undefined;
  if (scale && behindScale && spaced !== undefined) return { ...behindScale, end, power: scale.power };
  const sign = signEnding(scope, numeral, at);
  if (!sign) return undefined;
  const before = numeral.scaled ? undefined : scaleEnding(scope, skipSpaceBack(scope.text, sign.start));
  const joined = before?.end === sign.start;
  // A single letter is a scale where the sign is written to it; and neither is where a number stands before.
  if (!before || (!joined && before.end - before.start < 3) || followsNumber(scope, before.start))
    return { ...sign, end };
  return { ...sign, end, start: before.start, power: before.power };
}

const followsNumber = ({ text }: Scope, offset: number): boolean =>
  classAt(text, skipSpaceBack(text, offset) - 1) === DIGIT;

/** The scale word, or abbreviation of one, that ends at the offset. */
function scaleEnding({ text, lexicon }: Scope, end: number): { start: number; end: number; power: number } | undefined {
  let start = text[end - 1] === '.' ? end - 1 : end;
  while (isLetter(text, start - 1)) start--;
  if (start === end || end - start > 12) return undefined;
  const word = text.slice(start, end);
  const match = lexicon.number.match(word, 0, N.scale | N.abbreviation);
  const power = match && (dataOf<number>(match, N.scale) ?? dataOf<number>(match, N.abbreviation));
  return match?.end === word.length && power !== undefined ? { start, end, power } : undefined;
}

type Sign = Omit<CurrencyBefore, 'end'>;

function signEnding(scope: Scope, numeral: Numeral, at: number): Sign | undefined {
  const { text, lexicon } = scope;
  const code = classAt(text, at - 1) === LETTER ? codeEnding(scope, at) : undefined;
  if (code && opensAmount(code)) return { kind: 'money', unit: code, start: at - 3 };
  const match = lexicon.before.match(text, at, B.currency);
  // A word that ends right before the number would count something else: *5 yuans 300*.
  const joined = at === numeral.start && isLetter(text, at - 1);
  if (!match || (joined && lexicon.table.spaced && at - match.start > 3)) return undefined;
  if (classAt(text, skipSpaceBack(text, match.start) - 1) === DIGIT && isLetter(text, at - 1)) return undefined;
  // A name of money in small letters belongs to what stands before it, or is a verb: *China won 40 medals*, *norme Euro 7*.
  const name = text.slice(match.start, at);
  if (lexicon.table.spaced && /\p{Ll}{2}/u.test(name) && name.length > 2) {
    if (!/^\p{Lu}/u.test(name) || !(numeral.scaled || numeral.decimal || (numeral.length ?? 0) > 3)) return undefined;
  }
  return { ...money(match, B.currency), start: match.start };
}

/** A code that ends at the offset, alone or behind the abbreviation of a scale (`TEUR`). */
function codeEnding(scope: Scope, at: number): string | undefined {
  const { text } = scope;
  const alone = codeAt(text, at - 3);
  if (alone) return alone;
  const code = text.slice(at - 3, at);
  return isCurrencyCode(code) && scaleEnding(scope, at - 3) ? code : undefined;
}

/** The codes that a word or sign of money stands for. */
export function money(match: PhraseMatch, role: number): { kind: 'money'; unit: string; choices?: readonly string[] } {
  const codes = [...new Set(match.senses.filter((sense) => sense.role === role).map((sense) => sense.data as string))];
  return { kind: 'money', unit: codes[0] as string, ...(codes.length > 1 && { choices: codes }) };
}
