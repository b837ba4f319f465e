/**
 * Folding for the comparison of quotes. Two texts have the same folded form where they differ in nothing but what
 * never counts as a difference:
 *
 * - white space, quotation marks, apostrophes and emphasis of Markdown are *separators*: a run of them is one space
 *   between two words, and nothing beside punctuation, beside a Chinese or Japanese character, or between the groups
 *   of a number. So « x », "x" and „x“ are one, `l’IA` is `l'IA`, `40 %` is `40%`, `2 400` is `2400`;
 * - a run of dashes, hyphens and minus signs is one `-`, without the spaces around it;
 * - what cannot be seen (soft hyphen, zero-width, bidirectional controls) is dropped;
 * - a hyphen that divides a word at the end of a line is dropped, and the place remembered in `breaks`;
 * - NFC and NFD are one, and compatibility forms (full-width, ligatures) their plain ones. A character that would turn
 *   into a digit stays as it is: `2 400¹` is not `2 4001`, and `3½` is not `31⁄2`;
 * - the brackets and the address of a Markdown link are separators.
 *
 * Case is kept. One pass over the code units with a table of classes; stretches that stay as they are are copied
 * whole. Sources: UAX #15 (normalisation), UAX #44 (`White_Space`, `Pd`, `Pi`, `Pf`), CommonMark 0.31 §6.3 (links).
 */
import {
  BRACKET,
  COMPATIBLE,
  classAt,
  classes,
  DASH,
  DIGIT,
  IGNORED,
  isLineBreak,
  LETTER,
  MARK,
  PUNCTUATION,
  SEPARATOR,
} from './classes.ts';
import { classOfFolded, clusterEnd, normalised } from './clusters.ts';
import { isGroupBreak } from './digits.ts';
import { type LinkEnd, linkAt, noteMarkEnd } from './links.ts';
import { OffsetMap } from './offsets.ts';
import type { Span } from './span.ts';

/** A text in the form in which quotes are compared, and the way back to where its units come from. */
export interface FoldedText {
  readonly original: string;
  readonly folded: string;
  /** Offsets in `folded` at which a hyphen at the end of a line was left out: the word may be written with one. */
  readonly breaks: readonly number[];
  /** The span of `original` that the units [start, end) of `folded` come from. */
  toOriginal(start: number, end: number): Span;
}

/** Folds a text; see above. Takes time in proportion to its length. */
export function fold(text: string): FoldedText {
  return new Folding(text).run();
}

/** Keeps lone surrogates out (as U+FFFD, one unit for one), and everything else as it is. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** One pass over one text: `at` is where it reads, `written` where it writes. */
class Folding {
  private readonly map = new OffsetMap();
  private readonly breaks: number[] = [];
  private units: Uint16Array;
  private written = 0;
  private at = 0;
  /** Class of the last unit written that is no space; punctuation at the beginning, so that none is kept there. */
  private last = PUNCTUATION;
  private isSame = true;
  private link: LinkEnd | undefined;

  constructor(private readonly text: string) {
    this.units = new Uint16Array(text.length);
  }

  run(): FoldedText {
    const { text, map, breaks } = this;
    while (this.at < text.length) {
      this.plain();
      if (this.at < text.length) this.special(classAt(text, this.at));
    }
    const folded = this.isSame ? text : decoder.decode(this.units.subarray(0, this.written));
    return { original: text, folded, breaks, toOriginal: (start, end) => map.toOriginal(start, end) };
  }

