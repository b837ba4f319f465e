import {
  classAt,
  DIGIT,
  folded,
  IDEOGRAPH,
  isDigit,
  isLetter,
  SPACE,
  skipSpace,
  VULGAR,
  vulgarFractions,
} from './characters.ts';
import { Exact } from './exact.ts';
import { isSign, SIGNS } from './signs.ts';

/**
 * What digits are written together with to make one number: fractions with a slash or in one character, and powers of
 * ten. All answer for the digits that end, or start, at an offset.
 */

/** A part of a number, and where it ends. */
interface Part {
  readonly value: Exact;
  readonly end: number;
}

/** `3/4`: a proper fraction of two small numbers; not a date, not a season (2024/25), not a path. */
export function slashFraction(text: string, start: number, end: number, top: number | undefined): Part | undefined {
  const code = text.charCodeAt(end);
  if (top === undefined || (code !== 0x2f && code !== 0x2044 && code !== 0x2215)) return undefined;
  const before = classAt(text, start - 1);
  if (before !== SPACE && before !== IDEOGRAPH && start > 0 && !'("«“„，（：；。、'.includes(text[start - 1] as string))
    return undefined;
  let i = end + 1;
  let bottom = 0;
  while (classAt(text, i) === DIGIT && i - end <= 4) bottom = bottom * 10 + (text.charCodeAt(i++) & 15);
  if (
    i === end + 1 ||
    classAt(text, i) === DIGIT ||
    top === 0 ||
    top >= bottom ||
    !(bottom <= 10 || denominators.has(bottom))
  )
    return undefined;
  if (text[i] === '/' || (text[i] === '.' && classAt(text, i + 1) === DIGIT) || isLetter(text, i)) return undefined;
  return { value: Exact.ratio(top, bottom), end: i };
}

/** Those above ten that fractions are written with: *12/15 jours* and the mark 15/20 are none. */
const denominators: ReadonlySet<number> = new Set([12, 16, 32, 64, 100, 1000]);

/** Denominators of the fractions that measures are written with. */
const commonDenominators: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32]);

/** `½`, ` 1/2`, `-1/4`: the fraction behind a whole number. */
export function fractionBehind(text: string, end: number, whole: number | undefined): Part | undefined {
  const gap = skipSpace(text, end);
  if (gap <= end + 1 && classAt(text, gap) === VULGAR) {
    const [top, bottom] = vulgarFractions.get(text.charCodeAt(gap)) as readonly [number, number];
    return { value: Exact.ratio(top, bottom), end: gap + 1 };
  }
  if (whole === undefined || whole >= 1000 || !isDigit(text, end + 1)) return undefined;
  if (classAt(text, end) !== SPACE && folded[text.charCodeAt(end)] !== 0x2d) return undefined;
  const match = /^(\d{1,2})[/⁄∕](\d{1,2})(?![\p{L}\d/⁄∕]|[.,:]\d)/u.exec(text.slice(end + 1, end + 8));
  if (!match) return undefined;
  const [top, bottom] = [Number(match[1]), Number(match[2])];
  if (top === 0 || top >= bottom || !commonDenominators.has(bottom)) return undefined;
  return { value: Exact.ratio(top, bottom), end: end + 1 + match[0].length };
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const exponent = String.raw`(?:\^ ?\(?([-−]?\d{1,3})\)?|(⁻?[${raised}]{1,3}))(?![\p{L}\d])`;
const timesTen = new RegExp(String.raw`^[ \u00a0\u202f]?[×x·⋅*][ \u00a0\u202f]?10${exponent}`, 'u');
const ofTen = new RegExp(`^${exponent}`, 'u');
/** `1e6`, `2.5E+9`: a capital behind a whole number only with its sign, as it names things without one. */
const scientific = /^(?:e([+\-−]?\d{1,2})|E([+\-−]\d{1,2}))(?![\p{L}\d]|[-.]\d)/u;

const scientificCapital = /^E(\d{1,2})(?![\p{L}\d]|[-.]\d)/u;

const mayOpenPower = (text: string, end: number): boolean =>
  isSign(text, classAt(text, end) === SPACE ? end + 1 : end, SIGNS.power);

/**
 * The power of ten that is written behind digits: `1e6`, `3×10^8`, and with `ten`, where the digits are 10 themselves,
 * `10^25`, `10²⁵` less the one ten that they say already. A raised 1 or 2 behind a 10 is the mark of a note.
 */
export function powerBehind(
  text: string,
  end: number,
  ten: boolean,
  decimal = false,
): { power: number; end: number } | undefined {
  if (!mayOpenPower(text, end)) return undefined;
  const rest = text.slice(end, end + 12);
  const match =
    timesTen.exec(rest) ??
    scientific.exec(rest) ??
    (ten ? ofTen.exec(rest) : decimal ? scientificCapital.exec(rest) : null);
  if (!match) return undefined;
  const written = match[1] ?? match[2] ?? '';
  const plain = [...written].map((unit) => (raised.includes(unit) ? raised.indexOf(unit) : unit)).join('');
  const power = Number(plain.replace(/[−⁻]/, '-'));
  const isOfTen = /^[\^⁻⁰¹²³⁴-⁹]/.test(match[0]);
  if (isOfTen && match[0][0] !== '^' && power > 0 && power < 3) return undefined;
  return { power: isOfTen ? power - 1 : power, end: end + match[0].length };
}

/** `5'11"`: feet and inches, as inches. */
export function inchesBehind(
  text: string,
  end: number,
  feet: number | undefined,
): { inches: number; end: number } | undefined {
  if (feet === undefined || feet > 99 || !isSign(text, end, SIGNS.feet) || !isDigit(text, end + 1)) return undefined;
  const match = /^.(\d{1,2}) ?(?:["”″]|''|’’|′′)(?![\p{L}\d])/u.exec(text.slice(end, end + 7));
  const inches = Number(match?.[1]);
  return match && inches < 12 ? { inches: feet * 12 + inches, end: end + match[0].length } : undefined;
}

/** Where a number without its zero starts: `.77`. */
export function pointBefore(text: string, start: number, sign: string): number | undefined {
  if (text[start - 1] !== sign) return undefined;
  const before = start - 2;
  const free = before < 0 || classAt(text, before) === SPACE || '(<>=≤≥±~$€£¥'.includes(text[before] as string);
  return free && !isDigit(text, before) ? start - 1 : undefined;
}
