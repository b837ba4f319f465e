import { type Words, wordAt } from './words.ts';

/**
 * Where in an article a quote most likely stands, as offsets of words: for each word, and each pair of words, that both
 * share, the article's word and the quote's lie a certain distance apart; where the quote stands, many of them agree
 * on that distance. Rare words and pairs count for more (seeding on diagonals, as FASTA does: Pearson and Lipman,
 * PNAS 85, 1988; the weight is the inverse of the frequency, as in Sparck Jones, J. Doc. 28, 1972). Linear in the
 * article's length.
 */

/** Of a word that stands in the quote more often than this only so many places are followed. */
const mostPlaces = 8;

/** A pair of words says more than two words. */
const pairWeight = 2;

/** At most so many distances are tried. */
const candidates = 6;

/** Width of a bin of distances, in words: what may be missing or added before a word without losing it. */
export const binWidth = (quoteLength: number): number => Math.max(16, Math.min(64, quoteLength >> 3));

/**
 * Distances (index in the article − index in the quote), best first, each for the bin of `binWidth` from there on.
 * `from` and `to` bound the article's words.
 */
export function likelyOffsets(article: Words, quote: Words, from: number, to: number): number[] {
  const seeds = seedsOf(quote);
  const hits = hitsOf(article, seeds, from, to);
  const width = binWidth(quote.count);
  const votes = new Float64Array(Math.ceil((to - from + quote.count) / width) + 3);
  for (let hit = 0; hit < hits.length; hit += 2) {
    const at = hits[hit] as number;
    const seed = seeds.list[hits[hit + 1] as number] as Seed;
    seed.places.forEach((place, index) => {
      const bin = Math.floor((at - from - place + quote.count) / width) + 1;
      // A word that the passage repeats is no better a witness for it.
      if (seed.lastBins[index] === bin) return;
      seed.lastBins[index] = bin;
      votes[bin] = (votes[bin] ?? 0) + seed.weight / seed.frequency;
    });
  }
  return best(votes).map((bin) => from + (bin - 1) * width - quote.count);
}

/** A word or a pair of words of the quote. */
interface Seed {
  readonly places: number[];
  /** The bin that each of its places voted for last. */
  readonly lastBins: number[];
  readonly weight: number;
  /** How often it stands in the article; counted while the article is read. */
  frequency: number;
}

interface Seeds {
  readonly list: Seed[];
  /** Word in lower case → index in `list`. */
  readonly words: Map<string, number>;
  /** first × list's first size + second → index in `list`. */
  readonly pairs: Map<number, number>;
  /** Number of words, by which pairs are numbered. */
  readonly size: number;
}

function seedsOf(quote: Words): Seeds {
  const list: Seed[] = [];
  const words = new Map<string, number>();
  const pairs = new Map<number, number>();
  const numbers: number[] = [];
  for (let index = 0; index < quote.count; index += 1) {
    numbers.push(planted(list, words, wordAt(quote, index).toLowerCase(), index, 1));
  }
  const size = list.length;
  for (let index = 0; index + 1 < quote.count; index += 1) {
    const key = (numbers[index] as number) * size + (numbers[index + 1] as number);
    planted(list, pairs, key, index, pairWeight);
  }
  return { list, words, pairs, size };
}

function planted<Key>(list: Seed[], index: Map<Key, number>, key: Key, place: number, weight: number): number {
  let number = index.get(key);
  if (number === undefined) {
    number = list.length;
    index.set(key, number);
    list.push({ places: [], lastBins: [], weight, frequency: 0 });
  }
  const seed = list[number] as Seed;
  if (seed.places.length < mostPlaces) seed.places.push(place);
  return number;
}

/** Where seeds stand in the article: index of the word, index of the seed, and so on. */
function hitsOf(article: Words, seeds: Seeds, from: number, to: number): number[] {
  const hits: number[] = [];
  let previous: number | undefined;
  const hit = (at: number, seed: number): void => {
    (seeds.list[seed] as Seed).frequency += 1;
    hits.push(at, seed);
  };
  for (let at = from; at < to; at += 1) {
    const word = seeds.words.get(wordAt(article, at).toLowerCase());
    if (word !== undefined) {
      hit(at, word);
      const pair = previous === undefined ? undefined : seeds.pairs.get(previous * seeds.size + word);
      if (pair !== undefined) hit(at - 1, pair);
    }
    previous = word;
  }
  return hits;
}

/** The bins that gather most votes together with the one behind them, best first, none of them side by side. */
function best(votes: Float64Array): number[] {
  const score = (bin: number): number => (votes[bin] ?? 0) + (votes[bin + 1] ?? 0);
  const found: number[] = [];
  for (let bin = 0; bin + 1 < votes.length; bin += 1) {
    const own = score(bin);
    if (own <= 0 || own <= score(bin - 1) || own < score(bin + 1)) continue;
    if (found.length === candidates && own <= score(found.at(-1) ?? 0)) continue;
    found.push(bin);
    found.sort((a, b) => score(b) - score(a) || a - b);
    if (found.length > candidates) found.pop();
  }
  return found;
}
