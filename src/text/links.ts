/** Where the words of a Markdown link end: `[words](address)`. */
export interface LinkEnd {
  /** Offset of the closing bracket. */
  readonly close: number;
  /** Offset behind the closing parenthesis. */
  readonly end: number;
}

/** Longer words or addresses are not taken for a link. */
const longestWords = 500;
const longestAddress = 2000;

/**
 * The link whose opening bracket stands at `at`; undefined where none does. An address has no white space and a `/`,
 * `#`, `.` or `:` in it, so that `[sic](p)` stays what it is. Every search stops at the next bracket, which keeps a
 * text of brackets alone linear.
 */
export function linkAt(text: string, at: number): LinkEnd | undefined {
  if (text.charCodeAt(at) !== 0x5b) return undefined;
  const close = closing(text, at + 1);
  if (close < 0 || text.charCodeAt(close + 1) !== 0x28) return undefined;
  let depth = 0;
  let isAddress = false;
  for (let next = close + 1; next < text.length && next - close < longestAddress; next += 1) {
    const char = text.charAt(next);
    if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return isAddress ? { close, end: next + 1 } : undefined;
    } else if (char === '[' || /\s/.test(char)) return undefined;
    else if (char === '/' || char === '#' || char === '.' || char === ':') isAddress = true;
  }
  return undefined;
}

function closing(text: string, from: number): number {
  for (let next = from; next < text.length && next - from < longestWords; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 0x5d) return next;
    if (code === 0x5b) return -1;
  }
  return -1;
}

/** Longer names of footnotes are not taken for such. */
const longestNote = 40;

/** End of the mark of a Markdown footnote that begins at `at`: `[^1]`, but not the note's own `[^1]:`. */
export function noteMarkEnd(text: string, at: number): number | undefined {
  if (!text.startsWith('[^', at)) return undefined;
  const close = closing(text, at + 1);
  const isName = close > at + 2 && close - at <= longestNote && !/\s/.test(text.slice(at, close));
  return isName && text.charAt(close + 1) !== ':' ? close + 1 : undefined;
}
