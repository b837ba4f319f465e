import {
  classAt,
  classes,
  DIGIT,
  folded,
  IDEOGRAPH,
  isCapital,
  isDigit,
  isLetter,
  LETTER,
  OTHER,
  SPACE,
  skipSpace,
  skipSpaceBack,
} from './characters.ts';
import {
  bracketedPhone,
  clockEnd,
  coordinateEnd,
  houseBeforeStreet,
  houseBeforeTown,
  isAmount,
  isDecade,
  isScore,
  isShortYear,
  phoneEnd,
  phoneLike,
  rateBase,
} from './codes.ts';
import { pointBefore } from './digit-forms.ts';
import { Exact } from './exact.ts';
import type { Numeral } from './numeral-model.ts';
import type { PhraseMatch } from './phrases.ts';
import { A, B } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/**
 * What tells digits in names, markers and addresses from quantities. Each function answers for digits at an offset;
 * where they are no quantity it says where the scan may go on.
 */

/** End of the run of letters, digits and signs without a space that holds `offset`. */
function runEnd(text: string, offset: number): number {
  let i = offset;
  while (
    i < text.length &&
    (classes[text.charCodeAt(i)] === LETTER ||
      classes[text.charCodeAt(i)] === DIGIT ||
      (text[i] === '.' && isDigit(text, i + 1)))
  )
    i++;
  return i;
}

/** Digits in brackets that refer to something else: `[3, 4]`. */
export function bracketedReference(text: string, offset: number): number | undefined {
  // A footnote of Markdown: `[^1]`.
  if (text[offset - 1] === '^' && text[offset - 2] === '[') return addressEnd(text, offset);
  const before = text.charCodeAt(offset - 1);
  if (before === 0x28) return bracketedPhone(text, offset);
  if (before !== 0x5b && before !== 0xff3b && before !== 0x3010) return undefined;
  const match = /^\d+(?:\s*[-,;–—、，]\s*\d+)*\s*[\]］】]/.exec(text.slice(offset, offset + 60));
  return match ? offset + match[0].length : undefined;
}

/** A number that starts with a zero is a code, and so is what goes on with it: `01 42 75 80 00`, `(010) 6255-1234`. */
export function codeWithZero({ text, lexicon }: Scope, offset: number): number | undefined {
  if (text.charCodeAt(offset) !== 0x30) return undefined;
  if (pointBefore(text, offset, lexicon.table.separators.decimal) !== undefined) return undefined;
  const match = /^0(?=\d| \d{3} \d)\d*(?:[)）]?[ \u00a0\u202f./-]?\d{2,})*(?:-\d+)?/.exec(
    text.slice(offset, offset + 40),
  );
  return match && match[0].length > 1 ? offset + match[0].length : undefined;
}

