import { classes, DIGIT, folded, foldedAlike, LETTER, SPACE } from './characters.ts';
import { packed, unpacked } from './packed.ts';

/** No language has more tokens: the number of one has to fit beside that of a node in a key of `EdgeTable`. */
export const mostTokens = 1 << 14;

/** The number of any run of white space; 0 is that of a token that no phrase holds. */
export const SPACE_TOKEN = 1;

/** No token has more units: those of a text that are longer are none. */
export const mostUnits = 40;

/** Adds a unit to the hash of those before it (after Fowler, Noll and Vo, with whole units for bytes). */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export const hashStart = 0x811c9dc5 | 0;

/** The tokens of a vocabulary, as text: how many units each has, packed, and the units of all. */
export interface VocabularyImage {
  readonly lengths: string;
  readonly units: string;
}

/**
 * The tokens that the phrases of a language are made of: runs of letters, of digits, of white space, and any other unit by
 * itself. As a phrase begins and ends where a word does, it is a sequence of whole tokens, and a text is compared with
 * thousands of phrases by a few small numbers. All tries of a language share one vocabulary.
 */
export class Vocabulary {
  /** Hash and number of each token of letters or digits, side by side in an open-addressed table; 0 is no token. */
  private cells = new Int32Array(1 << 14);
  /** Where the units of each token start in `units`; they end where those of the next start. */
  private starts = new Uint32Array(1 << 12);
  private units = new Uint16Array(1 << 15);
  /** Tokens so far, with that of nothing. */
  private count = SPACE_TOKEN + 1;
  /** Folded units of the word that is being added. */
  private readonly word = new Uint16Array(mostUnits);
  /** The tokens of the phrase that was cut last. */
  readonly tokens: Uint16Array = new Uint16Array(64);
  /** Unit → the number of the token that it is by itself. */
  readonly signs: Uint16Array = new Uint16Array(0x10000);

  /** Cuts a phrase, without white space at its ends, into `tokens`; gives their number. */
  cut(phrase: string): number {
    let count = 0;
    for (let i = 0; i < phrase.length; ) {
      const kind = classes[phrase.charCodeAt(i)] as number;
      let end = i + 1;
      if (isRun(kind) || kind === SPACE) while (end < phrase.length && classes[phrase.charCodeAt(end)] === kind) end++;
      if (kind !== SPACE) this.tokens[count++] = this.added(phrase, i, end, isRun(kind));
      else if (count > 0) this.tokens[count++] = SPACE_TOKEN;
      if (count === this.tokens.length) throw new Error(`The phrase "${phrase}" of a language table is too long.`);
      i = end;
    }
    return count > 0 && this.tokens[count - 1] === SPACE_TOKEN ? count - 1 : count;
  }

  /** The number of the token of letters or digits with the hash, once its folded units are compared too; 0 for none. */
  tokenWith(hash: number, units: Uint16Array, length: number): number {
    const { cells } = this;
    for (let cell = placeOf(hash, cells); ; cell = (cell + 2) & (cells.length - 1)) {
      const token = cells[cell + 1] as number;
      if (token === 0 || (cells[cell] === hash && this.isSpelled(token, units, length))) return token;
    }
  }

  private isSpelled(token: number, units: Uint16Array, length: number): boolean {
    const start = this.starts[token] as number;
    if ((this.starts[token + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.units[start + i] !== units[i]) return false;
    return true;
  }

  image(): VocabularyImage {
    const lengths: number[] = [];
    for (let token = SPACE_TOKEN + 1; token < this.count; token++)
      lengths.push((this.starts[token + 1] as number) - (this.starts[token] as number));
    const units = Array.from(this.units.subarray(0, this.starts[this.count] as number), (unit) =>
      String.fromCharCode(unit),
    );
    return { lengths: packed(lengths), units: units.join('') };
  }

  /** Takes the tokens of another vocabulary; they keep their numbers. Only for one that is empty. */
  take({ lengths, units }: VocabularyImage): void {
    this.starts = new Uint32Array(Math.max(this.starts.length, lengths.length + 3));
    this.units = new Uint16Array(Math.max(this.units.length, units.length));
    while (this.cells.length < 4 * (lengths.length + 3)) this.cells = new Int32Array(2 * this.cells.length);
    for (let i = 0, start = 0; i < lengths.length; i++) {
      const length = unpacked(lengths, i);
      let hash = hashStart;
      for (let at = 0; at < length; at++) {
        const unit = units.charCodeAt(start + at);
        this.word[at] = unit;
        hash = hashed(hash, unit);
      }
      this.enter(length, hash, isRun(classes[this.word[0] as number] as number));
      start += length;
    }
  }

  private added(phrase: string, start: number, end: number, run: boolean): number {
    const length = end - start;
    if (length > mostUnits) throw new Error(`The phrase "${phrase}" of a language table has too long a word.`);
    let hash = hashStart;
    for (let i = 0; i < length; i++) {
      const unit = folded[phrase.charCodeAt(start + i)] as number;
      this.word[i] = unit;
      hash = hashed(hash, unit);
    }
    const sign = this.word[0] as number;
    const known = run ? this.tokenWith(hash, this.word, length) : (this.signs[sign] as number);
    return known !== 0 ? known : this.enter(length, hash, run);
  }

  /** A new token, of the first units of `word`: a run of letters or digits with their hash, or a sign. */
  private enter(length: number, hash: number, run: boolean): number {
    const token = this.newToken(length);
    if (run) this.put(token, hash);
    else {
      const sign = this.word[0] as number;
      this.signs[sign] = token;
      for (const unit of foldedAlike.get(sign) ?? []) this.signs[unit] = token;
    }
    return token;
  }

  private newToken(length: number): number {
    const token = this.count++;
    if (this.count === mostTokens) throw new Error('A language table uses more words than a trie holds.');
    const start = this.starts[token] as number;
    if (this.count + 1 > this.starts.length)
      this.starts = enlarged(this.starts, new Uint32Array(2 * this.starts.length));
    if (start + length > this.units.length) this.units = enlarged(this.units, new Uint16Array(2 * this.units.length));
    for (let i = 0; i < length; i++) this.units[start + i] = this.word[i] as number;
    this.starts[token + 1] = start + length;
    return token;
  }

  private put(token: number, hash: number): void {
    if (this.count * 4 > this.cells.length) this.grow();
    const { cells } = this;
    let cell = placeOf(hash, cells);
    while (cells[cell + 1] !== 0) cell = (cell + 2) & (cells.length - 1);
    cells[cell] = hash;
    cells[cell + 1] = token;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Int32Array(cells.length * 2);
    for (let cell = 0; cell < cells.length; cell += 2) {
      if (cells[cell + 1] !== 0) this.put(cells[cell + 1] as number, cells[cell] as number);
    }
  }
}

const isRun = (kind: number): boolean => kind === LETTER || kind === DIGIT;

function enlarged<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Where the search for a hash begins: the high bits are mixed in, as the low ones alone vary little. */
const placeOf = (hash: number, cells: Int32Array): number => ((hash ^ (hash >>> 15)) << 1) & (cells.length - 1);
