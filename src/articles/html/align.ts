import { parseFragment } from 'parse5';
import type { Span } from '../../text/span.ts';

const reference = /&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);?/y;

/** A character reference: how long it is in the source, and for how many units of text it stands. */
interface Reference {
  readonly length: number;
  readonly units: number;
}

/**
 * Which part of the source each unit of a text node stands for. The two run side by side but for character references,
 * line ends (`\r\n` is one), and tags that the parser passed over.
 */
export class Alignment {
  private readonly known = new Map<string, Reference>();
  private at = 0;
  private end = 0;
  /** The reference at hand, where it stands for a unit that is still to come. */
  private held: Span | undefined;

  constructor(private readonly source: string) {}

  /** Begins a text node that lies in [start, end) of the source. */
  begin({ start, end }: Span): void {
    this.at = start;
    this.end = end;
    this.held = undefined;
  }

  /** The place of the next unit of the node. */
  next(unit: string): Span {
    const { held } = this;
    this.held = undefined;
    if (held) return held;
    this.pass(unit);
    const { at, source } = this;
    if (at >= this.end) return { start: this.end, end: this.end };
    if (source[at] === '&') {
      const { length, units } = this.referenceAt(at);
      this.at += length;
      const place = { start: at, end: this.at };
      if (units > 1) this.held = place;
      return place;
    }
    this.at += unit === '\n' && source.startsWith('\r\n', at) ? 2 : 1;
    return { start: at, end: this.at };
  }

  private referenceAt(at: number): Reference {
    reference.lastIndex = at;
    const found = reference.exec(this.source)?.[0] ?? '&';
    const known = this.known.get(found);
    if (known) return known;
    const made = measured(found);
    this.known.set(found, made);
    return made;
  }

  /** Passes over tags that left no trace, and over a line break that a parser drops (the first one of `<pre>`). */
  private pass(unit: string): void {
    while (this.at < this.end) {
      const raw = this.source[this.at];
      if (raw === unit || raw === '&' || (raw === '\r' && unit === '\n')) return;
      if (raw === '\n' || raw === '\r') this.at += 1;
      else if (raw === '<') {
        const close = this.source.indexOf('>', this.at);
        this.at = close < 0 ? this.end : Math.min(close + 1, this.end);
      } else return;
    }
  }
}

/** `&nbsp;` is six units that stand for one; `&nbspx` is `&nbsp` and an x; `&` that begins no reference is itself. */
function measured(found: string): Reference {
  const [node] = parseFragment(found).childNodes;
  const text = node && 'value' in node ? node.value : found;
  if (text === found) return { length: 1, units: 1 };
  if (found.endsWith(';') && text.length <= 2) return { length: found.length, units: text.length };
  let tail = 0;
  while (tail < text.length - 1 && text.at(-1 - tail) === found.at(-1 - tail)) tail += 1;
  return { length: found.length - tail, units: text.length - tail };
}