/** `COM(2023) 62`: the number of a document behind its year. */
export const numbersDocument = (text: string, offset: number): boolean =>
  (text.charCodeAt(offset - 1) === 0x29 || text.charCodeAt(offset - 2) === 0x29) &&
  /\p{Lu}{1,6}[( ]\(?(?:19|20)\d\d\)[ \u00a0]?$/u.test(text.slice(Math.max(0, offset - 16), offset));

/** `H100`, `GPT-4`, `TOP50`, `v1.2`, `a/3`, `#5`: digits that a name before them takes in. */
export function nameBefore(scope: Scope, offset: number): number | undefined {
  const { text, lexicon } = scope;
  const code = offset > 0 ? (folded[text.charCodeAt(offset - 1)] as number) : 0x20;
  // *in North America—18 times less*: a dash between clauses joins nothing.
  if (isEmDash(text, offset - 1)) return undefined;
  if (classes[code] === LETTER) {
    // A sign of money may be made of letters: RMB300, CHF5.
    const money = lexicon.before.match(text, offset, B.currency);
    return money && (offset - money.start > 1 || isAmount(scope, offset)) ? undefined : codeEnd(text, offset);
  }
  if (code === 0x2d || code === 0x2f || code === 0x5f || code === 0x2e || code === 0x40 || code === 0x3a) {
    const before = classAt(text, offset - 2);
    if (before === LETTER || (before === DIGIT && code === 0x5f)) {
      if (lexicon.before.match(text, offset - 1, B.cutoff | B.qualifier)) return undefined;
      if (code === 0x3a) return inAddress(text, offset) ? addressEnd(text, offset) : undefined;
      return codeEnd(text, offset);
    }
  }
  if (code === 0x27 && isShortYear(scope, offset)) return runEnd(text, offset);
  // *_40 %_*: the mark of emphasis opens no name.
  const joined = code === 0x5f && classAt(text, offset - 2) !== SPACE && offset > 1;
  if (code === 0x23 || joined || code === 0x40) return runEnd(text, offset);
  return inAddress(text, offset) ? addressEnd(text, offset) : undefined;
}

const isEmDash = (text: string, offset: number): boolean => '—―'.includes(text[offset] ?? ' ');

/** A name with digits, and the groups that go on with it: `C-131/12`, `DE89 3704 0044`. */
function codeEnd(text: string, offset: number): number {
  let end = runEnd(text, offset);
  while (/[-/]/.test(text[end] ?? ' ') && isDigit(text, end + 1)) end = runEnd(text, end + 1);
  const groups = /^(?: [A-Z\d]{4}){2,}(?: [A-Z\d]{1,4})?(?![\p{L}\d])/u.exec(text.slice(end, end + 44));
  return groups ? end + groups[0].length : end;
}

/** Whether the word that holds the digits is a web or mail address, or a path. */
function inAddress(text: string, offset: number): boolean {
  if (!isSign(text, offset - 1, SIGNS.address)) return false;
  let i = offset;
  while (i > 0 && offset - i < 400 && classes[text.charCodeAt(i - 1)] !== SPACE) i--;
  if (/:\/\/|^www\.|@|^\/|[\p{L}]\//u.test(text.slice(i, offset))) return true;
  return /^(?:doi:)?10\.\d{4,}\//i.test(text.slice(i, offset + 20));
}

function addressEnd(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && classes[text.charCodeAt(i)] !== SPACE) i++;
  return i;
}

/** What stands right behind the digits and makes them no quantity: clock times, ratios, file names, long codes. */
export function nameAfter(scope: Scope, numeral: Numeral): number | undefined {
  const { text } = scope;
  const { start, end } = numeral;
  const next = text[end];
  if (next === undefined) return undefined;
  const name = scope.after(end, A.nameAfter);
  if (name) {
    const unit = scope.lexicon.after.match(text, name.start, A.unit | A.currency | A.percent | A.points | A.noun);
    // *12 rue de la Paix*: more than one of them would stand in the plural.
    const street =
      unit?.end === name.end && numeral.integer !== undefined && numeral.integer > 1 && countsOne(scope, unit);
    if ((!unit || unit.end < name.end || street) && (!isDigit(text, name.end) || !scope.lexicon.spaced))
      return name.end;
  }
  const house =
    numeral.integer === undefined ? undefined : (houseBeforeStreet(scope, end) ?? houseBeforeTown(scope, start, end));
  if (house !== undefined) return house;
  // 《哪吒2》: a number that ends a title.
  if (next === '》' && !isSign(text, start - 1, SIGNS.quotation)) return end;
  const clock = clockEnd(scope, start, end);
  if (clock !== undefined) return clock;
  if (classAt(text, end) === SPACE)
    return text[start - 1] === '+' && phoneLike(text, start) ? phoneEnd(text, start) : undefined;
  if ((next === ':' || next === '：' || next === '∶') && isDigit(text, end + 1)) return runOfCode(text, end);
  if (next === '.' && /^\.(?:[a-z]{2,4}|[a-z]\d)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 7)))
    return runEnd(text, end + 1);
  if (next === '@' || (next === '_' && classAt(text, end + 1) !== SPACE && end + 1 < text.length))
    return addressEnd(text, end);
  if (next === 's' && isDecade(scope, numeral)) return end + 1;
  // “5·12”
  if (next === '·' && isDigit(text, end + 1)) return digitsEnd(text, end + 1);
  if (next === '°') return coordinateEnd(text, end);
  // *401(k)*, *501(c)(3)*: a letter in brackets is part of a name.
  if (next === '(' && text[end + 2] === ')' && isLetter(text, end + 1)) return end + 3;
  if (folded[text.charCodeAt(end)] === 0x2d && isDigit(text, end + 1) && numeral.integer !== undefined) {
    const second = digitsEnd(text, end + 1);
    // A third group behind a second hyphen: a telephone number, an ISBN, a code.
    if (folded[text.charCodeAt(second)] === 0x2d && isDigit(text, second + 1)) return runOfCode(text, end);
    if (isScore(scope, numeral.integer, end + 1, second)) return second;
  }
  // *16+1*
  if (next === '+' && isDigit(text, end + 1) && numeral.integer !== undefined) return digitsEnd(text, end + 1);
  if (next === '/' && isDigit(text, end + 1) && numeral.kind !== 'fraction' && rateBase(scope, end) === undefined)
    return runOfCode(text, end);
  if (text[start - 1] === '+' && phoneLike(text, start)) return phoneEnd(text, start);
  return undefined;
}

