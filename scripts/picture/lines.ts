import { columnsOf } from '../../src/reports/display.ts';

export type Style = 'plain' | 'strong' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

/** Words of one line in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Run[];

/** The parameters of Select Graphic Rendition (ECMA-48, 8.3.117) that reports use. */
const styles: Readonly<Record<string, Style>> = {
  '0': 'plain',
  '1': 'strong',
  '2': 'dim',
  '31': 'red',
  '32': 'green',
  '33': 'yellow',
  '34': 'blue',
  '36': 'cyan',
};

/** The lines of a coloured report; one that is wider than the screen goes on below, as in a terminal. */
export function linesOf(report: string, columns: number): Line[] {
  return report
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => folded(runsOf(line), columns));
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let style: Style = 'plain';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escapes that colour a report
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      if (part !== '') runs.push({ text: part, style });
      continue;
    }
    const next = styles[code];
    if (!next) throw new Error(`the report uses the style ${code}, which is not drawn yet`);
    style = next;
  }
  return runs;
}

function folded(line: Line, columns: number): Line[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const { text, style } of line) {
    let rest = '';
    for (const word of text.split(/(?<= )/)) {
      const width = columnsOf(word.trimEnd());
      if (used + width > columns) {
        lines.at(-1)?.push({ text: rest, style });
        lines.push([]);
        rest = '';
        used = 0;
      }
      rest += word;
      used += columnsOf(word);
    }
    lines.at(-1)?.push({ text: rest, style });
  }
  return lines;
}

const plain = (line: Line): string => line.map(({ text }) => text).join('');

/**
 * The report with the findings alone whose message ends in one of `telling`, and a line that counts the others. Throws
 * where one of them is not found, so that no picture shows less than was meant.
 */
export function cropped(report: readonly Line[], telling: readonly string[]): Line[] {
  const blocks = blocksOf(report);
  const isFinding = (block: readonly Line[]): boolean => /^ {2}[✗!i] /.test(plain(block[0] ?? []));
  const findings = blocks.filter(isFinding);
  const shown = telling.map((label) => {
    const found = findings.find((block) => block.some((line) => plain(line).trimEnd().endsWith(label)));
    if (!found) throw new Error(`the report has no finding "${label}"`);
    return found;
  });
  const others = findings.length - shown.length;
  const note: Line = [{ text: `  … and ${others} more findings`, style: 'dim' }];
  const [head = [], ...rest] = blocks.filter((block) => !isFinding(block));
  const parts = [head, ...shown, ...(others > 0 ? [[note]] : []), ...rest];
  return parts.flatMap((block, index) => (index === 0 ? block : [[], ...block]));
}

/** Lines between empty lines. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (plain(line).trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}
