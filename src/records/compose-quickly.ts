import { type Composition, composeWhole } from './compose.ts';
import { type NotEveryday, tryEveryday } from './everyday.ts';
import { lineEndOf } from './lines.ts';
import type { Problem } from './problem.ts';
import { type ListNode, type MapNode, relocate, type YamlNode } from './tree.ts';

/** Entries of one text that are read apart; with more of them the whole text is for the library. */
const mostApart = 4;

/** What stands in the place of an entry that is read apart. */
const standIn = '- a';

/** The key of the list in which it is read apart. */
const list = 'k';
const before = `${list}:\n`;

/** What goes on behind it there, as something else does in its own text. */
const nextEntry = '- s: s\n';
const nextKey = 't: t\n';

/** An entry of a list of the outermost mapping, from the beginning of its first line to that of the line behind it. */
interface Entry {
  readonly start: number;
  readonly end: number;
  /** Of its hyphen. */
  readonly column: number;
  readonly followedBy: 'entry' | 'key' | 'nothing';
}

/** An entry with what the library makes of it, all places those of the text. */
interface Apart extends Entry {
  readonly item: YamlNode;
  /** Ends of the list and the mapping around it, where nothing follows in them. */
  readonly listEnd: number;
  readonly rootEnd: number;
  readonly composition: Composition;
}

/** Parses a text into a tree: quickly what is written as nearly everything is, and by the library whatever is not. */
export const compose = (text: string): Composition => composeQuickly(text) ?? composeWhole(text);

/**
 * Reads a text in the everyday form. Where that form is left in a few entries of its lists, as in the figure that somebody
 * types at the moment, they alone are for the library.
 *
 * @returns What `composeWhole` returns (`test/records/everyday.test.ts` compares them), and undefined where it is left to that.
 */
export function composeQuickly(text: string): Composition | undefined {
  const apart: Apart[] = [];
  for (;;) {
    const reading = tryEveryday(withStandIns(text, apart));
    if ('root' in reading) return composed(text, reading.root, apart);
    const entry = apart.length < mostApart ? blamed(text, reading, apart) : undefined;
    const read = entry && readApart(text, entry);
    if (!read) return undefined;
    apart.push(read);
    apart.sort((a, b) => a.start - b.start);
  }
}

function withStandIns(text: string, apart: readonly Entry[]): string {
  if (apart.length === 0) return text;
  let out = '';
  let from = 0;
  const lineEnd = lineEndOf(text);
  for (const { start, end, column } of apart) {
    out += text.slice(from, start) + ' '.repeat(column) + standIn + lineEnd;
    from = end;
  }
  return out + text.slice(from);
}

/** Where an offset of the text with stand-ins stands in the text itself. */
function placeIn(text: string, apart: readonly Entry[]): (offset: number) => number {
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let by = 0;
  const { length } = lineEndOf(text);
  for (const { start, end, column } of apart) {
    const behind = start - by + column + standIn.length + length;
    by = end - behind;
    shifts.unshift({ from: behind, by });
  }
  return (offset) => offset + (shifts.find(({ from }) => offset >= from)?.by ?? 0);
}

/** The entry in which something is not everyday, unless it is read apart already. */
function blamed(text: string, { line, entry }: NotEveryday, apart: readonly Entry[]): Entry | undefined {
  if (entry === undefined) return undefined;
  const place = placeIn(text, apart);
  const first = entryFrom(text, place(entry));
  // What is wrong may be found only in the entry behind, as where a hyphen is all that is typed of it.
  const behind =
    first?.followedBy === 'entry' && place(line) >= first.end ? entryFrom(text, firstOf(text, first.end)) : undefined;
  return [first, behind].find((one) => one && !apart.some(({ start }) => start === one.start));
}

const firstOf = (text: string, line: number): number => {
  let at = line;
  while (text.charCodeAt(at) === 0x20) at++;
  return at;
};

