import { maxEntries } from './limits.ts';
import { proseKeys } from './prose.ts';
import { coreValue, type JsonMap, type ListNode, type MapNode, type ScalarNode, type YamlNode } from './tree.ts';

/** Nobody nests a record as deeply; what is nested more deeply is for the library and its bound. */
const maxDepth = 30;

/** A tab or a byte order mark changes how lines are read; other control characters are nobody's text. */
const foreign = /[^\P{Cc}\n\r]|\ufeff/u;

/** A line that ends in another way than the lines of Windows do. */
const notOfWindows = /(?<!\r)\n|\r(?!\n)/;

/**
 * Reads the everyday form of YAML, in which nearly every record is written: block mappings and lists, keys of one word,
 * texts on one line with or without quotation marks, lists of words in brackets, blocks (`>-`) of even lines, comments.
 * One pass over the characters, several times as fast as the library's lexer, parser and composer.
 *
 * @returns The very tree that the library's reading of the text gives (`test/records/everyday.test.ts` compares them),
 * and undefined for whatever is written in any other way, right or wrong: that is the library's to read.
 */
export function readEveryday(text: string): MapNode | undefined {
  const reading = tryEveryday(text);
  return 'root' in reading ? reading.root : undefined;
}

/** Offsets of the first characters of lines, near which something is written in another way. */
export interface NotEveryday {
  /** The line that was read last. */
  readonly line: number;
  /** The entry of a list of the outermost mapping that was being read; undefined outside of them. */
  readonly entry: number | undefined;
}

/** The same, and where it is not everyday about where. */
export function tryEveryday(text: string): { readonly root: MapNode } | NotEveryday {
  const nowhere = { line: text.length, entry: undefined };
  const isOfWindows = text.includes('\r');
  if (foreign.test(text) || (isOfWindows && notOfWindows.test(text))) return nowhere;
  const reader = new EverydayReader(text, isOfWindows ? 2 : 1);
  if (!reader.isAtContent || reader.column !== 0) return nowhere;
  const root = reader.whole();
  return root ? { root } : reader.stuck;
}

class EverydayReader {
  /** Column of the first character of the line that is read next; -1 behind the last line. */
  column = -1;
  /** Whether all comments and empty lines so far belong to no entry in particular. */
  private isOrdinary = true;
  /** Offset of that character, and of the end of its line. */
  private at = 0;
  private lineEnd: number;
  /** Where what was read last ends, a comment behind it included: the library counts it to the entry. */
  private contentEnd = 0;
  /** The entry that is being read of a list of the outermost mapping, and the one where comments were no longer ordinary. */
  private entry: number | undefined;
  private oddEntry: number | undefined;

  /** `breakLength` is the number of units that end a line. */
  constructor(
    private readonly text: string,
    private readonly breakLength: number,
  ) {
    this.lineEnd = -breakLength;
    this.advance();
    // Before the first key they may stand as they like.
    this.isOrdinary = true;
  }

  get stuck(): NotEveryday {
    return this.isOrdinary ? { line: this.at, entry: this.entry } : { line: this.text.length, entry: this.oddEntry };
  }

  get isAtContent(): boolean {
    return this.column >= 0;
  }

  whole(): MapNode | undefined {
    const root = this.map(0, this.at, 0);
    return root && this.column < 0 && this.isOrdinary ? root : undefined;
  }

  /** Goes to the next line that holds more than a comment. */
  private advance(): void {
    const { text } = this;
    let comments = -1;
    const { breakLength } = this;
    for (let start = this.lineEnd + breakLength; start < text.length; start = this.lineEnd + breakLength) {
      const end = text.indexOf('\n', start);
      this.lineEnd = end < 0 ? text.length : end + 1 - breakLength;
      let at = start;
      while (text.charCodeAt(at) === 0x20) at++;
      if (at === this.lineEnd) {
        // Spaces alone count in some places and not in others.
        if (at > start) this.noteOdd();
        continue;
      }
      if (text.charCodeAt(at) === 0x23) {
        if (comments >= 0 && comments !== at - start) this.noteOdd();
        comments = at - start;
        continue;
      }
      this.at = at;
      this.column = at - start;
      // A comment belongs to what it is indented with; elsewhere it may stretch the entry before it.
      if (comments >= 0 && comments !== this.column) this.noteOdd();
      return;
    }
    if (comments >= 0) this.noteOdd();
    this.column = -1;
  }

  private noteOdd(): void {
    if (this.isOrdinary) this.oddEntry = this.entry;
    this.isOrdinary = false;
  }

