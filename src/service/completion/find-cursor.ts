import { maxNesting } from '../../records/limits.ts';
import type { Cursor } from './cursor.ts';
import { cursorInFlow, flowEnd } from './flow.ts';
import { enterKey, type Frame, listFrame, mapFrame, type Path, pathInside } from './frames.ts';
import { type Row, rowsOf } from './row.ts';

/** A value that may go on: rows that are indented deeper than `column` belong to it. */
interface Open {
  readonly column: number;
  readonly path: Path;
}

/** Where the cursor stands; undefined in a comment, and where nothing can be typed. Takes any text. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  let cursor: Cursor | undefined;
  let frames: Frame[] = [mapFrame([], 0, false)];
  let open: Open | undefined;
  let behindBrackets = 0;
  for (const row of rowsOf(text)) {
    if (row.start < behindBrackets) continue;
    const holds = row.start <= offset && offset <= row.end;
    if (holds && open && textColumn(row, offset) > open.column) return inText(text, row, offset, open, frames);
    if (holds && offset > row.comment) return undefined;
    const isText = open !== undefined && row.indent > open.column;
    // What is nested deeper is no record, and nothing is offered in it.
    if (frames.length > maxNesting) return undefined;
    if (!row.blank && !isText && !isMark(text, row)) {
      frames = enter(text, row, frames);
      if (cursor?.at === 'node' && row.start > offset) cursor = withKeysBelow(cursor, top(frames));
      const first = row.key ? row.column : (row.dashes.at(-1) ?? row.column);
      const brackets = flowEnd(text, row.value.start, first);
      open = row.value.end > row.value.start ? { column: first, path: pathInside(top(frames)) } : undefined;
      if (brackets) {
        open = undefined;
        behindBrackets = brackets.end;
        const span = { start: row.value.start, end: brackets.end };
        const isWithin = span.start < offset && (offset < span.end || (offset === span.end && !brackets.closed));
        if (isWithin) cursor = cursorInFlow(text, span, offset, frames, first);
        if (isWithin) continue;
      }
    }
    if (holds) cursor = inRow(text, row, offset, frames);
  }
  return cursor;
}

/** An entry that begins with an empty line behind its dash may have keys all the same. */
function withKeysBelow(cursor: Cursor, frame: Frame): Cursor {
  if (frame.kind !== 'map' || frame === cursor.maps[0] || frame.path.join('/') !== cursor.path.join('/')) return cursor;
  return { ...cursor, maps: [frame, ...cursor.maps], column: frame.column };
}

/** The column that tells whether a row belongs to a text above it; on an empty one that of the cursor. */
const textColumn = (row: Row, offset: number): number => (row.blank ? offset - row.start : row.indent);

/** `---`, `...` and directives say nothing about keys. */
const isMark = (text: string, row: Row): boolean => /^(?:---|\.\.\.|%)/.test(text.slice(row.start, row.start + 3));

const top = (frames: readonly Frame[]): Frame => frames[frames.length - 1] as Frame;

/** The frames behind a row, with what begins on it. */
function enter(text: string, row: Row, before: readonly Frame[]): Frame[] {
  const frames = stillOpen(before, row.indent, row.dashes.length > 0);
  for (const dash of row.dashes) {
    let list = top(frames);
    if (list.kind !== 'list' || list.column !== dash) {
      list = listFrame(pathInside(list), dash, false);
      frames.push(list);
    }
    list.index += 1;
  }
  if (!row.key) return frames;
  let map = top(frames);
  if (map.kind !== 'map' || map.column !== row.column) {
    map = mapFrame(pathInside(map), row.column, false);
    frames.push(map);
  }
  enterKey(map, row.key, row.value, text.slice(row.value.start, row.value.end));
  return frames;
}

/** The frames without those that end before a row with this indentation. */
function stillOpen(frames: readonly Frame[], indent: number, hasDash: boolean): Frame[] {
  const kept = [...frames];
  for (let last = top(kept); kept.length > 1; last = top(kept)) {
    if (last.column < indent || (last.column === indent && (last.kind === 'map' || hasDash))) break;
    kept.pop();
  }
  return kept;
}

/** A cursor in block style with what most of them have. */
const inBlock = (
  frames: readonly Frame[],
  cursor: Pick<Cursor, 'at' | 'path' | 'typed' | 'replace' | 'column'> & Partial<Cursor>,
): Cursor => ({
  maps: frames.filter((frame) => frame.kind === 'map').reverse(),
  flow: false,
  wantsSpace: false,
  hasColon: false,
  below: false,
  ...cursor,
});

/** In a block of text, or on a further line of a value. */
function inText(text: string, row: Row, offset: number, { path }: Open, frames: readonly Frame[]): Cursor {
  const start = Math.min(row.start + row.indent, offset);
  const replace = { start, end: row.end };
  return inBlock(frames, { at: 'text', path, typed: text.slice(start, offset), replace, column: start - row.start });
}

/** On a row whose keys and dashes the frames hold already. */
function inRow(text: string, row: Row, offset: number, frames: readonly Frame[]): Cursor | undefined {
  const { key, value } = row;
  if (!key && row.dashes.length === 0) return onBareRow(text, row, offset, frames);
  const last = top(frames);
  if (key && offset >= key.start && offset <= key.end) {
    const typed = text.slice(key.start, offset);
    const replace = { start: key.start, end: key.end };
    return inBlock(frames, { at: 'key', path: last.path, typed, replace, hasColon: true, column: row.column });
  }
  const mark = key ? text.lastIndexOf(':', value.start) : row.start + (row.dashes.at(-1) ?? 0);
  if (offset <= mark) return undefined;
  const start = Math.min(value.start, offset);
  const typed = text.slice(start, offset);
  // Of an empty value the end is that of the space behind it, which a comment needs.
  const replace = { start, end: value.end > value.start ? Math.max(offset, value.end) : offset };
  const column = key ? row.column : Math.max(start, mark + 2) - row.start;
  const wantsSpace = start === mark + 1;
  return inBlock(frames, { at: key ? 'value' : 'node', path: pathInside(last), typed, replace, column, wantsSpace });
}

/** On a row on which nothing stands, or letters that are no key yet. */
function onBareRow(text: string, row: Row, offset: number, before: readonly Frame[]): Cursor {
  const start = row.blank ? offset : Math.min(row.value.start, offset);
  const column = start - row.start;
  const frames = stillOpen(before, column, false);
  const last = top(frames);
  const lost = before[frames.length];
  const typing = { typed: text.slice(start, offset), replace: { start, end: Math.max(offset, row.value.end) }, column };
  if (last.kind === 'map' && last.column === column) return inBlock(frames, { at: 'key', path: last.path, ...typing });
  // Keys of an entry that stand a little further to the right are those that are meant.
  if (last.kind === 'list' && lost?.kind === 'map')
    return inBlock([...frames, lost], { at: 'key', path: lost.path, ...typing });
  return inBlock(frames, { at: 'node', path: pathInside(last), below: last.kind === 'map', ...typing });
}
