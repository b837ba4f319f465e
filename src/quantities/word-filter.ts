import { classes, folded, IDEOGRAPH, LETTER } from './characters.ts';

/**
 * Tells at the first units of a word whether a number may start there. It is all that most words of an article ever
 * meet, so it is a flat table: `next[node * width + letter]`, with letters numbered as the language uses them.
 */
export class WordFilter {
  private readonly letters = new Uint8Array(0x10000);
  private width = 64;
  private next = new Int32Array(64 * 256);
  private accepting = new Uint8Array(256);
  private nodes = 1;
  private letterCount = 0;
  /** Units that stand between no spaces, at which a phrase may start. */
  private readonly ideographs = new Uint8Array(0x10000);

  /** Adds the first word of a phrase. With `compounds` longer words that begin with it pass too. */
  add(phrase: string, compounds = false): void {
    const first = phrase.charCodeAt(0);
    if (classes[first] === IDEOGRAPH) {
      this.ideographs[first] = 1;
      return;
    }
    let node = 0;
    let i = 0;
    for (; i < phrase.length; i++) {
      const code = folded[phrase.charCodeAt(i)] as number;
      if (classes[code] !== LETTER) break;
      node = this.child(node, code);
    }
    if (i > 0) this.accepting[node] = compounds ? 3 : (this.accepting[node] as number) | 1;
  }

  /** Whether a phrase may start with the unit, in a script without word borders. */
  startsIdeograph(code: number): boolean {
    return this.ideographs[code] === 1;
  }

  /**
   * Walks the word that starts at `offset`. Returns the offset after the word, or that offset negated and less one where
   * a phrase may start here.
   */
  walk(text: string, offset: number): number {
    const { letters, next, accepting, width } = this;
    let node = 0;
    let i = offset;
    let passed = false;
    let code = 0;
    for (; i < text.length; i++) {
      code = text.charCodeAt(i);
      const letter = letters[code] as number;
      if (letter === 0) break;
      node = next[node * width + letter] as number;
      if (node === 0) break;
      if ((accepting[node] as number) > 1) passed = true;
    }
    if (i < text.length && classes[text.charCodeAt(i)] === LETTER) {
      while (++i < text.length && classes[text.charCodeAt(i)] === LETTER);
      return passed ? -i - 1 : i;
    }
    return passed || (accepting[node] as number) > 0 ? -i - 1 : i;
  }

  private child(node: number, code: number): number {
    let letter = this.letters[code] as number;
    if (letter === 0) {
      letter = ++this.letterCount;
      if (letter >= this.width) this.widen();
      this.letters[code] = letter;
      this.markVariants(code, letter);
    }
    const at = node * this.width + letter;
    const known = this.next[at] as number;
    if (known !== 0) return known;
    const made = this.nodes++;
    this.grow();
    this.next[node * this.width + letter] = made;
    return made;
  }

  /** Upper case and full-width forms count as the same letter. */
  private markVariants(code: number, letter: number): void {
    const upper = String.fromCharCode(code).toUpperCase();
    if (upper.length === 1) this.letters[upper.charCodeAt(0)] = letter;
    if (code >= 0x61 && code <= 0x7a) {
      this.letters[code - 0x61 + 0xff41] = letter;
      this.letters[code - 0x61 + 0xff21] = letter;
    }
  }

  private grow(): void {
    if (this.nodes * this.width <= this.next.length) return;
    const next = new Int32Array(this.next.length * 2);
    next.set(this.next);
    this.next = next;
    const accepting = new Uint8Array(next.length / this.width + 1);
    accepting.set(this.accepting);
    this.accepting = accepting;
  }

  private widen(): void {
    const width = this.width * 2;
    const next = new Int32Array((this.next.length / this.width) * width);
    for (let node = 0; node < this.nodes; node++) {
      next.set(this.next.subarray(node * this.width, (node + 1) * this.width), node * width);
    }
    this.next = next;
    this.width = width;
  }
}
