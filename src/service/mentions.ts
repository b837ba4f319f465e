import { foldNames, holdsName } from '../checks/fold-names.ts';
import type { Agency } from '../records/model.ts';
import type { Span } from '../text/span.ts';

/** A text folded for looking up names, with the way back to its offsets. */
export interface NamesIndex {
  readonly folded: string;
  /** For each unit of `folded`, the offset in the text of the character that it comes from. */
  readonly offsets: Uint32Array;
  /** For each unit of `folded`, the offset behind that character. */
  readonly ends: Uint32Array;
}

/** Folds as `agency/not-mentioned` does, character by character, so that a place can be told. */
export function indexNames(text: string): NamesIndex {
  let folded = '';
  const offsets: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldNames(character);
    const isGap = plain === ' ';
    if (!(isGap && folded.endsWith(' '))) {
      for (let i = 0; i < plain.length; i++) {
        offsets.push(at);
        ends.push(at + character.length);
      }
      folded += plain;
    }
    at += character.length;
  }
  return { folded, offsets: Uint32Array.from(offsets), ends: Uint32Array.from(ends) };
}

/** Every name and alias of an agency, in every language. */
export const namesOf = ({ names, aliases }: Agency): string[] => [
  ...Object.values(names),
  ...Object.values(aliases).flat(),
];

/** Where an agency is named, in the order of the text; where one name holds another, the longer counts. */
export function mentionsOf(agency: Agency, { folded, offsets, ends }: NamesIndex): Span[] {
  const found: Span[] = [];
  const names = namesOf(agency)
    .map((name) => foldNames(name).trim())
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  for (const name of names) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      // The same test of borders as the rule has, on the name and one character on either side.
      if (!holdsName(folded.slice(Math.max(0, at - 1), at + name.length + 1), name)) continue;
      const span = { start: offsets[at] ?? 0, end: ends[at + name.length - 1] ?? 0 };
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