/** The entry whose hyphen stands at an offset. */
function entryFrom(text: string, hyphen: number): Entry | undefined {
  const start = text.lastIndexOf('\n', hyphen - 1) + 1;
  const column = hyphen - start;
  for (let end = text.indexOf('\n', hyphen) + 1; end > 0; end = text.indexOf('\n', end) + 1) {
    const first = firstOf(text, end);
    const unit = text.charCodeAt(first);
    // An empty line and a comment belong to what stands above, as far as is known here.
    if (first - end > column || unit === 0x0a || unit === 0x0d || unit === 0x23) continue;
    if (first === text.length) break;
    if (first - end === column && unit === 0x2d && /^-[ \r\n]/.test(text.slice(first, first + 2)))
      return { start, end, column, followedBy: 'entry' };
    return first === end ? { start, end, column, followedBy: 'key' } : undefined;
  }
  return { start, end: text.length, column, followedBy: 'nothing' };
}

/**
 * Has the library read an entry in a list of its own. Undefined where that tells nothing of the text: where the entry does
 * not end before what follows it, as with a quotation mark that is not closed.
 */
function readApart(text: string, entry: Entry): Apart | undefined {
  const { start, end, column, followedBy } = entry;
  const behind = { entry: ' '.repeat(column) + nextEntry, key: nextKey, nothing: '' }[followedBy];
  const composition = composeWhole(before + text.slice(start, end) + behind);
  const { root, faults, problems, tooDeepAt } = composition;
  if (tooDeepAt !== undefined || root?.kind !== 'map') return undefined;
  const border = before.length + end - start;
  if (
    [...faults, ...problems].some((fault) => fault.end > border || (fault.end === border && followedBy !== 'nothing'))
  )
    return undefined;
  const keys = [...root.entries.keys()];
  if (keys.join() !== (followedBy === 'key' ? `${list},t` : list)) return undefined;
  const items = root.entries.get(list)?.value;
  if (items?.kind !== 'list' || items.flow) return undefined;
  const [item, next, ...others] = items.items;
  if (!item || others.length > 0 || (next !== undefined) !== (followedBy === 'entry')) return undefined;
  if (next && (next.kind !== 'map' || next.start !== border + column + 2 || next.entries.size !== 1)) return undefined;
  const at = (offset: number): number => offset - before.length + start;
  const [listEnd, rootEnd] = [at(items.end), at(root.end)];
  relocate(item, at);
  const moved = <T extends { readonly start: number; readonly end: number }>(place: T): T => ({
    ...place,
    start: at(place.start),
    end: at(place.end),
  });
  return {
    ...entry,
    item,
    listEnd,
    rootEnd,
    composition: {
      ...composition,
      faults: faults.map(moved),
      problems: problems.map((problem): Problem => moved(problem)),
    },
  };
}

/** The tree in the places of the text, with the entries that were read apart. */
function composed(text: string, root: MapNode, apart: readonly Apart[]): Composition {
  if (apart.length === 0) return { root, faults: [], problems: [], odd: false };
  relocate(root, placeIn(text, apart));
  // A stand-in is a letter behind the hyphen of its entry.
  const entries = new Map(apart.map((one) => [one.start + one.column + 2, one]));
  for (const { value } of root.entries.values()) {
    if (value.kind !== 'list' || value.flow) continue;
    value.items.forEach((item, index) => {
      const entry = entries.get(item.start);
      if (entry) putIn(root, value, index, entry);
    });
  }
  const of = <T>(pick: (composition: Composition) => readonly T[]): T[] =>
    apart.flatMap((one) => pick(one.composition));
  return {
    root,
    faults: of(({ faults }) => faults),
    problems: of(({ problems }) => problems),
    odd: apart.some(({ composition }) => composition.odd),
  };
}

function putIn(root: MapNode, list: ListNode, index: number, { item, followedBy, listEnd, rootEnd }: Apart): void {
  list.items[index] = item;
  list.json[index] = item.json;
  if (followedBy !== 'entry') list.end = listEnd;
  if (followedBy === 'nothing') root.end = rootEnd;
}
