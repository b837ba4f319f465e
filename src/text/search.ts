/**
 * All places of a needle in a haystack, in linear time whatever they hold.
 *
 * The engine's `indexOf` is the fastest there is for what people quote, and quadratic at worst. So it looks for a short
 * head of the needle only, the rest is compared in place, and once these comparisons have cost more than a few passes
 * over the haystack, Knuth, Morris and Pratt take over (SIAM J. Comput. 6, 1977), who never step back.
 */

/** Units of the needle that `indexOf` looks for. */
const headLength = 32;

/** How many times the haystack's length the comparisons behind a head may cost. */
const patience = 4;

/** Yields the start of every occurrence from `from` on, overlapping ones included. The needle must not be empty. */
export function* occurrences(haystack: string, needle: string, from = 0): Generator<number, void, undefined> {
  const head = needle.slice(0, headLength);
  let budget = patience * haystack.length + needle.length;
  let at = haystack.indexOf(head, from);
  while (at >= 0) {
    if (needle.length === head.length || haystack.startsWith(needle, at)) yield at;
    if (needle.length > head.length) budget -= needle.length;
    if (budget < 0) {
      yield* knuthMorrisPratt(haystack, needle, at + 1);
      return;
    }
    at = haystack.indexOf(head, at + 1);
  }
}

function* knuthMorrisPratt(haystack: string, needle: string, from: number): Generator<number, void, undefined> {
  const borders = bordersOf(needle);
  let matched = 0;
  for (let at = from; at < haystack.length; at += 1) {
    const unit = haystack.charCodeAt(at);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
    if (needle.charCodeAt(matched) === unit) matched += 1;
    if (matched === needle.length) {
      yield at - matched + 1;
      matched = borders[matched - 1] as number;
    }
  }
}

/** For each prefix of the needle the length of its longest proper prefix that is its suffix too. */
function bordersOf(needle: string): Int32Array {
  const borders = new Int32Array(needle.length);
  let length = 0;
  for (let at = 1; at < needle.length; at += 1) {
    while (length > 0 && needle.charCodeAt(at) !== needle.charCodeAt(length)) length = borders[length - 1] as number;
    if (needle.charCodeAt(at) === needle.charCodeAt(length)) length += 1;
    borders[at] = length;
  }
  return borders;
}
