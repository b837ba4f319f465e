import type { Located, Span } from '../../text/span.ts';

/** Keys and zero-based indexes from the root of a file to a place in it. */
export type Path = readonly (string | number)[];

/** A key of a mapping with the text behind its colon, as it is written on that line. */
export interface WrittenKey {
  readonly key: Located<string>;
  readonly text: string;
  readonly value: Span;
}

/** A mapping as far as lines and brackets show it; its keys are whole when the text was gone through. */
export interface MapFrame {
  readonly kind: 'map';
  readonly path: Path;
  /** Column of its keys; in brackets that of the line on which the brackets open. */
  readonly column: number;
  readonly flow: boolean;
  readonly keys: Map<string, WrittenKey>;
  /** The key that was written last. */
  current?: string;
}

export interface ListFrame {
  readonly kind: 'list';
  readonly path: Path;
  /** Column of its dashes. */
  readonly column: number;
  readonly flow: boolean;
  /** Of the entry that was begun last; -1 before the first. */
  index: number;
}

export type Frame = MapFrame | ListFrame;

export const mapFrame = (path: Path, column: number, flow: boolean): MapFrame => ({
  kind: 'map',
  path,
  column,
  flow,
  keys: new Map(),
});

export const listFrame = (path: Path, column: number, flow: boolean): ListFrame => ({
  kind: 'list',
  path,
  column,
  flow,
  index: -1,
});

/** The path of what stands in a frame now: the entry of a list, the value of the last key of a mapping. */
export function pathInside(frame: Frame): Path {
  if (frame.kind === 'list') return [...frame.path, Math.max(0, frame.index)];
  return frame.current === undefined ? frame.path : [...frame.path, frame.current];
}

/** Enters a key; where it stands twice, the first one counts. */
export function enterKey(frame: MapFrame, key: Located<string>, value: Span, text: string): void {
  frame.current = key.value;
  if (!frame.keys.has(key.value)) frame.keys.set(key.value, { key, value, text });
}
