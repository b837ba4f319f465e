/**
 * The candidate that a mistyped word most likely stands for: at most one slip in three letters, and no other candidate
 * as near. Case, spaces, hyphens and underscores do not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  if (folded.length === 0 || folded.length > 60) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(folded.length / 3)) + 1;
  let tied = false;
  for (const candidate of candidates) {
    const distance = editDistance(folded, fold(candidate), bestDistance + 1);
    if (distance === bestDistance) tied = true;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      tied = false;
    }
  }
  return tied && bestDistance > 0 ? undefined : best;
}

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');

/**
 * Optimal string alignment distance (Damerau 1964, without repeated edits of one place): insertions, deletions,
 * substitutions and swaps of neighbours. Gives `bound` for everything that is at least as far.
 */
export function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least >= bound) return bound;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? bound, bound);
}
