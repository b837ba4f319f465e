import { Exact } from '../quantities/exact.ts';
import type { Fix } from '../records/problem.ts';

/** What a file says and what is to be mended in it. */
export interface Reading {
  /** What was read; compared by `meaningOf`. Undefined where the file cannot be read at all. */
  readonly content: unknown;
  readonly complaints: readonly { readonly fix?: Fix }[];
}

/** A file with its safe fixes made. */
export interface Fixed {
  readonly text: string;
  /** What was done, in the order in which it was done. */
  readonly titles: readonly string[];
}

/** Rounds after which a text is left as it is: fixes that undo each other, or grow the text, end here. */
const maxRounds = 10;

/**
 * Makes every safe fix of a file: those that do not touch each other at once, the others in further rounds, since what is
 * mended may show what else is wrong. A fix is kept only if the file is read as before, place apart: whatever it calls
 * itself, none may change what a record says.
 *
 * @param read Reads the text anew; pure.
 */
export function fixSafely(text: string, read: (text: string) => Reading): Fixed {
  const first = read(text);
  const meaning = meaningOf(first.content);
  const holds = (reading: Reading): boolean => first.content === undefined || meaningOf(reading.content) === meaning;
  const refused = new Set<string>();
  const titles: string[] = [];
  let now = { text, reading: first };
  for (let round = 0; round < maxRounds; round += 1) {
    const fixes = apart(safeFixes(now.reading), now.text, refused);
    if (fixes.length === 0) break;
    let made = fixes;
    let next = madeIn(now.text, made, read);
    if (!holds(next.reading)) {
      made = [];
      for (const fix of fixes) {
        if (holds(madeIn(now.text, [...made, fix], read).reading)) made = [...made, fix];
        else refused.add(nameOf(fix, now.text));
      }
      next = madeIn(now.text, made, read);
    }
    if (next.text === now.text) continue;
    titles.push(...made.map(({ title }) => title));
    now = next;
  }
  return { text: now.text, titles };
}

const safeFixes = ({ complaints }: Reading): readonly Fix[] =>
  complaints.flatMap(({ fix }) => (fix?.safe && fix.edits.length > 0 ? [fix] : []));

/** The fixes, in the order of the text, that do not touch one before them; two insertions in one place do. */
function apart(fixes: readonly Fix[], text: string, refused: ReadonlySet<string>): readonly Fix[] {
  const taken: { readonly start: number; readonly end: number }[] = [];
  return [...fixes]
    .sort((a, b) => firstStart(a) - firstStart(b))
    .filter((fix) => {
      if (refused.has(nameOf(fix, text))) return false;
      const isFree = fix.edits.every((edit) => taken.every(({ start, end }) => edit.end < start || end < edit.start));
      if (isFree) taken.push(...fix.edits);
      return isFree;
    });
}

const firstStart = ({ edits }: Fix): number => Math.min(...edits.map(({ start }) => start));

/** A fix by what it does, since its place moves from round to round. */
const nameOf = ({ title, edits }: Fix, text: string): string =>
  JSON.stringify([title, edits.map(({ start, end, newText }) => [text.slice(start, end), newText])]);

function madeIn(text: string, fixes: readonly Fix[], read: (text: string) => Reading) {
  const fixed = edited(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
  return { text: fixed, reading: read(fixed) };
}

/** The text with edits made, which must not overlap. */
export function edited(text: string, edits: Fix['edits']): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end < start || end > text.length) throw new Error('the edits of a fix overlap');
    pieces.push(text.slice(at, start), newText);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** Keys of what was read that say where it stands or how it is written, and not what it says. */
const places: ReadonlySet<string> = new Set(['start', 'end', 'text', 'kindSpan', 'rulePlaces']);

/** What a file says, as one text that can be compared. */
const meaningOf = (content: unknown): string =>
  JSON.stringify(content, (key, value: unknown) => {
    if (places.has(key)) return undefined;
    return value instanceof Exact ? value.toString() : value;
  }) ?? '';
