/** Numbers that look random and are the same in every run (Mulberry32, public domain, T. Ettinger). */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * limit);
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

const bits: readonly string[] = [
  ...['a', 'b', 'é', 'e\u0301', 'ä', 'Stadt', 'plus', 'IA', '北京', '产', '한', '\u1100\u1161', '𠀀', '🙂', '\ud800'],
  ...[' ', ' ', ' ', ' ', '\n', '\r\n', '\n\n', '\u00a0', '\u202f', '\u3000', '\t', '\u200b', '\u00ad', '\ufeff'],
  ...['1', '23', '400', '2 400', '35,5', '¹', '½', '３', '①', '㎡', 'ﬁ', '…', '\u0301', '\u3099', 'ｶ', 'ﾞ'],
  ...['«', '»', '"', '’', "'", '``', '《', '-', '–', '-\n', '--', '*', '**', '_', '[', ']', '[x](y/z)', '(', ')'],
  ...['.', ',', '，', '。', '%', '€', '; '],
];

/** A text of letters, numbers, signs and everything that folding has an eye on. */
export function randomText(random: Random, most: number): string {
  let text = '';
  for (let left = random.below(most); left > 0; left -= 1) text += random.one(bits);
  return text;
}
