import type { SchemaKind } from '../../records/schema-docs.ts';
import type { FileView, ProjectView, RecordView } from '../views.ts';
import type { ClaimedElsewhere } from './claimed-elsewhere.ts';
import type { Cursor } from './cursor.ts';
import type { MapFrame } from './frames.ts';
import type { KnownNumbers } from './number-words.ts';

/** A file as it is being typed. */
export interface Draft {
  readonly kind: SchemaKind;
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The text now, which may be broken. */
  readonly text: string;
  /** The last view in which something could be read; its places may be those of a text before this one. */
  readonly view: RecordView | FileView | undefined;
  readonly project: ProjectView;
  readonly known: KnownNumbers;
  /** Paths of the files that may be articles. */
  readonly articles: () => Promise<readonly string[]>;
  /** What other records claim of an article, by its path. */
  readonly elsewhere: (article: string) => Promise<readonly ClaimedElsewhere[]>;
}

/** What somebody wants to type, and where. */
export interface Request {
  readonly draft: Draft;
  readonly cursor: Cursor;
}

/** The record as it was read last; undefined in other files. */
export const recordOf = ({ draft: { view } }: Request): RecordView | undefined =>
  view?.kind === 'record' ? view : undefined;

/** The path with a star in the place of every index: figures, star, unit. */
export const patternOf = (path: readonly (string | number)[]): string =>
  path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');

/** The figure, date, source or agency in which the cursor stands, as it is written now. */
export function entryOf({ cursor }: Request): MapFrame | undefined {
  return cursor.maps.find(({ path }) => path.length === 2 && typeof path[1] === 'number');
}

/** The text behind a key of a mapping, without its quotation marks; undefined where there is none. */
export function written(map: MapFrame | undefined, key: string): string | undefined {
  const text = map?.keys.get(key)?.text;
  const value = text?.replace(/^(["'])(.*)\1$/s, '$2');
  return value === '' ? undefined : value;
}

/** The id by which the check knows the claim at the cursor. */
export function claimId(request: Request): string | undefined {
  const entry = entryOf(request);
  if (!entry) return undefined;
  const [list, index] = entry.path;
  const kind = list === 'figures' ? 'figure' : list === 'dates' ? 'date' : 'source';
  return written(entry, 'id') ?? `${kind}-${Number(index) + 1}`;
}
