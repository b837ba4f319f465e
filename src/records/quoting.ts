/** Columns at which a long quote is broken into lines. */
const width = 100;

/**
 * A quote as YAML that reads back to the same text: `>-` and the text on lines of its own, `indent` spaces in, folded at
 * about 100 columns. A text that a folded block cannot carry (line ends, spaces at its ends, control characters) comes
 * in double quotes instead. What is returned stands directly behind `quote: `.
 */
export function quoteAsBlock(quote: string, indent: number, lineEnd = '\n'): string {
  if (!fitsBlock(quote)) return quoteInMarks(quote);
  const margin = ' '.repeat(Math.max(1, indent));
  return `>-${folded(quote, width - margin.length)
    .map((line) => lineEnd + margin + line)
    .join('')}`;
}

/** A text in double quotes, for places where a block cannot stand (within brackets) or would be too much (a unit). */
export function quoteInMarks(text: string): string {
  // JSON's escapes are YAML's; beyond them YAML wants its line separators and every unprintable character escaped.
  return JSON.stringify(text).replace(unprintable, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** Spaces at the ends, control characters, line separators, lone surrogates and what is no character. */
const unfit = /^\s|\s$|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/u;

const fitsBlock = (quote: string): boolean => quote !== '' && !unfit.test(quote);

/**
 * Breaks a text at single spaces only: YAML turns such a line end back into that space, and takes lines that begin with
 * a space as they are.
 */
function folded(text: string, columns: number): string[] {
  const limit = Math.max(40, columns);
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const at = lastBreak(text, start, start + limit) ?? firstBreak(text, start + limit);
    if (at === undefined) break;
    lines.push(text.slice(start, at));
    start = at + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

function lastBreak(text: string, start: number, limit: number): number | undefined {
  for (let at = limit; at > start; at--) if (breaksAt(text, at)) return at;
  return undefined;
}

function firstBreak(text: string, from: number): number | undefined {
  for (let at = from; at < text.length - 1; at++) if (breaksAt(text, at)) return at;
  return undefined;
}

const breaksAt = (text: string, at: number): boolean =>
  text[at] === ' ' && !isBlank(text[at - 1]) && !isBlank(text[at + 1]);

const isBlank = (unit: string | undefined): boolean => unit === undefined || unit === ' ' || unit === '\t';
