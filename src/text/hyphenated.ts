import { hasWordBorders } from './borders.ts';
import type { FoldedText } from './fold.ts';
import { occurrences } from './search.ts';
import type { Span } from './span.ts';

/** A quote with more hyphens is not looked for this way. */
const mostHyphens = 100;

/**
 * The places of a folded quote in an article that breaks some of its words at the ends of lines: `Wirt-schaft` stands
 * in `Wirt-⏎schaft` as well as `Wirtschaft` does, and folding has left that hyphen out. So the longest part without a
 * hyphen is looked for, and the parts around it compared, where each hyphen is printed or is one of those left out.
 */
export function* hyphenated(article: FoldedText, quote: string): Generator<Span, void, undefined> {
  if (article.breaks.length === 0 || !quote.includes('-')) return;
  const parts = quote.split('-');
  if (parts.length > mostHyphens) return;
  const longest = parts.reduce((best, part, index) => (part.length > (parts[best] ?? '').length ? index : best), 0);
  const seed = parts[longest] ?? '';
  if (seed === '') return;
  const breaks = new Set(article.breaks);
  for (const at of occurrences(article.folded, seed)) {
    const start = back(article.folded, breaks, parts.slice(0, longest), at);
    const end = forth(article.folded, breaks, parts.slice(longest + 1), at + seed.length);
    if (start === undefined || end === undefined) continue;
    const span = article.toOriginal(start, end);
    if (hasWordBorders(article.original, span)) yield span;
  }
}

function back(text: string, breaks: ReadonlySet<number>, parts: readonly string[], from: number): number | undefined {
  let at = from;
  for (const part of parts.toReversed()) {
    if (text.charAt(at - 1) === '-') at -= 1;
    else if (!breaks.has(at)) return undefined;
    at -= part.length;
    if (at < 0 || !text.startsWith(part, at)) return undefined;
  }
  return at;
}

function forth(text: string, breaks: ReadonlySet<number>, parts: readonly string[], from: number): number | undefined {
  let at = from;
  for (const part of parts) {
    if (text.charAt(at) === '-') at += 1;
    else if (!breaks.has(at)) return undefined;
    if (!text.startsWith(part, at)) return undefined;
    at += part.length;
  }
  return at;
}
