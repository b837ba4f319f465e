import type { Composition } from './compose.ts';
import { compose } from './compose-quickly.ts';
import { findFlatBlocks, findMisindented, findTabs } from './indentation.ts';
import type { Fix, Problem } from './problem.ts';
import { findColons, findHyphens } from './separators.ts';
import { findBites, type Slip } from './slips.ts';
import { relocate } from './tree.ts';

/** Each kind of slip, in the order in which one may hide another; a tab is as wide as the lines around it want. */
const finders = [
  (text: string) => findTabs(text, 2),
  (text: string) => findTabs(text, 4),
  findHyphens,
  findColons,
  findFlatBlocks,
  findBites,
  findMisindented,
];

type Mapping = (offset: number) => number;

/**
 * Reads a text that is not quite YAML as it was meant: each kind of slip is looked for in turn, put right in a copy, and
 * kept where the copy reads better. The tree and all problems stand in the places of the text as it was written.
 */
export function composeRepaired(text: string): Composition & { readonly slips: readonly Slip[] } {
  const slips: Slip[] = [];
  const mappings: Mapping[] = [];
  const back: Mapping = (offset) => mappings.reduceRight((place, mapping) => mapping(place), offset);
  let current = text;
  if (text.startsWith('\ufeff')) {
    // The library takes a list behind a byte order mark for an error.
    current = text.slice(1);
    mappings.push((offset) => offset + 1);
  }
  let best = compose(current);
  for (const find of finders) {
    if (!isSuspicious(best)) break;
    const found = find(current);
    if (found.length === 0) continue;
    const edited = applied(current, found);
    const next = compose(edited.text);
    if (!isBetter(next, best)) continue;
    for (const slip of found) slips.push(moved(slip, back));
    mappings.push(edited.back);
    current = edited.text;
    best = next;
  }
  if (mappings.length === 0) return { ...best, slips };
  if (best.tooDeepAt !== undefined) return { ...best, slips, tooDeepAt: back(best.tooDeepAt) };
  if (best.root) relocate(best.root, back);
  return {
    ...best,
    faults: best.faults.map((fault) => ({ ...fault, start: back(fault.start), end: back(fault.end) })),
    problems: best.problems.map((problem) => moved(problem, back)),
    slips,
  };
}

const isSuspicious = (composition: Composition): boolean =>
  composition.faults.length > 0 || composition.problems.length > 0 || composition.odd;

const isBetter = (next: Composition, best: Composition): boolean =>
  next.tooDeepAt === undefined &&
  next.root !== undefined &&
  next.faults.length <= best.faults.length &&
  (next.faults.length < best.faults.length || next.problems.length < best.problems.length || (best.odd && !next.odd));

function moved<T extends Problem>(problem: T, back: Mapping): T {
  const fix = problem.fix && movedFix(problem.fix, back);
  return { ...problem, start: back(problem.start), end: back(problem.end), ...(fix && { fix }) };
}

const movedFix = (fix: Fix, back: Mapping): Fix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, start: back(edit.start), end: back(edit.end) })),
});

/** The text with every fix made, and where its offsets stand in the text without them. */
function applied(text: string, slips: readonly Slip[]): { text: string; back: Mapping } {
  const edits = slips.flatMap((slip) => slip.fix.edits).sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  /** Stretches of the new text: from `start` on they stand at `source`, or, where `replaces` is set, in its place. */
  const stretches: { start: number; source: number; replaces?: number }[] = [];
  let length = 0;
  let from = 0;
  const push = (piece: string, source: number, replaces?: number): void => {
    stretches.push({ start: length, source, ...(replaces !== undefined && { replaces }) });
    pieces.push(piece);
    length += piece.length;
  };
  for (const edit of edits) {
    if (edit.start < from) continue;
    push(text.slice(from, edit.start), from);
    // The space before a value is no part of it.
    const space = edit.newText.startsWith(' ') && text[edit.start] === ' ' ? 1 : 0;
    if (space) push(' ', edit.start);
    push(edit.newText.slice(space), edit.start + space, edit.end);
    from = edit.end;
  }
  push(text.slice(from), from);
  return {
    text: pieces.join(''),
    back: (offset) => {
      let low = 0;
      let high = stretches.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const stretch = stretches[low];
      if (!stretch) return offset;
      if (stretch.replaces === undefined) return stretch.source + offset - stretch.start;
      return offset === stretch.start ? stretch.source : stretch.replaces;
    },
  };
}
