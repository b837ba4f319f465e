import { lowering, raising } from '../raised.ts';

/** A piece of text of one font and size, where it stands on the page; y grows downward, to the base line. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Degrees by which it is turned. */
  readonly angle: number;
}

/** A line of a page: its words, and how it lies there. */
export interface Line {
  /** Cells of a row; one where it is no row of a table. */
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly angle: number;
}

export const textOf = ({ cells }: Line): string => cells.join(' ');

/** Pieces belong to one line while they follow each other on it; shares of the size of the letters. */
const lineSlack = 0.6;
/** Apart from this on two pieces are two words. */
const wordGap = 0.12;
/** Apart from this on they may be two cells. */
const cellGap = 1.2;
/** Gaps that differ by less than this are alike, as in a line that is stretched to its margins. */
const gapSlack = 0.25;

/** Puts the pieces of a page together to lines, in the order in which they are drawn. */
export function linesOf(pieces: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  let row: Glyphs[] = [];
  for (const piece of pieces) {
    if (row.length > 0 && !follows(row, piece)) {
      lines.push(lineOf(row));
      row = [];
    }
    row.push(piece);
  }
  if (row.length > 0) lines.push(lineOf(row));
  return lines.map((line, index) => (isOneCell(line, lines[index - 1], lines[index + 1]) ? joined(line) : line));
}

/** Edges that differ by less than this share of the size of the letters are one. */
const edgeSlack = 0.15;

/**
 * In a narrow column two words that are stretched to its margins stand as far apart as cells do: the line above or below
 * then has the same margins and is no row. In a row of a table, numbers stand at the margin.
 */
function isOneCell(line: Line, above: Line | undefined, below: Line | undefined): boolean {
  const [, second = '', ...more] = line.cells;
  if (second === '' || more.length > 0 || /^[\p{Nd}\p{Sc}+–−-]/u.test(second)) return false;
  return [above, below].some(
    (other) =>
      other?.cells.length === 1 &&
      /\S\s+\S/.test(other.cells[0] ?? '') &&
      other.angle === line.angle &&
      Math.abs(other.y - line.y) < 2 * line.size &&
      Math.max(Math.abs(other.left - line.left), Math.abs(other.right - line.right)) < edgeSlack * line.size,
  );
}

const joined = (line: Line): Line => ({ ...line, cells: [textOf(line)] });

function follows(row: readonly Glyphs[], piece: Glyphs): boolean {
  const last = row[row.length - 1] as Glyphs;
  const size = sizeOf(row);
  if (piece.angle !== last.angle) return false;
  // A raised or lowered piece is off the base line, and the one behind it back on it.
  const off = Math.min(...row.slice(-3).map((one) => Math.abs(one.y - piece.y)));
  return (
    off < lineSlack * Math.min(size, Math.max(piece.size, last.size)) && piece.x > last.x + last.width - size * 0.5
  );
}

/** Size of the largest letters, which are those on the base line. */
const sizeOf = (row: readonly Glyphs[]): number => row.reduce((most, { size }) => Math.max(most, size), 0);

function lineOf(row: readonly Glyphs[]): Line {
  const size = sizeOf(row);
  const base = (row.find((piece) => piece.size > 0.95 * size) as Glyphs).y;
  const gaps = row.map((piece, index) => {
    const before = row[index - 1];
    return before ? piece.x - before.x - before.width : 0;
  });
  const isStretched = areAlike(
    gaps.filter((gap) => gap > wordGap * size),
    size,
  );
  const cells: string[] = [];
  let cell = '';
  for (const [index, piece] of row.entries()) {
    const gap = gaps[index] ?? 0;
    if (index > 0 && gap >= cellGap * size && !(isStretched && !isBetweenDigits(cell, piece.text))) {
      cells.push(cell.trim());
      cell = '';
    } else if (index > 0 && gap > wordGap * size && !/\s$/.test(cell) && !/^\s/.test(piece.text)) cell += ' ';
    cell += shifted(piece, base, size, cell);
  }
  cells.push(cell.trim());
  const last = row[row.length - 1] as Glyphs;
  const [first] = row as [Glyphs];
  return { cells, left: first.x, right: last.x + last.width, y: base, size, angle: first.angle };
}

/** In a line that is stretched to its margins all gaps are alike; in a row of a table hardly ever. */
const areAlike = (gaps: readonly number[], size: number): boolean =>
  gaps.length > 1 && Math.max(...gaps) - Math.min(...gaps) < gapSlack * size;

/** Columns of numbers may be equally wide, and no number holds such a gap. */
const isBetweenDigits = (before: string, after: string): boolean => /\d\s*$/.test(before) && /^\s*\d/.test(after);

/** A raised digit is the mark of a note or a power, and no digit of the number before it. */
function shifted({ text, size, y }: Glyphs, base: number, lineSize: number, before: string): string {
  if (size > 0.95 * lineSize) return text;
  const rise = (base - y) / lineSize;
  if (rise > 0.15) return [...text].map(raising(text, before)).join('');
  return rise < -0.08 ? [...text].map(lowering(text, before)).join('') : text;
}