  /** The fast path: letters, digits, punctuation, and single separators between them. Stops at anything else. */
  private plain(): void {
    const { text, units } = this;
    const { length } = text;
    let { at, written, last } = this;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      const kind = classes[code] as number;
      if (kind <= PUNCTUATION) {
        units[written] = code;
        written += 1;
        last = kind;
        continue;
      }
      if (kind !== SEPARATOR || at + 1 === length) break;
      const next = classes[text.charCodeAt(at + 1)] as number;
      if (next > PUNCTUATION || (next === DIGIT && last !== LETTER)) break;
      if (last <= DIGIT && next <= DIGIT) {
        units[written] = 0x20;
        written += 1;
        if (code !== 0x20) this.isSame = false;
      } else {
        this.map.linear(written, at + 1);
        this.isSame = false;
      }
    }
    this.at = at;
    this.written = written;
    this.last = last;
  }

  /** Folds what begins at `at` and is not plain. */
  private special(kind: number): void {
    const { at } = this;
    if (kind === SEPARATOR) this.separators(at);
    else if (kind === BRACKET) this.bracket();
    else if (kind === DASH) this.dash();
    else if (kind === IGNORED) this.ignored();
    else this.cluster(kind);
  }

  private bracket(): void {
    const end = this.linkMark(this.at);
    if (end > this.at) this.separators(end);
    else this.write(this.at + 1, this.text.charAt(this.at), PUNCTUATION);
  }

  /** End of the part of a Markdown link, or of the mark of a footnote, that begins at a bracket; `at` where none does. */
  private linkMark(at: number): number {
    if (this.link?.close === at) return this.link.end;
    if (this.link !== undefined && at < this.link.close) return at;
    const noteEnd = noteMarkEnd(this.text, at);
    if (noteEnd !== undefined) return noteEnd;
    const link = linkAt(this.text, at);
    if (link === undefined) return at;
    this.link = link;
    return at + 1;
  }

  /** A run of separators, known to reach to `least` at least. */
  private separators(least: number): void {
    const { text, at } = this;
    let end = least;
    for (let next = end; ; end = next) {
      const kind = classAt(text, next);
      if (kind === SEPARATOR || kind === IGNORED) next += 1;
      else if (kind === BRACKET) next = this.linkMark(next);
      if (next === end) break;
    }
    const next = this.classToCome(end);
    const isSpace = isWord(this.last) && isWord(next) && !isGroupBreak(text, at, end);
    this.write(end, isSpace || this.isList(next) ? ' ' : '', this.last);
  }

  /** Between a comma or full stop and a digit a space says that they are no number: `2023, 18` is not `2023,18`. */
  private isList(next: number): boolean {
    if (next !== DIGIT || this.last !== PUNCTUATION) return false;
    const before = this.units[this.written - 1];
    return before === 0x2c || before === 0x2e;
  }

  /** Class of what will be written for the unit at `at`. */
  private classToCome(at: number): number {
    const kind = classAt(this.text, at);
    return kind === COMPATIBLE ? classOfFolded(normalised(this.text.slice(at, clusterEnd(this.text, at))), 0) : kind;
  }

  private dash(): void {
    const { text, at } = this;
    if (this.joinLine()) return;
    let end = at + 1;
    while (classAt(text, end) === DASH || classAt(text, end) === IGNORED) end += 1;
    this.write(end, this.last === DASH ? '' : '-', DASH);
  }

  private ignored(): void {
    if (this.text.charCodeAt(this.at) === 0xad && this.joinLine()) return;
    let end = this.at + 1;
    while (classAt(this.text, end) === IGNORED) end += 1;
    this.write(end, '', this.last);
  }

  /** Joins a word that is divided here, before the end of a line; whether it is. */
  private joinLine(): boolean {
    const { text } = this;
    if (this.last !== LETTER || classAt(text, this.at - 1) !== LETTER) return false;
    let next = this.at + 1;
    while (text.charCodeAt(next) === 0x20) next += 1;
    if (!isLineBreak(text.charCodeAt(next))) return false;
    next += text.startsWith('\r\n', next) ? 2 : 1;
    while (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0x09) next += 1;
    if (!/^\p{Ll}/u.test(text.slice(next, next + 2))) return false;
    this.write(next, '', LETTER);
    this.breaks.push(this.written);
    return true;
  }

  /** A character of another form, or one with marks behind it. */
  private cluster(kind: number): void {
    const { text } = this;
    if (kind === MARK) this.stepBack();
    const start = this.at;
    const end = clusterEnd(text, start);
    const plain = normalised(text.slice(start, end));
    const room = this.written + plain.length + text.length - end;
    if (room > this.units.length) this.grow(room);
    this.map.block(this.written, start, end);
    this.write(end, plain, classOfFolded(plain, plain.length - 1));
    this.map.linear(this.written, end);
  }

  /** Takes back the character before a mark, where it was written as it is. */
  private stepBack(): void {
    const isWritten = (back: number): boolean =>
      this.at >= back &&
      this.written >= back &&
      this.text.charCodeAt(this.at - back) === this.units[this.written - back];
    if (!isWritten(1)) return;
    const isLow = (this.text.charCodeAt(this.at - 1) & 0xfc00) === 0xdc00;
    const back = isLow && isWritten(2) ? 2 : 1;
    this.at -= back;
    this.written -= back;
  }

  private grow(room: number): void {
    const larger = new Uint16Array(room + (room >> 2));
    larger.set(this.units);
    this.units = larger;
  }

  /** Writes `plain` in place of [at, end). */
  private write(end: number, plain: string, last: number): void {
    const { at } = this;
    if (end - at !== plain.length || !this.text.startsWith(plain, at)) this.isSame = false;
    for (let index = 0; index < plain.length; index += 1) {
      this.units[this.written] = plain.charCodeAt(index);
      this.written += 1;
    }
    if (plain.length !== end - at) this.map.linear(this.written, end);
    this.at = end;
    this.last = last;
  }
}

const isWord = (kind: number): boolean => kind <= DIGIT || kind >= COMPATIBLE;
