import { isLetter, skipSpace } from './characters.ts';
import { Exact } from './exact.ts';
import type { Quantity } from './quantity.ts';
import type { Surroundings } from './quantity-builder.ts';
import { A, N } from './roles.ts';
import type { Scope } from './scope.ts';

/** *7 of the 10 regions*: both are counted, and the first is a share of the second. */
export function withParts(scope: Scope, quantities: readonly Quantity[]): readonly Quantity[] {
  if (!scope.lexicon.spaced) return quantities;
  return quantities.map((part, index) => {
    const whole = quantities[index + 1];
    const [few, many] = [countOf(part), whole && countOf(whole)];
    if (!whole || few === undefined || many === undefined || part.noun !== undefined || few === 0 || few > many)
      return part;
    return behindLink(scope, part.end) === whole.start ? { ...part, share: Exact.ratio(few, many) } : part;
  });
}

const countOf = ({ kind, unit, value }: Quantity): number | undefined =>
  kind === 'number' && unit === undefined ? value?.toInteger() : undefined;

/** Behind a word like *of* and an article; undefined where there is none. */
function behindLink(scope: Scope, end: number): number | undefined {
  const { text, lexicon } = scope;
  const part = scope.number(end, N.partLink);
  if (part) return skipSpace(text, part.end);
  const link = lexicon.after.match(text, skipSpace(text, end), A.link);
  if (!link || !isLetter(text, link.start)) return undefined;
  const next = skipSpace(text, link.end);
  const article = lexicon.after.match(text, next, A.stop);
  return article && article.end - next < longestArticle ? skipSpace(text, article.end) : next;
}

const longestArticle = 5;

/** *Platz 5 unter 27 Ländern*: behind a rank the words for *less than* say among how many it is. */
export function amongRanked(text: string, last: Quantity | undefined, around: Surroundings): Surroundings {
  const { qualifier } = around;
  if (qualifier?.qualifier !== 'less-than' || qualifier.negated || last?.kind !== 'ordinal') return around;
  return /^\s*(?:\p{L}+\s+)?$/u.test(text.slice(last.end, qualifier.start))
    ? { ...around, qualifier: undefined }
    : around;
}
