import type { Span } from '../text/span.ts';
import { classAt, LETTER, pastLetters, skipSpace, skipSpaceBack } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import { B } from './roles.ts';

/** What ends a clause. */
const clauseEnd = /^\s*(?:[.;!?。；！？]|$)/u;

/** The negation whose words end right before the offset: *not*, *pas*, *nicht*, 不; none that goes on as *not only*. */
export function negationBefore(text: string, offset: number, lexicon: Lexicon): Span | undefined {
  const end = skipSpaceBack(text, offset);
  // *ne* alone denies nothing: *ne … que*.
  const match = lexicon.before.match(text, end, lexicon.spaced ? B.farNegation : B.negation | B.farNegation);
  if (!match || lexicon.before.match(text, end, B.barrier)?.start === match.start) return undefined;
  const within = lexicon.spaced ? undefined : lexicon.before.match(text, offset + 1, B.barrier);
  return within && within.start < offset ? undefined : { start: match.start, end };
}

/** The negation with which the words from one offset to the other begin, with no comma and no *only* behind it. */
export function negationOpening(text: string, from: number, to: number, lexicon: Lexicon): Span | undefined {
  const start = skipSpace(text, from);
  if (/[,;:()，；：（）]/u.test(text.slice(start, to))) return undefined;
  let end = start;
  while (end < to && classAt(text, end) === LETTER) end++;
  const match = lexicon.spaced && end > start ? lexicon.before.match(text, end, B.farNegation) : undefined;
  if (match?.start !== start) return undefined;
  for (let at = end; at < to; at++) {
    const isWordEnd = classAt(text, at) === LETTER && classAt(text, at + 1) !== LETTER;
    // An article may also open a clause, *die*.
    const barrier = isWordEnd ? lexicon.before.match(text, at + 1, B.barrier | B.filler) : undefined;
    if (barrier && (barrier.roles & B.barrier) !== 0 && (barrier.roles & B.filler) === 0) return undefined;
  }
  return { start, end };
}

/** A negation right behind the offset with which its clause ends: *… schafft die 300 Stellen nicht.* */
export function negationClosing(text: string, offset: number, lexicon: Lexicon): Span | undefined {
  const start = skipSpace(text, offset);
  const end = pastLetters(text, start);
  if (end === start || !clauseEnd.test(text.slice(end, end + 2))) return undefined;
  const match = lexicon.before.match(text, end, B.farNegation);
  return match?.start === start ? { start, end } : undefined;
}
