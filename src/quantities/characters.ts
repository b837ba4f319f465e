/**
 * What the recogniser knows of single characters: one table lookup a character, because the scan touches every one.
 * Classes are those of Unicode 15, narrowed to what separates words and numbers.
 */

export const OTHER = 0;
export const SPACE = 1;
/** A letter of a script that writes words with spaces between them. */
export const LETTER = 2;
export const DIGIT = 3;
/** A character of a script without word borders. */
export const IDEOGRAPH = 4;
/** A fraction in one character: ½ ¾ ⅓. */
export const VULGAR = 5;

/** Class of every UTF-16 unit. */
export const classes: Uint8Array = new Uint8Array(0x10000);
/** Value of a digit unit; 255 for others. */
export const digitValues: Uint8Array = new Uint8Array(0x10000).fill(255);

function classify(from: number, to: number, kind: number): void {
  classes.fill(kind, from, to + 1);
}

/** Zeros of the decimal digits that articles are written with: ASCII, full-width, Arabic-Indic, Persian, Devanagari. */
const zeros = [0x30, 0xff10, 0x660, 0x6f0, 0x966];

classify(0x41, 0x5a, LETTER);
classify(0x61, 0x7a, LETTER);
classify(0xaa, 0xaa, LETTER);
classify(0xb5, 0xb5, LETTER);
classify(0xba, 0xba, LETTER);
classify(0xc0, 0x24f, LETTER);
classes[0xd7] = OTHER;
classes[0xf7] = OTHER;
classify(0x250, 0x2af, LETTER);
classify(0x300, 0x36f, LETTER);
classify(0x370, 0x5ff, LETTER);
classify(0x620, 0x65f, LETTER);
classify(0x671, 0x6d3, LETTER);
classify(0x900, 0x965, LETTER);
classify(0x970, 0xdff, LETTER);
classify(0x10a0, 0x1fff, LETTER);
classify(0xff21, 0xff3a, LETTER);
classify(0xff41, 0xff5a, LETTER);
classify(0xe00, 0xeff, IDEOGRAPH);
classify(0x3005, 0x3007, IDEOGRAPH);
classify(0x3040, 0x30ff, IDEOGRAPH);
classify(0x3400, 0x9fff, IDEOGRAPH);
classify(0xac00, 0xd7a3, LETTER);
classify(0xd800, 0xdfff, OTHER);
classify(0xf900, 0xfaff, IDEOGRAPH);
for (const space of [0x9, 0xa, 0xb, 0xc, 0xd, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) {
  classes[space] = SPACE;
}
classify(0x2000, 0x200a, SPACE);
for (const zero of zeros) {
  for (let digit = 0; digit < 10; digit++) {
    classes[zero + digit] = DIGIT;
    digitValues[zero + digit] = digit;
  }
}

/** Numerator and denominator of the fractions in one character (Unicode block Number Forms and Latin-1). */
export const vulgarFractions: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xbc, [1, 4]],
  [0xbd, [1, 2]],
  [0xbe, [3, 4]],
  [0x2150, [1, 7]],
  [0x2151, [1, 9]],
  [0x2152, [1, 10]],
  [0x2153, [1, 3]],
  [0x2154, [2, 3]],
  [0x2155, [1, 5]],
  [0x2156, [2, 5]],
  [0x2157, [3, 5]],
  [0x2158, [4, 5]],
  [0x2159, [1, 6]],
  [0x215a, [5, 6]],
  [0x215b, [1, 8]],
  [0x215c, [3, 8]],
  [0x215d, [5, 8]],
  [0x215e, [7, 8]],
] as const);
for (const code of vulgarFractions.keys()) classes[code] = VULGAR;

/**
 * Folded form of every UTF-16 unit, one unit for one: lower case, every apostrophe `'`, every hyphen `-`, every space
 * ` `, full-width forms as ASCII.
 */
export const folded: Uint16Array = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++) folded[code] = code;
function foldRange(from: number, to: number): void {
  for (let code = from; code <= to; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) folded[code] = lower.charCodeAt(0);
  }
}
foldRange(0x41, 0x58f);
foldRange(0x1e00, 0x1fff);
for (let code = 0xff01; code <= 0xff5e; code++) folded[code] = folded[code - 0xfee0] ?? code;
for (const code of [0x2018, 0x2019, 0x201b, 0x2bc, 0x2032, 0x60, 0xb4]) folded[code] = 0x27;
for (const code of [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xff0d, 0xfe63, 0x2500])
  folded[code] = 0x2d;
for (let code = 0; code < 0x10000; code++) if (classes[code] === SPACE) folded[code] = 0x20;

/** Folded unit → the other units that fold to it. */
export const foldedAlike: ReadonlyMap<number, readonly number[]> = alike();
function alike(): Map<number, number[]> {
  const byFolded = new Map<number, number[]>();
  for (let code = 0; code < 0x10000; code++) {
    const to = folded[code] as number;
    if (to === code) continue;
    const others = byFolded.get(to);
    if (others) others.push(code);
    else byFolded.set(to, [code]);
  }
  return byFolded;
}

export const classAt = (text: string, offset: number): number =>
  offset >= 0 && offset < text.length ? (classes[text.charCodeAt(offset)] as number) : OTHER;

/** Whether a word goes on from one unit to the next. */
export const isLetter = (text: string, offset: number): boolean => classAt(text, offset) === LETTER;
/** Whether the text is letters alone, one at least. */
export function isOneWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (classes[text.charCodeAt(i)] !== LETTER) return false;
  return text.length > 0;
}
export const isDigit = (text: string, offset: number): boolean => classAt(text, offset) === DIGIT;

/** Offset of the first unit at or after `offset` that is no space. At most one line end is passed. */
export function skipSpace(text: string, offset: number): number {
  let i = offset;
  let lines = 0;
  while (i < text.length && classes[text.charCodeAt(i)] === SPACE) {
    if (text.charCodeAt(i) === 0x0a && ++lines > 1) return offset;
    i++;
  }
  return i;
}

/** Offset of the first unit from `offset` on that is no letter. */
export function pastLetters(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && classes[text.charCodeAt(i)] === LETTER) i++;
  return i;
}

/** Offset after the last unit before `offset` that is no space. At most one line end is passed. */
export function skipSpaceBack(text: string, offset: number): number {
  let i = offset;
  let lines = 0;
  while (i > 0 && classes[text.charCodeAt(i - 1)] === SPACE) {
    if (text.charCodeAt(i - 1) === 0x0a && ++lines > 1) return offset;
    i--;
  }
  return i;
}

/** A letter in upper case, in a script that has cases. */
export function isCapital(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return classes[code] === LETTER && folded[code] !== code;
}
