import { folded, isDigit, skipSpace, skipSpaceBack } from './characters.ts';
import { phoneGroups } from './codes.ts';
import { datesAt } from './dates.ts';
import { digitsEnd } from './names.ts';
import type { Numeral } from './numeral-model.ts';
import type { PhraseMatch } from './phrases.ts';
import { A, B } from './roles.ts';
import type { Scope } from './scope.ts';

/** *Figure 3*, *article 12*, *Nr.*: the label that makes a number a name. Where the labelled numbers end. */
export function labelBefore(scope: Scope, numeral: Numeral): number | undefined {
  // *cases halved*, *COP doubled*: a share or a multiple in words is no name.
  if (numeral.kind === 'multiple' || (numeral.kind !== undefined && numeral.form === 'words')) return undefined;
  const { text, lexicon } = scope;
  const at = skipSpaceBack(text, numeral.start);
  const match = lexicon.before.match(text, at, B.label);
  // The end of a word is no label of its own, unless the table says so (`-straße`).
  if (!match && !labelEnding(scope, at)) return undefined;
  let end = numeral.end;
  // *articles 3 et 5*, *Figures 3–5*
  for (let steps = 0; steps < 6; steps++) {
    const gap = skipSpace(text, end);
    const link = lexicon.after.match(text, gap, A.and | A.connector);
    const sign = folded[text.charCodeAt(gap)] === 0x2d || goesOnInList(scope, gap);
    if (!link && !sign) break;
    const next = skipSpace(text, link ? link.end : gap + 1);
    if (!isDigit(text, next) || (link && next === link.end && lexicon.spaced)) break;
    // *section 3.2, 14 June*
    if (datesAt(scope, next).length > 0) break;
    const to = digitsEnd(text, next);
    if (scope.after(to, A.percent | A.currency | A.noun | A.unit)) break;
    end = to;
  }
  // *Fax 12 34 56*
  return end + (citedPage(text, match, end) || phoneGroups(text, end));
}

/** *§§ 3, 4 und 7*: a comma before a number that is joined to the next one. */
function goesOnInList({ text, lexicon }: Scope, comma: number): boolean {
  const next = text[comma] === ',' ? /^, \d{1,3}(?=\s\p{L}+\s\d|, \d)/u.exec(text.slice(comma, comma + 24)) : null;
  if (!next) return false;
  const at = skipSpace(text, comma + next[0].length);
  return text[at] === ',' || lexicon.after.match(text, at, A.and | A.connector) !== undefined;
}

/** *BVerfGE 123, 267 (330)*: the page behind the volume of a series that is named by its letters. */
function citedPage(text: string, label: PhraseMatch | undefined, end: number): number {
  if (!label || !/\p{Lu}[\p{L}]*\p{Lu}/u.test(text.slice(label.start, label.end))) return 0;
  const page =
    /^, (?:S\. )?\d{1,4}(?: (?:\(\d{1,4}(?:[-–]\d{1,4})?(?: ff?\.)?\)|ff?\.))?(?![\p{L}\d%€$]|[.,]\d| [%€]| \p{Ll}{3})/u;
  return page.exec(text.slice(end, end + 30))?.[0].length ?? 0;
}

function labelEnding({ text, lexicon }: Scope, end: number): boolean {
  const endings = lexicon.labelEndings.get(end > 0 ? (folded[text.charCodeAt(end - 1)] as number) : 0);
  if (!endings) return false;
  const word = text.slice(Math.max(0, end - 40), end).toLowerCase();
  return endings.some((ending) => word.endsWith(ending));
}
