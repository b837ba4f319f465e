import { classes, DIGIT, digitValues, LETTER, SPACE } from './characters.ts';
import { clean } from './clean.ts';
import { Exact } from './exact.ts';
import type { LanguageTable } from './language.ts';

/** A number written in digits, separators resolved. */
export interface DigitReading {
  readonly end: number;
  readonly value: Exact;
  /** The other value that the separators allow. */
  readonly other?: Exact;
  /** Units of the first run of digits. */
  readonly firstRun: number;
  /** Whether no separator stands in it. */
  readonly plain: boolean;
  /** The value of a plain number of at most nine digits. */
  readonly integer?: number;
  /** Starts with a zero that no decimal sign follows (`01`). */
  readonly leadingZero: boolean;
  /** Whether it has a part behind a decimal sign. */
  readonly decimal: boolean;
  /** The decimal sign that it is printed with. */
  readonly sign?: '.' | ',';
  /** The sign that could be read both ways. */
  readonly doubtful?: '.' | ',';
}

/** Runs of digits whose separators make no number: versions, addresses, lists (`1.2.3`). */
export interface IrregularDigits {
  readonly end: number;
  readonly irregular: true;
}

const POINT = 0x2e;
const COMMA = 0x2c;
const WIDE_COMMA = 0xff0c;
const WIDE_POINT = 0xff0e;

/** What an article's own clear numbers say of a sign that could both group digits and stand before decimals. */
export class Separators {
  private known: { point: Use; comma: Use } | undefined;
  private letters: ReadonlySet<string> | undefined;
  private offsets: boolean | undefined;
  /** How often something was asked: a part of a text that was read without asking reads the same in any other. */
  asked = 0;

  /** `text` is the whole article. */
  constructor(
    private readonly text: string,
    readonly table: LanguageTable,
  ) {}

  /** Whether the article shortens a scale to this letter where it speaks of money. */
  shortens(letter: string): boolean {
    this.asked++;
    this.letters ??= shortened(clean(this.text).text);
    return this.letters.has(letter);
  }

  /** Whether the article sets off the thousands of numbers with four digits, so that four digits in a row are rather a year. */
  setsOffThousands(): boolean {
    this.asked++;
    this.offsets ??=
      /(?<![\p{L}\d.,:/-]|\d[ \u00a0\u202f])[1-9][., \u00a0\u202f’']\d{3}(?![\d.,:/-]|[ \u00a0\u202f]\d)/u.test(
        clean(this.text).text,
      );
    return this.offsets;
  }

  useOf(sign: '.' | ','): Use {
    this.asked++;
    this.known ??= evidence(clean(this.text).text);
    return sign === '.' ? this.known.point : this.known.comma;
  }

  /** All that it can answer: articles with the same key mean the same by their signs. */
  get key(): string {
    const uses = [this.useOf('.'), this.useOf(','), this.setsOffThousands()];
    this.shortens('');
    return [...uses, ...[...(this.letters ?? [])].sort()].join(' ');
  }
}

/** Small letters behind amounts of money: `£3m` tells that a text shortens its millions to them. */
function shortened(text: string): Set<string> {
  const letters = new Set<string>();
  for (const [, letter] of text.matchAll(/[$£€]\s?\d[\d.,]*(\p{Ll})(?![\p{L}\d])/gu)) letters.add(letter as string);
  return letters;
}

type Use = 'decimal' | 'group' | undefined;

/** Digits, a sign and digits: the places at which a text shows what it means by the sign. */
const signBetweenDigits = /\d[.,]\d/g;

function evidence(text: string): { point: Use; comma: Use } {
  const seen = { '.': { decimal: false, group: false }, ',': { decimal: false, group: false } };
  signBetweenDigits.lastIndex = 0;
  let end = 0;
  for (const match of text.matchAll(signBetweenDigits)) {
    if (match.index < end) continue;
    let start = match.index;
    while (start > 0 && classes[text.charCodeAt(start - 1)] === DIGIT) start--;
    end = numberEnd(text, start);
    const shows = standsFree(text, start, end) ? shape(text.slice(start, end)) : undefined;
    if (shows) {
      if (shows.decimal) seen[shows.decimal].decimal = true;
      if (shows.group) seen[shows.group].group = true;
    }
  }
  const point = use(seen['.'].decimal || seen[','].group, seen['.'].group || seen[','].decimal);
  const comma = use(seen[','].decimal || seen['.'].group, seen[','].group || seen['.'].decimal);
  return { point, comma };
}

