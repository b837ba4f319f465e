import { type Line, textOf } from './lines.ts';

/** Lines are those of a text and not of a table from this many letters on. */
const leastLetters = 20;
/** Rows that hold two columns, before it is believed that they do. */
const leastRows = 3;

/**
 * Most files draw one column after the other. Where one draws row by row, each line holds a piece of both columns: then
 * these are parted, and the left column is read before the right one.
 */
export function inColumns(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let run: Line[] = [];
  const end = () => {
    result.push(...(run.length >= leastRows && isGutter(run) ? parted(run) : run));
    run = [];
  };
  for (const line of lines) {
    if (!isTwo(line)) {
      // The last line of a column has no neighbour.
      if (run.length > 0 && isBeside(line, run)) {
        run.push(line);
        continue;
      }
      end();
      result.push(line);
    } else run.push(line);
  }
  end();
  return result;
}

const isTwo = ({ cells }: Line): boolean =>
  cells.length === 2 && cells.every((cell) => (cell.match(/\p{L}/gu) ?? []).length >= leastLetters);

const isBeside = (line: Line, run: readonly Line[]): boolean => {
  const last = run[run.length - 1] as Line;
  return (
    line.cells.length === 1 &&
    isTwo(last) &&
    line.y > last.y &&
    line.y - last.y < 2 * line.size &&
    line.right < last.right - line.size
  );
};

const isGutter = (run: readonly Line[]): boolean => run.filter(isTwo).length >= leastRows;

function parted(run: readonly Line[]): Line[] {
  const [left, right] = [0, 1].map((side) =>
    run.flatMap((line): Line[] => {
      const cell = line.cells[side];
      if (cell === undefined) return [];
      const middle = (line.left + line.right) / 2;
      return [{ ...line, cells: [cell], ...(side === 0 ? { right: middle } : { left: middle }) }];
    }),
  );
  return [...(left ?? []), ...(right ?? [])];
}

/** Pages that bear a line at the same place, before it is taken for a running title. */
const leastPages = 3;

/** Titles that stand on every page, and numbers of pages: they part no sentence that goes on behind them. */
export function furniture(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const edges = pages.flatMap((lines, page) =>
    [...new Set([...edgesOf(lines, ({ y }) => y), ...edgesOf(lines, ({ y }) => -y)])].map((line) => ({ line, page })),
  );
  const shapes = grouped(edges, ({ line }) => `${textOf(line).replace(/\d+/g, '#')} ${Math.round(line.y / 4)}`);
  // A number counts pages where it is that of its page, or as far from it as on another page.
  const offsets = grouped(edges, ({ line, page }) => {
    const number = pageNumber.exec(textOf(line))?.[1];
    return number === undefined ? undefined : String(Number(number) - page - 1);
  });
  return new Set(
    [
      ...[...shapes.values()].flatMap((lines) => (lines.length >= leastPages ? lines : [])),
      ...[...offsets].flatMap(([offset, lines]) => (offset === '0' || lines.length > 1 ? lines : [])),
    ].map(({ line }) => line),
  );
}

/** A number that stands alone, *- 3 -*, *Seite 3 von 9*, *3/9*, 第3页. */
const pageNumber = /^(?:[-–— ]*|page |seite |p\. ?|第 ?)(\d{1,4})(?:[-–— ]*| ?页| ?(?:\/|of|sur|von) ?\d{1,4})$/iu;

function grouped<T>(items: readonly T[], key: (item: T) => string | undefined): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

/** Lines that stand alone at an end of a page: the two first or last of it. */
function edgesOf(lines: readonly Line[], place: (line: Line) => number): readonly Line[] {
  let first: Line | undefined;
  let second: Line | undefined;
  for (const line of lines) {
    if (!first || place(line) < place(first)) [first, second] = [line, first];
    else if (!second || place(line) < place(second)) second = line;
  }
  return [first, second].filter((line) => line !== undefined);
}
