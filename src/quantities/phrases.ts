import { classes, DIGIT, LETTER } from './characters.ts';
import type { Phrase } from './language.ts';

/** All the spellings that a phrase of a table stands for: `(mehr|über) als` is two, `milliard(s)` is two. */
export function spellings(phrase: Phrase): string[] {
  const open = phrase.indexOf('(');
  if (open < 0) return [phrase];
  let depth = 0;
  let close = -1;
  const borders = [open];
  for (let i = open; i < phrase.length; i++) {
    if (phrase[i] === '(') depth++;
    else if (phrase[i] === '|' && depth === 1) borders.push(i);
    else if (phrase[i] === ')' && --depth === 0) {
      close = i;
      break;
    }
  }
  if (close < 0) throw new Error(`A parenthesis of the phrase "${phrase}" is not closed.`);
  borders.push(close);
  const choices = borders.slice(1).map((border, i) => phrase.slice((borders[i] as number) + 1, border));
  if (choices.length === 1) choices.push('');
  const head = phrase.slice(0, open);
  const tail = phrase.slice(close + 1);
  return choices.flatMap((choice) => spellings(head + choice + tail));
}

/**
 * The role of a longer word inside which no phrase counts (签约 is not 约). It stands in every trie, and where it is the
 * longest match nothing is found.
 */
export const WHOLE = 1 << 30;

/** What a phrase means: its role, one bit of a trie's own set, and the data that the role carries. */
export interface Sense<T = unknown> {
  readonly role: number;
  readonly data: T;
}

export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  /** Those of the wanted roles that the phrase has, at least one. */
  readonly roles: number;
  /** All that the phrase means, in other roles too. */
  readonly allSenses: readonly Sense[];
}

/** Data of the first sense in that role, where the role was wanted. */
export function dataOf<T>(match: PhraseMatch, role: number): T | undefined {
  if ((match.roles & role) === 0) return undefined;
  const { allSenses } = match;
  for (let i = 0; i < allSenses.length; i++) {
    const sense = allSenses[i] as Sense;
    if (sense.role === role) return sense.data as T;
  }
  return undefined;
}

/** Whether no word and no number runs across `offset`. */
export function isBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const kind = classes[text.charCodeAt(offset - 1)];
  return kind !== classes[text.charCodeAt(offset)] || (kind !== LETTER && kind !== DIGIT);
}
