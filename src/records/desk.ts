import { contains, type Located, overlaps, type Span } from '../text/span.ts';
import { type DateReading, readDate, readPeriod } from './dates.ts';
import { lineEndOf } from './lines.ts';
import type { ClaimedNumber, ClaimedValue } from './model.ts';
import { diagnose, type NumberSlip } from './number-slips.ts';
import { parseNumber } from './numbers.ts';
import type { Fix, Problem } from './problem.ts';
import { quoteAsBlock, quoteInMarks } from './quoting.ts';
import { type MapNode, type ScalarNode, scalarOf, textOf, type YamlNode } from './tree.ts';

/**
 * Reads the contents of scalars (numbers, dates, periods, quotes) of one file, and keeps what it has to complain about
 * and which places cannot be used.
 */
export class Desk {
  readonly problems: Problem[] = [];
  private readonly broken: Span[];

  constructor(
    private readonly text: string,
    broken: readonly Span[],
  ) {
    this.broken = [...broken];
  }

  add(place: Span, message: string, extra: Partial<Problem> = {}): void {
    this.problems.push({ rule: 'record/schema', start: place.start, end: place.end, message, ...extra });
  }

  /** Whether something within a place cannot be used. */
  isBroken(place: Span): boolean {
    return this.broken.some((span) => contains(place, span) || overlaps(place, span));
  }

  /** The entries that can be read whole; one with a broken part is left out, since what is left would say less than it did. */
  readable<T>(maps: readonly MapNode[], read: (map: MapNode, index: number) => T | undefined): T[] {
    const entries: T[] = [];
    maps.forEach((map, index) => {
      const entry = read(map, index);
      if (entry !== undefined && (this.broken.length === 0 || !this.isBroken(map))) entries.push(entry);
    });
    return entries;
  }

  /** The quote of a claim; a comment behind it may have swallowed words of it. */
  quote(map: MapNode): Located<string> | undefined {
    const node = map.entries.get('quote')?.value;
    if (node?.kind !== 'scalar') return undefined;
    if (node.commented) this.add(node, ...this.swallowed(map, node));
    if (node.json === null) return undefined;
    return { value: node.text, start: node.start, end: node.end };
  }

  /** A date; one that cannot be read breaks the claim that it belongs to, and is merely left out of anything else. */
  date(map: MapNode, key: string, isClaim = false): Located<string> | undefined {
    const node = scalarOf(map, key);
    const date = node && this.settled(node, readDate(node.text), 'error');
    if (node && !date && isClaim) this.broken.push(node);
    return date;
  }

  period(map: MapNode, key: string): Located<string> | undefined {
    const node = scalarOf(map, key);
    const period = node && this.settled(node, readPeriod(node.text), 'info');
    if (node && !period) this.broken.push(node);
    return period;
  }

  /** The 64 hexadecimal digits of a SHA-256, in small letters; anything else is reported, and read as none. */
  checksum(map: MapNode, key: string): Located<string> | undefined {
    const written = textOf(map, key);
    if (!written) return undefined;
    const value = written.value.toLowerCase();
    if (/^[\da-f]{64}$/.test(value)) return { ...written, value };
    this.add(
      written,
      `\`${key}\` has ${written.value.length} characters; a SHA-256 has 64 hexadecimal digits (0 to 9, a to f): copy it anew, or take it out.`,
    );
    return undefined;
  }

  /** The value of a figure: a number, or a range of two. */
  value(map: MapNode): Located<ClaimedValue> | undefined {
    const node = map.entries.get('value')?.value;
    if (!node || node.kind === 'map') return undefined;
    const { start, end } = node;
    if (node.kind === 'scalar') {
      if (node.json === null) return undefined;
      const number = this.number(node, map);
      return number && { start, end, value: { kind: 'number', number } };
    }
    const [low, high, ...others] = node.items;
    if (low?.kind !== 'scalar' || high?.kind !== 'scalar' || others.length > 0) return undefined;
    const min = this.number(low);
    const max = this.number(high);
    if (!min || !max) return undefined;
    if (min.value.compare(max.value) > 0) this.turnedRound(node, min, max);
    return { start, end, value: { kind: 'range', min, max } };
  }

  /** A number from its source; `map` is the figure, where further keys can be added to it. */
  number(node: ScalarNode, map?: MapNode): ClaimedNumber | undefined {
    const number = parseNumber(node.text);
    if (number) {
      if (node.plain && /^\d{1,3}\.\d\d0$/.test(node.text)) this.hintAtDecimals(node, number);
      return number;
    }
    const slip = diagnose(node.text);
    const { suggestion } = slip;
    this.add(
      node,
      slip.message,
      suggestion === undefined
        ? {}
        : { expected: suggestion, found: node.text, fix: this.numberFix(node, slip, suggestion, map) },
    );
    const meant = slip.certain && suggestion !== undefined ? parseNumber(suggestion) : undefined;
    if (!meant) this.broken.push(node);
    return meant;
  }

