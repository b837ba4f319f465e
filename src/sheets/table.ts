import Papa from 'papaparse';

export interface TableRow {
  /** As a spreadsheet counts them. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table: its header and its rows. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What stands above the header: the title of the sheet, as a rule. */
  readonly above: readonly TableRow[];
  readonly separator: string;
}

const separators = [',', ';', '\t', '|'];

/** A header stands among the first rows that are not empty. */
const mostAbove = 20;

/**
 * Reads separated values, whatever the separator; a line `sep=;` before the header names it, as Excel writes it.
 *
 * @param isHeader Tells the header from the rows above it; where none of the first rows is one, the first is taken.
 * @returns undefined where there is nothing, or the row in which a quotation mark is open or stands alone: what follows it could
 *   be of any cell.
 */
export function readTable(
  text: string,
  isHeader: (cells: readonly string[]) => boolean = () => true,
): Table | { readonly brokenRow: number } | undefined {
  const [declaration = '', named] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const { data, errors, meta } = Papa.parse<string[]>(text.slice(declaration.length), {
    delimiter: named ?? separatorIn(text),
    skipEmptyLines: false,
  });
  const skipped = declaration === '' ? 0 : 1;
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) return { brokenRow: (broken.row ?? 0) + 1 + skipped };
  const rows = data.map((cells, index) => ({ number: index + 1 + skipped, cells: cells.map((cell) => cell.trim()) }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const found = filled.slice(0, mostAbove).findIndex(({ cells }) => isHeader(cells));
  const place = Math.max(found, 0);
  const head = filled[place];
  if (!head) return undefined;
  return {
    header: head.cells,
    rows: filled.slice(place + 1),
    above: filled.slice(0, place),
    separator: meta.delimiter,
  };
}

/** Rows by which the separator is told. */
const seen = 100;

/** The separator that parts the most rows into equally many cells, and into the more cells where two do; else a comma. */
function separatorIn(text: string): string {
  let best = { separator: ',', rows: 0, cells: 1 };
  for (const separator of separators) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: seen, skipEmptyLines: true });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [cells, rows] of counts)
      if (rows > best.rows || (rows === best.rows && cells > best.cells)) best = { separator, rows, cells };
  }
  return best.separator;
}
