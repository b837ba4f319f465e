import type { PolicyRecord } from '../records/model.ts';
import { readRecord } from '../records/read.ts';
import { type CapturedSource, sourceEntry } from './entry.ts';

export interface InsertedSource {
  /** The whole record, with the source. */
  readonly text: string;
  readonly id: string;
  /** What was put in, and where in the old text. */
  readonly at: number;
  readonly entry: string;
}

export type Inserted = InsertedSource | /** The end of a sentence about the record. */ { readonly failure: string };

/**
 * A record with one more source, every other byte as it was: behind its last source, or before its claims where it has
 * none. Where the list is written in brackets there is no place for lines, and nothing is inserted.
 */
export function insertSource(path: string, text: string, source: CapturedSource): Inserted {
  const { record, problems } = readRecord(path, text);
  if (!record) return { failure: 'cannot be read as a record; mend it first, or paste the entry by hand' };
  const id = freeId(source.id, record);
  const place = placeFor(record);
  if (!place) return { failure: 'writes its sources in brackets; paste the entry by hand' };
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, place.at);
  const gap = before === '' || /[\r\n]$/.test(before) ? '' : '\n';
  const lines = `${gap}${place.head}${sourceEntry({ ...source, id }, path, place.indent)}`;
  const entry = lines.replaceAll('\n', lineEnd);
  const changed = `${before}${entry}${text.slice(place.at)}`;
  const again = readRecord(path, changed);
  const isRight =
    again.record?.sources.length === record.sources.length + 1 &&
    again.problems.length <= problems.length &&
    again.record.sources.some((one) => one.id.value === id && one.url?.value === source.url);
  return isRight
    ? { text: changed, id, at: place.at, entry }
    : { failure: 'would not be read rightly with one more source; paste the entry by hand' };
}

function freeId(wanted: string, { sources }: PolicyRecord): string {
  const taken = new Set(sources.map(({ id }) => id.value));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}

interface Place {
  readonly at: number;
  readonly indent: number;
  readonly head: string;
}

function placeFor({ text, sources }: PolicyRecord): Place | undefined {
  const key = /^sources:[ \t]*(.*)$/m.exec(text);
  const last = sources[sources.length - 1];
  if (!key) return { at: claimsStart(text), indent: 2, head: 'sources:\n' };
  if (!last) return undefined;
  const line = text.lastIndexOf('\n', last.start - 1) + 1;
  const [, indent] = /^([ ]*)-\s/.exec(text.slice(line)) ?? [];
  if (indent === undefined) return undefined;
  return { at: endOfItem(text, last.end), indent: indent.length, head: '' };
}

/** Offset of the line behind the last one that an item stands on. */
function endOfItem(text: string, end: number): number {
  // A block of text ends behind its line break.
  if (text.charAt(end - 1) === '\n') return end;
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at + 1;
}

function claimsStart(text: string): number {
  const claims = /^(?:dates|figures|note):/m.exec(text);
  return claims ? claims.index : text.length;
}