const use = (decimal: boolean, group: boolean): Use => (decimal === group ? undefined : decimal ? 'decimal' : 'group');

/** End of the digits and signs that hang together. */
function numberEnd(text: string, offset: number): number {
  let i = runEnd(text, offset);
  while ((text[i] === '.' || text[i] === ',') && classes[text.charCodeAt(i + 1)] === DIGIT) i = runEnd(text, i + 1);
  return i;
}

/** What the signs of a number can only mean: `5,72` a decimal comma, `1.048.000` points that group. */
function shape(number: string): { decimal?: '.' | ','; group?: '.' | ',' } | undefined {
  const single = /^\d{1,3}([.,])(?:\d{1,2}|\d{4,6})$/.exec(number);
  if (single) return { decimal: single[1] as '.' };
  const many = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.exec(number);
  if (many) return { group: many[1] as '.' };
  const both = /^\d{1,3}(?:([.,])\d{3})+(?!\1)([.,])\d+$/.exec(number);
  return both ? { group: both[1] as '.', decimal: both[2] as ',' } : undefined;
}

/** A version behind a name (*Industrie 4.0*), a date or a path is no evidence of how a text writes decimals. */
function standsFree(text: string, start: number, end: number): boolean {
  if (/[\p{L}\p{N}./:_-]/u.test(text[start - 1] ?? ' ') || /[\p{L}/:-]/u.test(text[end] ?? ' ')) return false;
  if (text[end] === '.' && /\d/.test(text[end + 1] ?? ' ')) return false;
  return !/\p{Lu}[\p{L}\p{N}]*[ \u00a0-]$/u.test(text.slice(Math.max(0, start - 30), start));
}

function runEnd(text: string, offset: number): number {
  let i = offset;
  while (i < text.length && classes[text.charCodeAt(i)] === DIGIT) i++;
  return i;
}

/** ASCII digits of a stretch that may hold other decimal digits and separators. */
function asciiDigits(text: string, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++) {
    const digit = digitValues[text.charCodeAt(i)] as number;
    if (digit < 10) out += digit;
  }
  return out;
}

/** Signs between digits: `.` and `,` in any width, or a mark that only ever groups. */
function signAt(text: string, offset: number): '.' | ',' | 'group' | undefined {
  const code = text.charCodeAt(offset);
  if (code === POINT || code === WIDE_POINT || code === 0x66b) return '.';
  if (code === COMMA || code === 0x66c) return ',';
  if (code === WIDE_COMMA)
    return classes[text.charCodeAt(offset - 1)] === DIGIT && text.charCodeAt(offset + 1) >= 0xff10 ? ',' : undefined;
  if (code === 0x27 || code === 0x2019 || code === 0x02bc) return 'group';
  if (code !== 0x0a && code !== 0x0d && code !== 0x09 && classes[code] === SPACE) return 'group';
  return undefined;
}

/** Reads the number in digits that starts at `offset`. */
export function readDigits(text: string, offset: number, separators: Separators): DigitReading | IrregularDigits {
  const firstEnd = runEnd(text, offset);
  const firstRun = firstEnd - offset;
  const leadingZero = firstRun > 1 && digitValues[text.charCodeAt(offset)] === 0;
  const sign = firstEnd < text.length ? signAt(text, firstEnd) : undefined;
  if (sign === undefined || classes[text.charCodeAt(firstEnd + 1)] !== DIGIT) {
    return wholeNumber(text, offset, firstEnd, leadingZero);
  }
  let end = firstEnd;
  if (firstRun <= 3 && !leadingZero) end = groupsEnd(text, firstEnd);
  const grouped = end > firstEnd;
  return withSigns(text, offset, firstRun, end, grouped, leadingZero, separators);
}

function wholeNumber(text: string, start: number, end: number, leadingZero: boolean): DigitReading {
  const firstRun = end - start;
  if (firstRun > 9) {
    const digits = asciiDigits(text, start, end);
    const value = firstRun > Exact.maxExponent ? Exact.of(0) : Exact.digits(digits, 0);
    return { end, value, firstRun, plain: true, leadingZero, decimal: false };
  }
  let integer = 0;
  for (let i = start; i < end; i++) integer = integer * 10 + (digitValues[text.charCodeAt(i)] as number);
  return { end, value: Exact.of(integer), firstRun, plain: true, integer, leadingZero, decimal: false };
}

