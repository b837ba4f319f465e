import { CJK, COMPATIBLE, classes, DIGIT, SEPARATOR } from './classes.ts';

/**
 * The words of a folded text: a run of letters and digits, a number with its separators (`35,5`), a single Chinese or
 * Japanese character, or a single sign. Two offsets each, start and end.
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  readonly bounds: Int32Array;
}

/** Cuts a folded text, or the first `most` words of it. */
export function wordsOf(text: string, most = Number.POSITIVE_INFINITY): Words {
  let bounds = new Int32Array(Math.min(2 * text.length, 1024));
  let used = 0;
  let at = 0;
  while (at < text.length && used < 2 * most) {
    const kind = classes[text.charCodeAt(at)] as number;
    if (kind === SEPARATOR) {
      at += 1;
      continue;
    }
    const end = isLetter(kind) ? runEnd(text, at) : at + 1;
    if (used + 2 > bounds.length) bounds = enlarged(bounds);
    bounds[used] = at;
    bounds[used + 1] = end;
    used += 2;
    at = end;
  }
  return { text, count: used / 2, bounds };
}

export const wordAt = (words: Words, index: number): string =>
  words.text.slice(words.bounds[2 * index], words.bounds[2 * index + 1]);

/** Whether a word is a sign alone, which says less than a word. */
export const isSign = (word: string): boolean => {
  const kind = classes[word.charCodeAt(0)] as number;
  return !isLetter(kind) && kind !== CJK;
};

const isLetter = (kind: number): boolean => kind <= DIGIT || kind >= COMPATIBLE;

function runEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    if (isLetter(classes[text.charCodeAt(at)] as number)) continue;
    const code = text.charCodeAt(at);
    const isInside = (code === 0x2c || code === 0x2e) && isDigit(text, at - 1) && isDigit(text, at + 1);
    if (!isInside) break;
  }
  return at;
}

const isDigit = (text: string, at: number): boolean => classes[text.charCodeAt(at)] === DIGIT;

function enlarged(bounds: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * bounds.length + 2);
  larger.set(bounds);
  return larger;
}