  /** The entries in one column, the first of which begins at `start`, which may stand behind a hyphen. */
  private map(column: number, start: number, depth: number): MapNode | undefined {
    if (depth > maxDepth) return undefined;
    const entries: MapNode['entries'] = new Map();
    const json = Object.create(null) as JsonMap;
    let at = start;
    do {
      const colon = this.endOfKey(at);
      if (colon < 0) return undefined;
      const name = this.text.slice(at, colon);
      if (entries.has(name)) return undefined;
      const value = this.value(colon + 1, column, depth);
      if (!value || (value.kind !== 'scalar' && proseKeys.has(name))) return undefined;
      entries.set(name, { key: { value: name, start: at, end: colon }, value });
      json[name] = value.json;
      at = this.at;
    } while (this.column === column && !this.isAtHyphen());
    if (this.column > column) return undefined;
    return { kind: 'map', flow: false, start, end: this.contentEnd, entries, json };
  }

  /** Offset of the colon behind a key of plain letters; -1 where no such key stands. */
  private endOfKey(start: number): number {
    const { text } = this;
    if (!isLetter(text.charCodeAt(start))) return -1;
    let at = start + 1;
    while (isOfKey(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 0x3a || at - start > 100) return -1;
    return at + 1 === this.lineEnd || text.charCodeAt(at + 1) === 0x20 ? at : -1;
  }

  /** What stands behind the colon of a key in a column, on its line or below. */
  private value(behindColon: number, column: number, depth: number): YamlNode | undefined {
    const at = this.skipSpaces(behindColon);
    if (at === this.lineEnd || this.text.charCodeAt(at) === 0x23) return this.below(column, depth);
    return this.inLine(at, column);
  }

  /** A list or mapping in the lines below its key. */
  private below(column: number, depth: number): YamlNode | undefined {
    this.advance();
    if (this.isAtHyphen()) return this.column >= column ? this.list(this.column, depth + 1) : undefined;
    return this.column > column ? this.map(this.column, this.at, depth + 1) : undefined;
  }

  private list(column: number, depth: number): ListNode | undefined {
    if (depth > maxDepth) return undefined;
    const start = this.at;
    const items: YamlNode[] = [];
    do {
      if (depth === 1) this.entry = this.at;
      const at = this.skipSpaces(this.at + 1);
      if (at === this.lineEnd) return undefined;
      const inner = column + at - this.at;
      const item = this.endOfKey(at) < 0 ? this.inLine(at, column) : this.map(inner, at, depth + 1);
      if (!item || items.push(item) > maxEntries) return undefined;
    } while (this.column === column && this.isAtHyphen());
    if (this.column > column) return undefined;
    if (depth === 1) this.entry = undefined;
    return { kind: 'list', flow: false, start, end: this.contentEnd, items, json: items.map(({ json }) => json) };
  }

  private isAtHyphen(): boolean {
    return this.column >= 0 && this.text.charCodeAt(this.at) === 0x2d && this.text.charCodeAt(this.at + 1) === 0x20;
  }

  /** A value that begins on the line of its key or hyphen, which stands in `column`. */
  private inLine(at: number, column: number): YamlNode | undefined {
    switch (this.text.charCodeAt(at)) {
      case 0x22:
      case 0x27:
        return this.closed(this.quoted(at), column);
      case 0x5b:
        return this.closed(this.bracketed(at), column);
      case 0x3e:
      case 0x7c:
        return this.block(at, column);
      default:
        return this.plain(at, column);
    }
  }

  /** What ends with its line, a comment apart. */
  private closed<T extends YamlNode>(node: T | undefined, column: number): T | undefined {
    if (!node) return undefined;
    const behind = this.skipSpaces(node.end);
    if (behind < this.lineEnd && (behind === node.end || this.text.charCodeAt(behind) !== 0x23)) return undefined;
    this.contentEnd = behind < this.lineEnd ? this.endOfComment() : node.end;
    this.advance();
    return this.column > column ? undefined : node;
  }

  private plain(start: number, column: number): ScalarNode | undefined {
    const { text, lineEnd } = this;
    if (!canBegin(text.charCodeAt(start), text.charCodeAt(start + 1))) return undefined;
    let end = start;
    let comment = -1;
    for (let at = start; at < lineEnd; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0x20) {
        if (text.charCodeAt(at + 1) !== 0x23) continue;
        comment = at + 1;
        break;
      }
      if (unit === 0x3a && (at + 1 === lineEnd || text.charCodeAt(at + 1) === 0x20)) return undefined;
      end = at + 1;
    }
    const commented = comment >= 0;
    this.contentEnd = commented ? this.endOfComment() : end;
    this.advance();
    if (this.column > column) return undefined;
    return plainNode(text, start, end, commented);
  }

