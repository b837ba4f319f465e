import { isLetter, skipSpace } from './characters.ts';
import { isCurrencyCode } from './money.ts';
import { isBorder } from './phrases.ts';
import { A, N } from './roles.ts';
import type { Scope } from './scope.ts';

/** `⁴`, `⁽⁴⁾`, `³,⁴`, `[4]`, `*`, ` ᵃ` */
const noteMark = /^(?:⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?:[,–⁻][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})?⁾?|\[\d{1,3}\]|[*†‡]| [ᵃᵇᶜᵈ])/u;

/**
 * Where the mark of a note ends that parts digits from their scale or their unit (`£36⁴ million`, `2.1[2] points`); else
 * where the digits end.
 */
export function pastNoteMark({ text, lexicon }: Scope, end: number): number {
  const length = noteMark.exec(text.slice(end, end + 8))?.[0].length;
  if (length === undefined) return end;
  const mark = end + length;
  const at = skipSpace(text, mark);
  if (at === mark && lexicon.spaced && isLetter(text, at)) return end;
  return isMeasure({ text, lexicon }, at) ? mark : end;
}

/** Whether a scale or a unit starts at the offset. */
function isMeasure({ text, lexicon }: Pick<Scope, 'text' | 'lexicon'>, at: number): boolean {
  const units = A.percent | A.points | A.currency | A.unit;
  return (
    lexicon.number.match(text, at, N.scale | N.abbreviation) !== undefined ||
    lexicon.after.match(text, at, units) !== undefined ||
    isCurrencyCode(text.slice(at, at + 3)) ||
    (lexicon.symbols
      .at(text, at)
      ?.some(
        ([spelling]) => spelling.length > 1 && text.startsWith(spelling, at) && isBorder(text, at + spelling.length),
      ) ??
      false)
  );
}
