/**
 * Alignment of a quote with a stretch of an article, word by word: the cheapest way to make the quote from the stretch
 * by leaving out, putting in and changing words, where what stands before and behind it in the article costs nothing
 * (Sellers, J. Algorithms 1, 1980), in a band around one diagonal (Ukkonen, Inf. Control 64, 1985).
 */
import { isSign } from './words.ts';

/** One word of the alignment: indices in the quote and in the stretch, one of them absent. */
export interface Step {
  readonly quoted?: number;
  readonly printed?: number;
  readonly isEqual: boolean;
}

export interface Alignment {
  /** Sum of the costs, in words. */
  readonly cost: number;
  readonly steps: readonly Step[];
}

/** A comma more or less is a small thing beside a word. */
const signCost = 0.25;
/** Other case alone. */
const caseCost = 0.25;
/** The least that a changed word costs, however few of its letters differ. */
const leastChange = 0.3;
/** The most that one number for another costs: they stand for the same thing more often than two words do. */
const mostForNumbers = 0.6;

/** What leaving out or putting in a word costs. */
export const weightOf = (word: string): number => (isSign(word) ? signCost : 1);

/**
 * Aligns the words of a quote with those of a stretch. Row `i` of the band holds the columns `i` to `i + band` of the
 * stretch, so that the quote's first word stands at one of the stretch's first `band` words. The stretch is undefined
 * where it reaches out of the article.
 */
export function align(quote: readonly string[], stretch: readonly (string | undefined)[], band: number): Alignment {
  const width = band + 1;
  const moves = new Uint8Array((quote.length + 1) * width);
  const stretchWeights = stretch.map((word) => (word === undefined ? 0 : weightOf(word)));
  let row = new Float64Array(width);
  let next = new Float64Array(width);
  for (let i = 0; i < quote.length; i += 1) {
    const word = quote[i] as string;
    const weight = weightOf(word);
    for (let slot = 0; slot < width; slot += 1) {
      // Cell (i + 1, j): i + 1 words of the quote and the stretch's first j words, j = i + 1 + slot.
      const j = i + 1 + slot;
      const other = stretch[j - 1];
      let cost =
        other === undefined
          ? Number.POSITIVE_INFINITY
          : (row[slot] as number) + change(word, other, weight, stretchWeights[j - 1] as number);
      let move = CHANGE;
      const missing = slot + 1 < width ? (row[slot + 1] as number) + weight : Number.POSITIVE_INFINITY;
      if (missing < cost) {
        cost = missing;
        move = MISSING;
      }
      const added =
        slot > 0 && other !== undefined
          ? (next[slot - 1] as number) + (stretchWeights[j - 1] as number)
          : Number.POSITIVE_INFINITY;
      if (added < cost) {
        cost = added;
        move = ADDED;
      }
      next[slot] = cost;
      moves[(i + 1) * width + slot] = move;
    }
    [row, next] = [next, row];
  }
  let slot = 0;
  for (let other = 1; other < width; other += 1) if ((row[other] as number) < (row[slot] as number)) slot = other;
  return { cost: row[slot] as number, steps: trace(quote, stretch, moves, width, slot) };
}

const CHANGE = 0;
const MISSING = 1;
const ADDED = 2;

function trace(
  quote: readonly string[],
  stretch: readonly (string | undefined)[],
  moves: Uint8Array,
  width: number,
  lastSlot: number,
): Step[] {
  const steps: Step[] = [];
  let slot = lastSlot;
  for (let i = quote.length; i > 0; ) {
    const printed = i + slot - 1;
    const move = moves[i * width + slot];
    if (move === CHANGE) {
      steps.push({ quoted: i - 1, printed, isEqual: quote[i - 1] === stretch[printed] });
      i -= 1;
    } else if (move === MISSING) {
      steps.push({ quoted: i - 1, isEqual: false });
      i -= 1;
      slot += 1;
    } else {
      steps.push({ printed, isEqual: false });
      slot -= 1;
    }
  }
  return steps.reverse();
}

/** What it costs to have one word for another: the share of letters between a common beginning and a common end. */
function change(a: string, b: string, weightA: number, weightB: number): number {
  if (a === b) return 0;
  if (weightA !== weightB) return weightA + weightB;
  if (weightA === signCost) return signCost;
  if (isOtherCase(a, b)) return caseCost;
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < least - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  const cost = Math.max(leastChange, 1 - (head + tail) / Math.max(a.length, b.length));
  return cost > mostForNumbers && beginsInDigit(a) && beginsInDigit(b) ? mostForNumbers : cost;
}

/** The first letters are compared first, without the bit in which the cases of most scripts differ: it is done often. */
const isOtherCase = (a: string, b: string): boolean =>
  a.length === b.length && (a.charCodeAt(0) | 32) === (b.charCodeAt(0) | 32) && a.toLowerCase() === b.toLowerCase();

const beginsInDigit = (word: string): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39;
