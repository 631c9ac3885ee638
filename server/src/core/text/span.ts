/** A half-open range `[start, end)` of UTF-16 offsets into the document: the core's only coordinate. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` holds all of `inner`; an empty `inner` at either edge counts as held. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans touch: they share a character, or one is empty and lies within or at the edge of the other. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
