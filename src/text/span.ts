/**
 * The one currency for places in a text: half-open, in UTF-16 code units of the original text.
 * Lines and columns are made from it at the edge, never before.
 */
export interface Span {
  /** Offset of the first unit. */
  readonly start: number;
  /** Offset after the last unit. */
  readonly end: number;
}

/** A value and the place in its text that states it. */
export interface Located<T> extends Span {
  readonly value: T;
}

/** Whether two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
