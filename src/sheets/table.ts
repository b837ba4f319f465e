import Papa from 'papaparse';

/** A table: its header and its rows, each with the number that a spreadsheet shows beside it. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly separator: string;
}

const separators = [',', ';', '\t', '|'];

/** Reads separated values, whatever the separator; a line `sep=;` before the header names it, as Excel writes it. */
export function readTable(text: string): Table | undefined {
  const [declaration = '', named] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const { data, meta } = Papa.parse<string[]>(text.slice(declaration.length), {
    delimiter: named ?? '',
    delimitersToGuess: separators,
    skipEmptyLines: false,
  });
  const skipped = declaration === '' ? 0 : 1;
  const rows = data.map((cells, index) => ({ number: index + 1 + skipped, cells: cells.map((cell) => cell.trim()) }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...others] = filled;
  if (!head) return undefined;
  return { header: head.cells, rows: others, separator: meta.delimiter };
}