  private hintAtDecimals(node: ScalarNode, number: ClaimedNumber): void {
    const thousands = node.text.replace('.', '');
    this.add(
      node,
      `${node.text} is read as ${number.value.toString()}, with a decimal point: write ${thousands} if the point stands between thousands.`,
      {
        severity: 'info',
        found: node.text,
        expected: thousands,
        fix: {
          title: `Write ${thousands}`,
          edits: [{ start: node.start, end: node.end, newText: thousands }],
          safe: false,
        },
      },
    );
  }

  private turnedRound(node: YamlNode & { items: readonly YamlNode[] }, min: ClaimedNumber, max: ClaimedNumber): void {
    const [low, high] = node.items;
    if (!low || !high) return;
    const written = (place: Span): string => this.text.slice(place.start, place.end);
    this.add(
      node,
      `The range begins with ${min.text} and ends with ${max.text}, which is less: write the lower end first.`,
      {
        fix: {
          title: 'Turn the ends round',
          edits: [
            { start: low.start, end: low.end, newText: written(high) },
            { start: high.start, end: high.end, newText: written(low) },
          ],
          safe: false,
        },
      },
    );
    this.broken.push(node);
  }

  /** A date or a period as it is read, with what is to be said of its spelling. */
  private settled(node: ScalarNode, reading: DateReading, severity: 'error' | 'info'): Located<string> | undefined {
    const { start, end } = node;
    const { message, suggestion, value } = reading;
    if (message !== undefined) {
      const fix: Fix | undefined =
        suggestion === undefined
          ? undefined
          : { title: `Write ${suggestion}`, edits: [{ start, end, newText: suggestion }], safe: value !== undefined };
      this.add(node, message, {
        ...(value !== undefined && severity === 'info' && { severity }),
        ...(suggestion !== undefined && { expected: suggestion, found: node.text }),
        ...(fix && { fix }),
      });
    }
    return value === undefined ? undefined : { value, start, end };
  }

  private swallowed(map: MapNode, node: ScalarNode): [string, Partial<Problem>] {
    const lineEnd = this.text.indexOf('\n', node.end);
    const end = lineEnd < 0 ? this.text.length : lineEnd;
    const whole = this.text
      .slice(node.start, end)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .join(' ')
      .trim();
    const behind = this.text.slice(node.end, end).trim();
    const key = map.entries.get('quote')?.key;
    const indent = (key ? this.columnOf(key.start) : 0) + 2;
    const written = map.flow ? quoteInMarks(whole) : quoteAsBlock(whole, indent, lineEndOf(this.text));
    const cut = behind.length > 40 ? `${behind.slice(0, 39)}…` : behind;
    const what = node.json === null ? 'The quote is empty before' : 'The quote ends before';
    return [
      `${what} “${cut}”, which YAML takes for a comment: write the quote on a line of its own behind >-, or move the comment to another line.`,
      {
        rule: 'yaml/syntax',
        severity: node.json === null ? 'error' : 'warning',
        fix: {
          title: 'Take the words behind # into the quote',
          edits: [
            {
              start: node.start,
              end: node.start + this.text.slice(node.start, end).trimEnd().length,
              newText: written,
            },
          ],
          safe: false,
        },
      },
    ];
  }

  /** Writes the number anew and, where its unit or qualifier stood in it, a key for that below it. */
  private numberFix(node: ScalarNode, slip: NumberSlip, suggestion: string, map: MapNode | undefined): Fix {
    const { start, end } = node;
    const { beside } = slip;
    const key = map?.entries.get('value')?.key;
    if (!beside || !map || !key || map.flow || map.entries.has(beside.key)) {
      return {
        title: `Write ${suggestion}`,
        edits: [{ start, end, newText: suggestion }],
        safe: slip.certain === true,
      };
    }
    const margin = lineEndOf(this.text) + ' '.repeat(this.columnOf(key.start));
    const written = beside.value === '%' ? '"%"' : beside.value;
    return {
      title: `Write ${suggestion}, and ${beside.value} under \`${beside.key}\``,
      edits: [{ start, end, newText: `${suggestion}${margin}${beside.key}: ${written}` }],
      safe: false,
    };
  }

  private columnOf(offset: number): number {
    const lineStart = this.text.lastIndexOf('\n', offset) + 1;
    return offset - (this.text.charCodeAt(lineStart) === 0xfeff ? lineStart + 1 : lineStart);
  }
}