  private endOfComment(): number {
    let end = this.lineEnd;
    while (this.text.charCodeAt(end - 1) === 0x20) end--;
    return end;
  }

  /** A text in quotation marks on one line, without escapes. */
  private quoted(start: number): ScalarNode | undefined {
    const { text, lineEnd } = this;
    const isSingle = text.charCodeAt(start) === 0x27;
    let end = start + 1;
    let doubled = false;
    for (; ; end++) {
      if (end >= lineEnd) return undefined;
      const unit = text.charCodeAt(end);
      if (!isSingle && unit === 0x5c) return undefined;
      if (unit !== (isSingle ? 0x27 : 0x22)) continue;
      if (!isSingle || text.charCodeAt(end + 1) !== 0x27) break;
      doubled = true;
      end++;
    }
    const inner = text.slice(start + 1, end);
    const value = doubled ? inner.replaceAll("''", "'") : inner;
    return { kind: 'scalar', start, end: end + 1, text: value, plain: false, commented: false, json: value };
  }

  /** A list of words or numbers in brackets on one line. */
  private bracketed(start: number): ListNode | undefined {
    const { text } = this;
    const items: ScalarNode[] = [];
    let at = start + 1;
    for (;;) {
      at = this.skipSpaces(at);
      const first = at;
      if (!canBegin(text.charCodeAt(at), text.charCodeAt(at + 1))) return undefined;
      let end = at;
      for (; isOfItem(text.charCodeAt(at)); at++) if (text.charCodeAt(at) !== 0x20) end = at + 1;
      items.push(plainNode(text, first, end, false));
      const unit = text.charCodeAt(at++);
      if (unit === 0x5d) break;
      if (unit !== 0x2c) return undefined;
    }
    return { kind: 'list', flow: true, start, end: at, items, json: items.map(({ json }) => json) };
  }

  /** A block (`>-`, `|-`, `>`, `|`) of lines that begin in one column, without empty lines between them. */
  private block(start: number, column: number): ScalarNode | undefined {
    const { text } = this;
    const isFolded = text.charCodeAt(start) === 0x3e;
    const isStripped = text.charCodeAt(start + 1) === 0x2d;
    if (start + (isStripped ? 2 : 1) !== this.lineEnd) return undefined;
    const lines: string[] = [];
    let inner = 0;
    for (;;) {
      const lineStart = this.lineEnd + this.breakLength;
      this.advance();
      if (lines.length === 0) inner = this.column;
      else if (this.column < inner) break;
      // Deeper lines, empty ones and those that begin with # are part of the block in ways of their own.
      if (inner <= column || this.at !== lineStart + inner) return undefined;
      if (text.charCodeAt(this.lineEnd - 1) === 0x20) return undefined;
      lines.push(text.slice(this.at, this.lineEnd));
      this.contentEnd = this.lineEnd;
    }
    if (this.column > column) return undefined;
    const value = lines.join(isFolded ? ' ' : '\n') + (isStripped ? '' : '\n');
    return { kind: 'scalar', start, end: this.contentEnd, text: value, plain: false, commented: false, json: value };
  }

  private skipSpaces(at: number): number {
    let next = at;
    while (this.text.charCodeAt(next) === 0x20) next++;
    return next;
  }
}

const plainNode = (text: string, start: number, end: number, commented: boolean): ScalarNode => {
  const written = text.slice(start, end);
  return { kind: 'scalar', start, end, text: written, plain: true, commented, json: coreValue(written) };
};

const isLetter = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Letters, digits, `-`, `_`, `/` and `.`. */
const isOfKey = (unit: number): boolean => isLetter(unit) || (unit >= 0x2d && unit <= 0x39) || unit === 0x5f;

/** The same, spaces, and letters beyond ASCII. */
const isOfItem = (unit: number): boolean => isOfKey(unit) || unit === 0x20 || unit > 0x7f;

/** Whether a text without quotation marks may begin so: with a letter or digit of any script, or with a sign that YAML has no use for. */
const canBegin = (unit: number, next: number): boolean =>
  isLetter(unit) ||
  isDigit(unit) ||
  unit > 0x7f ||
  '$(+./;<=^_~'.includes(String.fromCharCode(unit)) ||
  (unit === 0x2d && isDigit(next));
