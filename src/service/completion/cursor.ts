import type { Span } from '../../text/span.ts';
import type { MapFrame, Path } from './frames.ts';

/**
 * Where in a YAML text somebody types, told from indentation and brackets alone, for the text need not be YAML at that
 * moment: `unit:` without a value, a quotation mark that is not closed yet, the first letters of a key.
 */
export interface Cursor {
  /**
   * `key`: a key of a mapping that has others; `value`: behind the colon of a key; `node`: the beginning of whatever
   * stands at the path (the first key of a mapping, or a value): behind a dash, on the line below a key, within brackets;
   * `text`: in a block of text or on a further line of a value.
   */
  readonly at: 'key' | 'value' | 'node' | 'text';
  /** Of the mapping for a key; of what is typed for the others. */
  readonly path: Path;
  /** What is typed so far: from the beginning of the word or value to the cursor. */
  readonly typed: string;
  /** What a choice replaces; lies on one line. */
  readonly replace: Span;
  /** The mappings around it, innermost first; for a key the one that it belongs to. */
  readonly maps: readonly MapFrame[];
  /** Within brackets, where a block cannot stand. */
  readonly flow: boolean;
  /** A colon or a dash stands directly before it, so that a space must be written first. */
  readonly wantsSpace: boolean;
  /** A colon stands behind the key already. */
  readonly hasColon: boolean;
  /** Column of the keys beside it, or of the words of a block: where further lines begin. */
  readonly column: number;
  /** It stands on a line below a key, where a list would begin with a dash. */
  readonly below: boolean;
}
