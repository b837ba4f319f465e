import { type Cell, cellsOf } from './display.ts';

/** What a report is written for. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
  /** Draw and write with ASCII alone. */
  readonly ascii: boolean;
}

export type Style = 'error' | 'warning' | 'info' | 'good' | 'accepted' | 'dim' | 'strong';

/** Words of one style. Whatever the text holds, `paint` makes it harmless. */
export interface Piece {
  readonly text: string;
  readonly style?: Style;
}

/** One line of a report. */
export type Row = readonly Piece[];

export const piece = (text: string, style?: Style): Piece => (style === undefined ? { text } : { text, style });

/** Select Graphic Rendition parameters: the 16 colours that every theme sets, so that a theme's contrast holds. */
const codes: Readonly<Record<Style, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  good: '32',
  accepted: '34',
  dim: '2',
  strong: '1',
};

/** The row as a string without its line end. */
export function paint(row: Row, screen: Screen): string {
  let line = '';
  for (const { text, style } of row) {
    const shown = cellsOf(text, screen.ascii)
      .map((cell) => cell.shown)
      .join('');
    line += screen.color && style !== undefined && shown !== '' ? `\x1b[${codes[style]}m${shown}\x1b[0m` : shown;
  }
  return screen.color ? line : noCommand(line.trimEnd());
}

/** Logs of build services take a line that begins with `::`, and `##[` anywhere in one, for a command to them. */
const noCommand = (line: string): string => line.replace(/^(\s*):(?=:)/, '$1\\:').replaceAll('##[', '##\\[');

export const columnsOfRow = (row: Row, screen: Screen): number =>
  row.reduce((sum, { text }) => sum + cellsOf(text, screen.ascii).reduce((width, cell) => width + cell.width, 0), 0);

/** The row with blanks behind it up to a column. */
export function padded(row: Row, columns: number, screen: Screen): Row {
  const missing = columns - columnsOfRow(row, screen);
  return missing > 0 ? [...row, piece(' '.repeat(missing))] : row;
}

interface StyledCell {
  readonly cell: Cell;
  readonly style: Style | undefined;
}

const toRow = (cells: readonly StyledCell[]): Row => {
  const row: Piece[] = [];
  for (const { cell, style } of cells) {
    const last = row[row.length - 1];
    if (last && last.style === style) row[row.length - 1] = piece(last.text + cell.shown, style);
    else row.push(piece(cell.shown, style));
  }
  return row;
};

/** Signs that never begin a row in Chinese and Japanese. */
const closing = /^[、。，．：；！？）」』】》〉”’]$/;

/** How many cells from `from` on fit into `columns`, cut behind a blank or a wide character where there is one. */
export function fitting(cells: readonly Cell[], from: number, columns: number): number {
  let used = 0;
  let end = from;
  let cut = from;
  while (end < cells.length) {
    const cell = cells[end] as Cell;
    if (used + cell.width > columns && cell.shown !== ' ') break;
    used += cell.width;
    end += 1;
    if (cell.shown === ' ' || (cell.width === 2 && !closing.test(cells[end]?.shown ?? ''))) cut = end;
  }
  if (end === cells.length) return end - from;
  return Math.max(1, (cut > from ? cut : end) - from);
}

/** The row cut into rows of at most `columns`, between words where that is possible; `indent` stands before all but the first. */
export function wrapped(row: Row, columns: number, screen: Screen, indent = 0): Row[] {
  const styled = row.flatMap(({ text, style }): StyledCell[] =>
    cellsOf(text, screen.ascii).map((cell) => ({ cell, style })),
  );
  const cells = styled.map(({ cell }) => cell);
  const rows: Row[] = [];
  for (let at = 0; at < cells.length || rows.length === 0; ) {
    const first = rows.length === 0;
    const count = fitting(cells, at, Math.max(8, columns - (first ? 0 : indent)));
    const content = toRow(styled.slice(at, at + count));
    rows.push(first ? content : [piece(' '.repeat(indent)), ...content]);
    at += Math.max(count, 1);
  }
  return rows;
}
