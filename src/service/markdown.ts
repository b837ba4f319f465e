import type { Span } from '../text/span.ts';

/**
 * Texts of others stay text in Markdown: every sign that could make a link, an image, HTML, an icon (`$(…)`) or a table
 * of it is escaped, as CommonMark 0.31 allows for any ASCII punctuation; control and bidirectional signs are shown.
 */
export const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, (signs) =>
      /^\s+$/.test(signs) ? ' ' : [...signs].map(named).join(''),
    )
    .replace(/[\\`*_{}[\]<>()#+!|~$&@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^(\s*)([-=])/, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s|$)/, '$1\\.')
    .replace(/\s+/g, ' ');

/** Joiners and soft hyphens are part of how words are written; everything else that cannot be seen is named. */
function named(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (/\s/.test(sign)) return ' ';
  if (code === 0x200c || code === 0x200d || code === 0xad) return sign;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Text in a fixed-width font, in fences that are longer than any run of backticks in it. */
export function code(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') || line.trim() === '' ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

export const bold = (text: string): string => (text.trim() === '' ? '' : `**${escaped(text).trim()}**`);

/** A link to an address of our own making, or to a web page; any other address of a file stays text. */
export function link(words: string, target: string): string {
  const safe = /^(?:https?|file|vscode-[a-z-]+|untitled|memfs):/i.test(target);
  return safe ? `[${escaped(words)}](<${target.replace(/[<>\s\\]/g, encodeURIComponent)}>)` : escaped(words);
}

/** A piece of an article as a quotation, with some places of it in bold. Offsets are those of `text`. */
export function passage(text: string, around: Span, marks: readonly Span[]): string {
  let out = '';
  let at = around.start;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > around.end) continue;
    out += `${escaped(text.slice(at, start))}${bold(text.slice(start, end))}`;
    at = end;
  }
  return `> ${(out + escaped(text.slice(at, around.end))).trim()}`;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks with a blank line between them; empty ones are left out. */
export const blocks = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');
