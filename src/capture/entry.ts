import type { About } from '../articles/about.ts';
import { folderOf, relativePath } from '../records/layout.ts';
import { quoteInMarks } from '../records/quoting.ts';

/** A source as it is written into a record. */
export interface CapturedSource extends About {
  readonly id: string;
  /** Path of the file from the root of the repository, with `/`. */
  readonly path: string;
  readonly url: string;
  /** Day on which it was fetched. */
  readonly retrieved: string;
  readonly sha256: string;
  /** WHATWG label, where the page is not UTF-8. */
  readonly encoding?: string;
}

/** The entry under `sources:`, each line `indent` spaces in; `record` is the path of the record that it is for. */
export function sourceEntry(source: CapturedSource, record: string | undefined, indent = 2): string {
  const { id, title, publisher, published, language, url, retrieved, encoding, sha256 } = source;
  const keys: readonly (readonly [string, string | undefined])[] = [
    ['id', id],
    ['title', title],
    ['file', record === undefined ? source.path : relativePath(folderOf(record), source.path)],
    ['language', language],
    ['url', url],
    ['publisher', publisher],
    ['published', published],
    ['retrieved', retrieved],
    ['encoding', encoding],
    ['sha256', sha256],
  ];
  const lines = keys.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${scalar(value)}`]));
  const margin = ' '.repeat(indent);
  return lines.map((line, index) => `${margin}${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

/** Words that YAML takes for a text whatever stands around them; everything else is put in quotes. */
const plain = /^[\p{L}\d./](?:[\p{L}\p{M}\d./ _+,()’'«»„“”&;!?%-]*[\p{L}\p{M}\d./)»”!?%])?$/u;
const special = /^(?:true|false|null|yes|no|on|off|~|[-+.]?\d[\d._]*(?:e[-+]?\d+)?|0[xo][\da-f]*)$/i;

const scalar = (text: string): string =>
  (plain.test(text) && !special.test(text)) || /^https?:\/\/[^\s#"'{}[\],]+$/.test(text) ? text : quoteInMarks(text);
