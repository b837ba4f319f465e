import type { Exact } from '../quantities/exact.ts';

export type Cell = string | number | Exact | undefined;

/**
 * A table as comma-separated values (RFC 4180), lines ended as there. A text that a spreadsheet would take for a formula
 * stands behind an apostrophe; numbers are left as they are.
 */
export const csvTable = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return cell.toString();
  const text = wellFormed(isFormula(cell) ? `'${cell}` : cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Signs with which spreadsheets begin a formula, also full-width and behind blanks, and their own escape for them. */
const isFormula = (text: string): boolean => /^\s*'*[=+\-@＝＋－＠]|^[\t\r]/.test(text);

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\u0000', '\ufffd');
