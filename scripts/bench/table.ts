/** One line of the table: how many times the peer's time, or speed, is measured. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly peer: string;
  readonly ratio: number;
  /** What the ratio should be: at least so much, where more is better, or at most. */
  readonly goal: { readonly atLeast: number } | { readonly atMost: number };
}

export const isMet = ({ ratio, goal }: Row): boolean =>
  'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;

const headings = ['what', 'measured', 'peer', 'ratio', 'goal', ''];

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.measured,
    row.peer,
    number(row.ratio),
    'atLeast' in row.goal ? `≥ ${number(row.goal.atLeast)}` : `≤ ${number(row.goal.atMost)}`,
    isMet(row) ? 'met' : 'MISSED',
  ]);
  const widths = headings.map((heading, i) => Math.max(heading.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, i) => (i === 3 || i === 4 ? part.padStart(widths[i] ?? 0) : part.padEnd(widths[i] ?? 0)))
      .join('  ');
  return [line(headings), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

/** Three digits that count. */
export const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** Megabytes and nanoseconds as a speed. */
export const speed = (size: number, time: number): string => {
  const perSecond = size / (time / 1e9);
  return perSecond < 0.1 ? `${number(perSecond * 1000)} kB/s` : `${number(perSecond)} MB/s`;
};
