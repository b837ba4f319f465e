/** A rectangle in the units of a drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  readonly words: string;
  /** The point that it names. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedLabel extends Label {
  /** Middle of the words, on their line. */
  readonly left: number;
  readonly base: number;
}

const lineHeight = 17;
const gap = 11;

/** Columns of a wide sign count twice; a drawing knows no more of the font. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 15 : sign === ' ' ? 5 : 9.8), 0);

/**
 * Puts each label above its point, or below, or beside it: where it hides no point and no label before it, and stays in
 * the frame. One that fits nowhere is left out: the table beside the chart has all values.
 */
export function placeLabels(labels: readonly Label[], frame: Box): PlacedLabel[] {
  const taken: Box[] = labels.map(({ x, y }) => ({ x: x - 7, y: y - 7, width: 14, height: 14 }));
  return labels.flatMap((label) => {
    const width = widthOf(label.words);
    const places: readonly (readonly [left: number, base: number])[] = [
      [label.x, label.y - gap],
      [label.x, label.y + gap + lineHeight - 4],
      [label.x + gap + width / 2, label.y + 5],
      [label.x - gap - width / 2, label.y + 5],
      [label.x, label.y - gap - lineHeight],
      [label.x, label.y + gap + 2 * lineHeight - 4],
    ];
    for (const [middle, base] of places) {
      const left = Math.min(Math.max(middle, frame.x + width / 2), frame.x + frame.width - width / 2);
      const box = { x: left - width / 2, y: base - lineHeight + 4, width, height: lineHeight };
      if (!isIn(box, frame) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { ...label, left, base };
    }
    return [];
  });
}

const isIn = (box: Box, frame: Box): boolean =>
  box.x >= frame.x - 0.5 &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width + 0.5 &&
  box.y + box.height <= frame.y + frame.height;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