/** A noun in the singular and no unit. */
const countsOne = ({ text, lexicon }: Scope, noun: PhraseMatch): boolean =>
  lexicon.spaced && noun.roles === A.noun && !/[sx]$/.test(text.slice(noun.start, noun.end));

export function digitsEnd(text: string, offset: number): number {
  let i = offset;
  while (isDigit(text, i)) i++;
  return i;
}

function runOfCode(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && (isDigit(text, i) || (/[-:：∶/.]/.test(text[i] as string) && isDigit(text, i + 1)))) i++;
  return i;
}

/** `[1]`, `(2)` and `（3）` where they mark a place, `1.` and `01,` where they open a line, `(10 000)` as the unit of a chart. */
export function isMarker(scope: Scope, numeral: Numeral): boolean {
  const { text } = scope;
  const open = text[numeral.start - 1] ?? '';
  const close = text[numeral.end] ?? '';
  if (classAt(text, numeral.start - 1) !== OTHER && classAt(text, numeral.end) !== OTHER) {
    return numeral.decimal === true && opensLine(text, numeral.start) && closesMarker(text, numeral);
  }
  if ('[【〔'.includes(open) && open !== '' && ']】〕'.includes(close)) return true;
  if ('(（'.includes(open) && open !== '' && ')）'.includes(close) && close !== '') {
    if (isPowerOfTen(numeral)) return true;
    const small = numeral.value !== undefined && numeral.value.compare(Exact.of(100)) < 0 && !numeral.scaled;
    return small && (opensLine(text, numeral.start - 1) || numbersParagraph(scope, numeral.start - 1));
  }
  return opensLine(text, numeral.start) && closesMarker(text, numeral);
}

/** *Article 5(1)*, *subsection (2)*: the bracket of a paragraph stands right behind a number, a letter or a label. */
function numbersParagraph(scope: Scope, open: number): boolean {
  const { text } = scope;
  const before = classAt(text, open - 1);
  if (before === DIGIT || before === LETTER) return true;
  return text[open - 1] === ')' || scope.before(open, B.label) !== undefined;
}

const isPowerOfTen = (numeral: Numeral): boolean => /^10{3,}$/.test(numeral.value?.toString() ?? '');

/** Behind the number of a heading or of a point of a list. */
function closesMarker(text: string, numeral: Numeral): boolean {
  if (numeral.form === 'words' || numeral.scaled || (numeral.length ?? 9) > 3)
    return /[、．]/.test(text[numeral.end] ?? '') && !numeral.scaled;
  const sign = text[numeral.end] ?? '';
  const next = text[numeral.end + 1] ?? ' ';
  if (')）、．'.includes(sign) && sign !== '') return true;
  // *3, 5 and 7 million*
  if (sign === ',' && /\d/.test(text[skipSpace(text, numeral.end + 1)] ?? '')) return false;
  if ('.,:：'.includes(sign) && sign !== '') return numeral.decimal !== true || /[\s\p{Lu}]/u.test(next);
  // *1.1 Title*: a number of a section.
  return (
    numeral.decimal === true &&
    numeral.value !== undefined &&
    /^[ \t\u00a0]+\p{Lu}/u.test(text.slice(numeral.end, numeral.end + 4))
  );
}

