import { isLetter, skipSpace } from './characters.ts';
import { Exact } from './exact.ts';
import type { Quantity } from './quantity.ts';
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
