import { decodeStrictly } from '../text/decoding.ts';

/** The text of a table, and the encoding in which it was read. */
export interface TableText {
  readonly text: string;
  readonly encoding: string;
  /** The encoding was told from the bytes, where nothing in the file says it. */
  readonly guessed: boolean;
}

const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Reads the bytes of a table as Excel and its like write them: by the mark at the beginning, as UTF-8 where they are
 * that, else as the encoding of an older Windows: GB 18030 where the bytes beyond ASCII come in pairs, as Chinese text
 * has them, else Windows-1252.
 *
 * @param declared An encoding that the caller names; it goes before everything but a mark.
 * @returns undefined where the bytes are not in that encoding, or it is unknown
 */
export function decodeTable(bytes: Uint8Array, declared?: string): TableText | undefined {
  const mark = marks.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (mark) return strictly(bytes.subarray(mark[0].length), mark[1], false);
  if (declared !== undefined) return strictly(bytes, declared, false);
  return (
    strictly(bytes, 'utf-8', false) ??
    (comesInPairs(bytes) ? strictly(bytes, 'gb18030', true) : undefined) ??
    strictly(bytes, 'windows-1252', true)
  );
}

function strictly(bytes: Uint8Array, encoding: string, guessed: boolean): TableText | undefined {
  try {
    const { text } = decodeStrictly(bytes, encoding);
    // A text with a NUL is in another encoding than it seems, or no text.
    return text.includes('\0') ? undefined : { text, encoding, guessed };
  } catch {
    return undefined;
  }
}

/** Whether nearly all runs of bytes beyond ASCII have an even length: an accented letter stands alone, a character does not. */
function comesInPairs(bytes: Uint8Array): boolean {
  const runs = { even: 0, odd: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    const start = at;
    while ((bytes[at] ?? 0) >= 0x80) at += 1;
    if (at > start) runs[(at - start) % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  return runs.even > 9 * runs.odd;
}
