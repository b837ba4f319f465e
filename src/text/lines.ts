/** A place as editors count it: zero-based, `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * From offsets to lines and back. A line ends with `\n`, `\r\n` or `\r`, as in the Language Server Protocol. The table
 * of lines is made when it is first asked for; an offset in a line break counts to the line that it ends.
 */
export class LineIndex {
  private starts: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  get lineCount(): number {
    return this.table().length;
  }

  /** Offsets outside of the text count as its beginning or end. */
  positionAt(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.table();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (starts[low] as number) };
  }

  /** Positions outside of the text or of their line count as the nearest offset there. */
  offsetAt(position: LinePosition): number {
    const starts = this.table();
    if (position.line < 0) return 0;
    const start = starts[position.line];
    if (start === undefined) return this.text.length;
    return Math.max(start, Math.min(start + position.character, this.lineEnd(position.line)));
  }

  /** Offset of the first unit of a line; the end of the text for a line that there is not. */
  lineStart(line: number): number {
    return this.table()[Math.max(0, line)] ?? this.text.length;
  }

  /** Offset behind the last unit of a line, its line break left out. */
  lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    if (line + 1 >= this.table().length) return this.text.length;
    if (this.text.charCodeAt(end - 1) === 0x0a) end -= 1;
    if (this.text.charCodeAt(end - 1) === 0x0d && end > this.lineStart(line)) end -= 1;
    return end;
  }

  private table(): readonly number[] {
    this.starts ??= lineStarts(this.text);
    return this.starts;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return starts;
}
