import { classes, folded, IDEOGRAPH, LETTER } from './characters.ts';
import { packed, unpacked } from './packed.ts';
import { mostTokens, type Vocabulary } from './vocabulary.ts';

/** Units by which it is told first whether a word may begin with a number word. */
const head = 3;

/** Room for the hashes of the first units of words, a power of two. */
const mostStarts = 1 << 12;

/** What a filter holds, as text: tokens and units packed, and words. */
export interface WordFilterImage {
  readonly openers: string;
  readonly starts: string;
  readonly ideographs: string;
  readonly heads: readonly string[];
}

/** Tells of a word whether a number may start there: all that most words of an article ever meet. */
export class WordFilter {
  private readonly openers = new Uint8Array(mostTokens);
  /** The first units of the words that pass, by their hash: most words of a text are told by these from all that pass. */
  private readonly starts = new Uint8Array(mostStarts);
  /** Units that stand between no spaces, at which a phrase may start. */
  private readonly ideographs = new Uint8Array(0x10000);
  /** Number words that longer words begin with, by the hash of their first units. */
  private readonly heads: (string[] | undefined)[] = new Array<undefined>(1 << 10).fill(undefined);
  private hasHeads = false;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Adds the first word of a phrase. With `compounds` longer words that begin with it pass too. */
  add(phrase: string, compounds = false): void {
    const kind = classes[phrase.charCodeAt(0)];
    if (kind === IDEOGRAPH) this.ideographs[phrase.charCodeAt(0)] = 1;
    if (kind !== LETTER) return;
    let end = 1;
    while (classes[phrase.charCodeAt(end)] === LETTER) end++;
    const word = phrase.slice(0, end);
    this.vocabulary.cut(word);
    this.openers[this.vocabulary.tokens[0] as number] = 1;
    this.starts[startOf(word, 0)] = 1;
    if (!compounds) return;
    if (end < head) throw new Error(`"${word}" is too short to begin other words with.`);
    this.addHead(word);
  }

  private addHead(word: string): void {
    const place = headOf(word, 0);
    const words = this.heads[place];
    if (words) words.push(word);
    else this.heads[place] = [word];
    this.hasHeads = true;
  }

  image(): WordFilterImage {
    return {
      openers: packed(setIn(this.openers)),
      starts: packed(setIn(this.starts)),
      ideographs: packed(setIn(this.ideographs)),
      heads: this.heads.flatMap((words) => words ?? []),
    };
  }

  /** Takes what another filter held over the same vocabulary. */
  take({ openers, starts, ideographs, heads }: WordFilterImage): void {
    for (let i = 0; i < starts.length; i++) this.starts[unpacked(starts, i)] = 1;
    for (let i = 0; i < openers.length; i++) this.openers[unpacked(openers, i)] = 1;
    for (let i = 0; i < ideographs.length; i++) this.ideographs[unpacked(ideographs, i)] = 1;
    for (const word of heads) this.addHead(word);
  }

  /** Whether a phrase may start with the unit, in a script without word borders. */
  startsIdeograph(code: number): boolean {
    return this.ideographs[code] === 1;
  }

  /** False where no word that passes begins like the one at the offset; asked first, as it needs no token. */
  mayPass(text: string, offset: number): boolean {
    return this.starts[startOf(text, offset)] === 1;
  }

  /** Whether a phrase may start with the word at the offset, which is this token, or 0. */
  passes(token: number, text: string, offset: number): boolean {
    return this.openers[token] === 1 || (this.hasHeads && this.beginsWithNumber(text, offset));
  }

  private beginsWithNumber(text: string, offset: number): boolean {
    if (offset + head > text.length) return false;
    const words = this.heads[headOf(text, offset)];
    return words?.some((word) => isHead(word, text, offset)) ?? false;
  }
}

/** Where an array of flags holds a 1. */
function setIn(flags: Uint8Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < flags.length; i++) if (flags[i] === 1) places.push(i);
  return places;
}

/** The hash of the first three letters of a word, or of as many as it has. */
function startOf(text: string, offset: number): number {
  let hash = 0;
  for (let i = offset; i < offset + head; i++) {
    const code = text.charCodeAt(i);
    if (classes[code] !== LETTER) break;
    hash = hash * 31 + (folded[code] as number);
  }
  return hash & (mostStarts - 1);
}

function headOf(text: string, offset: number): number {
  let hash = 0;
  for (let i = offset; i < offset + head; i++) hash = (hash << 3) ^ (folded[text.charCodeAt(i)] as number);
  return hash & 0x3ff;
}

function isHead(word: string, text: string, offset: number): boolean {
  if (offset + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++)
    if (folded[word.charCodeAt(i)] !== folded[text.charCodeAt(offset + i)]) return false;
  return true;
}
