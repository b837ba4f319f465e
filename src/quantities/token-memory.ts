import { classes, DIGIT, folded, IDEOGRAPH, LETTER, OTHER, SPACE, VULGAR } from './characters.ts';
import { hashed, hashStart, mostUnits, SPACE_TOKEN, type Vocabulary } from './vocabulary.ts';

/** How many places of a text are remembered for each direction, a power of two; one more is for texts looked at once. */
const memory = 512;

/** Texts below this length are words that are looked at alone, and not remembered. */
const shortText = 64;

/**
 * The tokens of a text round the place at which it is read, cut once for all that asks about them: a scan that comes past
 * each word, and dozens of questions about what stands beside a number.
 */
export class TokenMemory {
  private text = '';
  /** The tokens that start at an offset, and those that end there. */
  private readonly ahead = new TokenPlaces();
  private readonly behind = new TokenPlaces();
  /** Folded units of the token that is being cut. */
  private readonly units = new Uint16Array(mostUnits + 1);
  /** The far border of the token that was asked for last. */
  border = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** The number of the token that starts at an offset inside the text. */
  startingAt(text: string, offset: number): number {
    const code = text.charCodeAt(offset);
    if (isRun[classes[code] as number] === 0) {
      this.border = offset + 1;
      return this.vocabulary.signs[code] as number;
    }
    const place = this.placeOf(text, offset);
    if (this.ahead.offsets[place] !== offset || place === memory) this.cut(text, offset, text.length, false);
    this.border = this.ahead.borders[place] as number;
    return this.ahead.tokens[place] as number;
  }

  /** The number of the token that ends at an offset inside the text, or at its end. */
  endingAt(text: string, offset: number): number {
    const code = text.charCodeAt(offset - 1);
    if (isRun[classes[code] as number] === 0) {
      this.border = offset - 1;
      return this.vocabulary.signs[code] as number;
    }
    const place = this.placeOf(text, offset);
    if (this.behind.offsets[place] !== offset || place === memory) this.cut(text, startOf(text, offset), offset, true);
    this.border = this.behind.borders[place] as number;
    return this.behind.tokens[place] as number;
  }

  private placeOf(text: string, offset: number): number {
    if (text !== this.text) {
      if (text.length < shortText) return memory;
      this.text = text;
      this.ahead.offsets.fill(-1);
      this.behind.offsets.fill(-1);
    }
    return offset & (memory - 1);
  }

  /** Cuts the run that starts at `start` and ends at `limit` or before, asked for from its end with `backward`. */
  private cut(text: string, start: number, limit: number, backward: boolean): void {
    const kind = classes[text.charCodeAt(start)] as number;
    let end = start;
    let token = SPACE_TOKEN;
    if (kind === SPACE) while (end < limit && classes[text.charCodeAt(end)] === SPACE) end++;
    else {
      const { units } = this;
      let hash = hashStart;
      // What is longer than any token is none, however long it goes on.
      const most = Math.min(limit, start + mostUnits + 1);
      for (; end < most; end++) {
        const code = text.charCodeAt(end);
        if (classes[code] !== kind) break;
        const unit = folded[code] as number;
        hash = hashed(hash, unit);
        units[end - start] = unit;
      }
      token = this.vocabulary.tokenWith(hash, units, end - start);
    }
    const mask = text === this.text ? memory - 1 : 0;
    const alone = text === this.text ? 0 : memory;
    // What was asked for may begin or end inside a longer token: from its other border it is another.
    if (!backward || end === text.length || classes[text.charCodeAt(end)] !== kind)
      this.ahead.put((start & mask) | alone, start, token, end);
    if (backward || start === 0 || classes[text.charCodeAt(start - 1)] !== kind)
      this.behind.put((end & mask) | alone, end, token, start);
  }
}

/** Class → whether units of it make one token together. */
const isRun: Uint8Array = Uint8Array.from([OTHER, SPACE, LETTER, DIGIT, IDEOGRAPH, VULGAR], (kind) =>
  kind === SPACE || kind === LETTER || kind === DIGIT ? 1 : 0,
);

/** Where the run starts that ends at the offset; further on where it is longer than any token. */
function startOf(text: string, offset: number): number {
  const kind = classes[text.charCodeAt(offset - 1)];
  let start = offset - 1;
  const limit = kind === SPACE ? 0 : Math.max(0, offset - mostUnits - 1);
  while (start > limit && classes[text.charCodeAt(start - 1)] === kind) start--;
  return start;
}

/** Place → a token: where it was looked for, its number, its far border. */
class TokenPlaces {
  readonly offsets = new Int32Array(memory + 1).fill(-1);
  readonly tokens = new Uint16Array(memory + 1);
  readonly borders = new Int32Array(memory + 1);

  put(place: number, offset: number, token: number, border: number): void {
    this.offsets[place] = offset;
    this.tokens[place] = token;
    this.borders[place] = border;
  }
}
