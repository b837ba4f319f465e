import type { Article } from '../articles/article.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { sentenceAt } from '../text/sentences.ts';

/** Whether the recogniser reads the same words differently in their several places. */
export function readDifferently(quantities: readonly Quantity[]): boolean {
  const [first, ...others] = quantities;
  return first !== undefined && others.some((other) => signature(other) !== signature(first));
}

/**
 * Whether one number that stands in several places is said of different things there. The same sentence, the same
 * counted noun, or the same words around it make it one thing; where nothing tells, it counts as different, for a claim
 * without a quote must not find support in a number about something else.
 */
export function differentThings(article: Article, quantities: readonly Quantity[]): boolean {
  const [first, ...others] = quantities;
  if (!first) return false;
  return others.some((other) => signature(other) !== signature(first) || !sameContext(article, first, other));
}

/** All that is read in a quantity, as one word. */
function signature({ value, min, max, unit, per, qualifier, noun, concepts }: Quantity): string {
  const thing = concepts ? concepts.join('|') : noun?.toLowerCase();
  return [value, min, max, unit, per, qualifier, thing].map((part) => part?.toString() ?? '').join(' ');
}

function sameContext(article: Article, a: Quantity, b: Quantity): boolean {
  if (a.noun !== undefined) return true;
  const sentences = [a, b].map(({ start }) => sentenceAt(article.text, start));
  const [left = '', right = ''] = sentences.map(({ start, end }) => article.text.slice(start, end).trim());
  return left === right || sharedWords(wordsAround(article.text, a), wordsAround(article.text, b));
}

/** How far the words around a number are looked at. */
const reach = 50;

function wordsAround(text: string, { start, end }: Quantity): ReadonlySet<string> {
  const around = `${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`;
  return new Set(around.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}

/** More than half of the words of the shorter side. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared * 2 > Math.min(a.size, b.size);
}