/** Whether nothing but white space and marks of lists and headings stands before the offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  for (let i = offset - 1; i >= 0; i--) {
    const unit = text[i] as string;
    if (unit === '\n' || unit === '\r' || unit === '\u2028' || unit === '\u2029') return true;
    if (classes[text.charCodeAt(i)] !== SPACE && !'*#->•·–—_|（('.includes(unit)) return false;
  }
  return true;
}

/** Whether the word before the number is written like a name: a capital inside a sentence, or an acronym. */
export function nameWordBefore(scope: Scope, start: number): 'acronym' | 'capital' | undefined {
  const { text, lexicon } = scope;
  const at = skipSpaceBack(text, start);
  if (at === start || classAt(text, at - 1) !== LETTER) return undefined;
  let from = at;
  while (from > 0 && (classAt(text, from - 1) === LETTER || isDigit(text, from - 1))) from--;
  // *iOS 17*: a capital inside a word.
  if (!isCapital(text, from))
    return /^\p{Ll}{1,3}\p{Lu}/u.test(text.slice(from, Math.min(at, from + 4))) ? 'acronym' : undefined;
  const money = lexicon.before.match(text, at, B.currency);
  if (money && !/^\p{Lu}\p{Ll}{2}/u.test(text.slice(from, at))) return undefined;
  const word = text.slice(from, at);
  if (word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word)) return 'acronym';
  if (opensSentence(text, from)) return undefined;
  // *the Conservatives 121*: many, and not the name of one.
  return /\p{Ll}[^su]s$/u.test(word) && behindLittleWord(scope, from) ? undefined : 'capital';
}

/** *fell to 14.0*, 升至50.0: a preposition, a verb of reaching or a form of *to be* stands before a number, not before a version. */
export function behindLittleWord({ text, lexicon }: Scope, start: number): boolean {
  const at = skipSpaceBack(text, start);
  if (lexicon.before.match(text, at, B.reach | B.qualifier | B.from)) return true;
  let from = at;
  if (!lexicon.spaced) from--;
  else while (from > 0 && isLetter(text, from - 1)) from--;
  return at > from && lexicon.after.match(text, from, A.stop | A.connector | A.changeTo)?.end === at;
}

/** Whether a sentence or a line starts at the offset. */
export function opensSentence(text: string, offset: number): boolean {
  const at = skipSpaceBack(text, offset);
  if (at === 0) return true;
  const unit = text[at - 1] as string;
  return '.!?。！？:;'.includes(unit) || text.slice(at, offset).includes('\n');
}

/** Whether a quotation mark stands in the stretch, on the line on which the stretch ends. */
function holdsQuotationMark(text: string, from: number, to: number): boolean {
  for (let i = to - 1; i >= from && text.charCodeAt(i) !== 0x0a; i--) if (isSign(text, i, SIGNS.quotation)) return true;
  return false;
}

/** Whether the two ends stand inside the same pair of quotation marks, as in the title of a report. */
export function inQuotation(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 160);
  if (!holdsQuotationMark(text, from, start)) return false;
  const before = text.slice(from, start);
  const after = text.slice(end, end + 160).split('\n', 1)[0] as string;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  for (const [open, close] of ['«»', '“”', '„“', '《》', '「」', '‹›', '‘’', '〈〉'] as const) {
    const opened = line.lastIndexOf(open as string);
    if (opened >= 0 && line.indexOf(close as string, opened + 1) < 0 && after.includes(close as string)) return true;
  }
  const straight = (line.match(/"/g) ?? []).length;
  return straight % 2 === 1 && after.includes('"');
}

/** Whether the stretch is all that the text says, but for white space and a final sign. */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (text.length > 400) return false;
  return /^[^\p{L}\p{N}]*$/u.test(text.slice(0, start)) && /^[^\p{L}\p{N}]*$/u.test(text.slice(end));
}

/** A character that separates clauses. */
export const isClauseBorder = (text: string, offset: number): boolean => isSign(text, offset, SIGNS.clauseEnd);

export const isIdeograph = (text: string, offset: number): boolean => classAt(text, offset) === IDEOGRAPH;
