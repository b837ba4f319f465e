/**
 * Text of others on a terminal: what steers the terminal, turns the reading order or hides is shown as an escape, and
 * width is counted in columns (Chinese, Japanese and Korean characters take two).
 */

/** One character as a terminal shows it, with where it stands in the text that it comes from. */
export interface Cell {
  /** What is printed: the character, or an escape (`\x1b`, `\u202e`) for one that must not reach a terminal. */
  readonly shown: string;
  /** Columns it takes. */
  readonly width: number;
  /** UTF-16 offset in the text. */
  readonly offset: number;
}

/**
 * Controls, bidirectional controls, separators of lines, tags, and signs without a width that hide inside numbers and
 * names. The joiners U+200C and U+200D are left alone: Persian and Hindi are written with them.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is the purpose
  /^[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\ud800-\udfff]$/u;

const twoColumns =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]$/u;

const halfWidth = /^[\uff61-\uffdc]$/;
const noColumn = /^[\p{Mn}\p{Me}\u200c\u200d]$/u;

const shortEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escapeOf(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (noColumn.test(character)) return 0;
  return twoColumns.test(character) && !halfWidth.test(character) ? 2 : 1;
}

/** What a terminal without Unicode gets for the signs that reports draw with and that articles are full of. */
const inAscii: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '○': 'o',
  '→': '->',
  '│': '|',
  '─': '-',
  '█': '#',
  '▓': '%',
  '▒': 'x',
  '░': '.',
  '…': '...',
  '×': 'x',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** The letter without its marks where ASCII has it, else the number of the character, which can be looked up. */
function asciiOf(character: string): string {
  if (character < '\u0080') return character;
  const drawn = inAscii[character];
  if (drawn !== undefined) return drawn;
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return /^[ -~]+$/.test(base) ? base : escapeOf(character);
}

/** The cells of a text that stands at `start`; with `ascii` every one of them holds ASCII alone. */
export function cellsOf(text: string, ascii = false, start = 0): Cell[] {
  const cells: Cell[] = [];
  let offset = start;
  for (const character of text) {
    const escaped = hidden.test(character);
    const shown = escaped ? escapeOf(character) : ascii ? asciiOf(character) : character;
    const width = shown === character ? widthOf(character) : shown.length;
    cells.push({ shown, width, offset });
    offset += character.length;
  }
  return cells;
}

/** The text with everything that could steer a terminal, mislead or hide written out as an escape. */
export const visible = (text: string, ascii = false): string =>
  cellsOf(text, ascii)
    .map((cell) => cell.shown)
    .join('');

/** Columns that a text takes when it is shown. */
export const columnsOf = (text: string, ascii = false): number =>
  cellsOf(text, ascii).reduce((sum, cell) => sum + cell.width, 0);
