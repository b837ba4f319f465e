import { classes, DIGIT, folded, IDEOGRAPH, LETTER, OTHER, SPACE, VULGAR } from './characters.ts';
import { hashed, hashStart, mostUnits, SPACE_TOKEN, type Vocabulary } from './vocabulary.ts';

/** How many places of a text are remembered for each direction, a power of two. */
const memory = 512;

/** What is remembered stands side by side: an offset, the token there, its far border, and room to make it four. */
const CELL = 4;
const TOKEN = 1;
const BORDER = 2;

/** Stamps stay whole numbers of 31 bits. */
const mostStamps = 1 << 30;

/** The place for texts that are not attended to. */
const alone = memory * CELL;

/**
 * The tokens of a text round the place at which it is read, cut once for all that asks about them: a scan that comes past
 * each word, and dozens of questions about what stands beside a number.
 */
export class TokenMemory {
  private text = '';
  /** What is added to the offsets of the text where they are remembered. */
  private stamp = 0;
  /** The tokens that start at an offset, and those that end there. */
  private readonly ahead = new Int32Array((memory + 1) * CELL).fill(-1);
  private readonly behind = new Int32Array((memory + 1) * CELL).fill(-1);
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
    if (this.ahead[place] !== offset + this.stamp || place === alone) this.cut(text, offset, text.length, false);
    this.border = this.ahead[place + BORDER] as number;
    return this.ahead[place + TOKEN] as number;
  }

  /** The number of the token that ends at an offset inside the text, or at its end. */
  endingAt(text: string, offset: number): number {
    const code = text.charCodeAt(offset - 1);
    if (isRun[classes[code] as number] === 0) {
      this.border = offset - 1;
      return this.vocabulary.signs[code] as number;
    }
    const place = this.placeOf(text, offset);
    if (this.behind[place] !== offset + this.stamp || place === alone)
      this.cut(text, startOf(text, offset), offset, true);
    this.border = this.behind[place + BORDER] as number;
    return this.behind[place + TOKEN] as number;
  }

  /** Remembers the tokens of this text from now on; words of other texts are looked at alone. */
  attend(text: string): void {
    if (text === this.text) return;
    // Places of the text before this one are told by smaller stamps, so that nothing has to be wiped for each block.
    this.stamp += this.text.length + 1;
    this.text = text;
    if (this.stamp + text.length < mostStamps) return;
    this.stamp = 0;
    this.ahead.fill(-1);
    this.behind.fill(-1);
  }

  private placeOf(text: string, offset: number): number {
    return text === this.text ? (offset & (memory - 1)) * CELL : alone;
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
    const base = text === this.text ? 0 : alone;
    // What was asked for may begin or end inside a longer token: from its other border it is another.
    if (!backward || end === text.length || classes[text.charCodeAt(end)] !== kind)
      put(this.ahead, base + (start & mask) * CELL, start + this.stamp, token, end);
    if (backward || start === 0 || classes[text.charCodeAt(start - 1)] !== kind)
      put(this.behind, base + (end & mask) * CELL, end + this.stamp, token, start);
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

/** Remembers a token, its number and its far border at its place, by the stamped offset at which it was looked for. */
function put(places: Int32Array, place: number, stamped: number, token: number, border: number): void {
  places[place] = stamped;
  places[place + TOKEN] = token;
  places[place + BORDER] = border;
}
