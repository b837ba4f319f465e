import { classAt, DIGIT, IDEOGRAPH, LETTER, skipSpace, skipSpaceBack } from './characters.ts';
import { dataOf } from './phrases.ts';
import { B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** How far behind a denied number its contrast may stand, how far behind that the right number, and how many little words before it. */
const reach = { contrast: 40, number: 16, fillers: 2 };

/** Whether the text says that the number from `start` to `end` is not right and gives another: *not 45 but 54*, *54 and not 45*. */
export function isDenied(scope: Scope, start: number, end: number): boolean {
  const { text, lexicon } = scope;
  const joint = scope.before(start, B.barrier);
  if (joint && dataOf(joint, B.barrier) === 'denied')
    return /\d[^.;!?。；！？]*$/u.test(text.slice(Math.max(0, joint.start - 40), joint.start));
  let at = skipSpaceBack(text, start);
  for (let step = 0; step <= reach.fillers; step++) {
    const match = lexicon.before.match(text, at, B.negation | B.filler);
    if (!match) return false;
    if (dataOf(match, B.negation) !== undefined) return contrastBehind(scope, end);
    // *not only 300 schools but*
    if (lexicon.before.match(text, at, B.barrier)?.start === match.start) return false;
    at = skipSpaceBack(text, match.start);
  }
  return false;
}

/** How many words may stand between a negation and its date, and what parts them. */
const wordsBeforeDate = 7;

/** *did not take effect on 1 March but on 1 May*, *on 1 May and not on 1 March*: the text gives another date for it. */
export function isDeniedDate(scope: Scope, start: number, end: number): boolean {
  const { text, lexicon } = scope;
  let contrasted: boolean | undefined;
  let at = skipSpaceBack(text, start);
  for (let words = 0; words < wordsBeforeDate && at > 0; words++) {
    const match = lexicon.before.match(text, at, B.negation | B.barrier);
    if (match && dataOf(match, B.barrier) === 'denied') return words < 3;
    if (match && dataOf(match, B.negation) !== undefined) {
      contrasted ??= contrastBehind(scope, end);
      return contrasted && lexicon.before.match(text, skipSpaceBack(text, at), B.barrier)?.start !== match.start;
    }
    let from = at - 1;
    if (classAt(text, from) === LETTER && lexicon.spaced) while (classAt(text, from - 1) === LETTER) from--;
    else if (classAt(text, from) !== IDEOGRAPH) return false;
    at = skipSpaceBack(text, from);
  }
  return false;
}

/** Whether a word of contrast with a number stands behind the offset in the same sentence. */
function contrastBehind({ text, lexicon }: Scope, end: number): boolean {
  for (let i = end; i < end + reach.contrast && i < text.length; i++) {
    if (isSign(text, i, SIGNS.clauseEnd) || classAt(text, i) === DIGIT) return false;
    const match = lexicon.number.match(text, i, N.contrast);
    if (!match || (lexicon.spaced && classAt(text, i - 1) === classAt(text, i))) continue;
    const behind = text.slice(skipSpace(text, match.end), match.end + reach.number);
    return /^[^.,;!?。，；！？\d]*\d/u.test(behind);
  }
  return false;
}