/** End of groups of three behind spaces or apostrophes. */
function groupsEnd(text: string, firstEnd: number): number {
  let end = firstEnd;
  let mark = -1;
  while (signAt(text, end) === 'group') {
    const code = text.charCodeAt(end);
    const isSpace = classes[code] === SPACE ? 1 : 0;
    if (mark >= 0 && mark !== isSpace) break;
    const next = runEnd(text, end + 1);
    // A word that goes on behind the digits makes them a name, not a group: *3 500px*.
    if (next - end - 1 !== 3) break;
    // *40 787s*: the plural of a name.
    if (classes[code] === SPACE && text[next] === 's' && classes[text.charCodeAt(next + 1)] !== LETTER) break;
    mark = isSpace;
    end = next;
  }
  return end;
}

function withSigns(
  text: string,
  start: number,
  firstRun: number,
  groupedEnd: number,
  grouped: boolean,
  leadingZero: boolean,
  separators: Separators,
): DigitReading | IrregularDigits {
  const signs: ('.' | ',')[] = [];
  const runs: number[] = [];
  let end = groupedEnd;
  for (;;) {
    const sign = end < text.length ? signAt(text, end) : undefined;
    if (sign !== '.' && sign !== ',') break;
    const next = runEnd(text, end + 1);
    if (next === end + 1) break;
    signs.push(sign);
    runs.push(next - end - 1);
    end = next;
  }
  if (signs.length === 0) {
    if (!grouped) return wholeNumber(text, start, start + firstRun, leadingZero);
    const value = Exact.digits(asciiDigits(text, start, end), 0);
    return { end, value, firstRun, plain: false, leadingZero, decimal: false };
  }
  const digits = asciiDigits(text, start, end);
  if (digits.length > Exact.maxExponent) return { end, irregular: true };
  const last = signs[signs.length - 1] as '.' | ',';
  const part = runs[runs.length - 1] as number;
  const asGroups: DigitReading = {
    end,
    value: Exact.digits(digits, 0),
    firstRun,
    plain: false,
    leadingZero,
    decimal: false,
  };
  const asDecimal: DigitReading = {
    end,
    value: Exact.digits(digits, -part),
    firstRun,
    plain: false,
    leadingZero,
    decimal: true,
    sign: last,
  };
  if (signs.length === 1) {
    const couldGroup = part === 3 && !grouped && firstRun <= 3 && digitValues[text.charCodeAt(start)] !== 0;
    return couldGroup ? decide(last, asGroups, asDecimal, separators) : asDecimal;
  }
  const inner = runs.slice(0, -1);
  const sameSign = signs.every((sign) => sign === last);
  if (
    sameSign &&
    firstRun <= 3 &&
    part === 3 &&
    (inner.every((run) => run === 3) || (last === ',' && inner.every((run) => run === 2)))
  ) {
    return asGroups;
  }
  const first = signs[0] as '.' | ',';
  const mixed =
    first !== last &&
    signs.slice(0, -1).every((sign) => sign === first) &&
    inner.every((run) => run === 3 || run === 2);
  return mixed && firstRun <= 3 ? asDecimal : { end, irregular: true };
}

/** One sign before exactly three digits: the article's own numbers say what it is, else the language, with a doubt. */
function decide(
  sign: '.' | ',',
  asGroups: DigitReading,
  asDecimal: DigitReading,
  separators: Separators,
): DigitReading {
  const known = separators.useOf(sign);
  if (known) return known === 'group' ? asGroups : asDecimal;
  const { group, decimal } = separators.table.separators;
  const groups = group.includes(sign) || sign !== decimal;
  const [likely, other] = groups ? [asGroups, asDecimal] : [asDecimal, asGroups];
  // A comma means one thing in every language that uses it by its own rule; a point wanders between languages.
  const settled = sign === ',' && (group.includes(sign) || sign === decimal);
  return settled ? likely : { ...likely, other: other.value, doubtful: sign };
}

/** Whether a letter stands right before the offset, so that what follows is part of a name (`H100`). */
export const followsLetter = (text: string, offset: number): boolean =>
  offset > 0 && classes[text.charCodeAt(offset - 1)] === LETTER;
