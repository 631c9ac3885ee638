import type { Span } from './span';

/** Replaces the text of a span; an empty span inserts, an empty text removes. */
export interface Edit extends Span {
  readonly text: string;
}

/** An edit that puts `text` in front of the character at offset `at`. */
export function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** An edit that puts `text` in the place of `span`. */
export function replace(span: Span, text: string): Edit {
  return { start: span.start, end: span.end, text };
}

/** An edit that takes `span` away. */
export function remove(span: Span): Edit {
  return { start: span.start, end: span.end, text: '' };
}

/** Document order; edits of one place keep the order in which they were given (Array.sort is stable). */
export function compareEdits(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Whether any two edits of the list change the same character; insertions at one place do not collide. */
export function overlapping(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(compareEdits);
  return sorted.some((edit, index) => index > 0 && edit.start < sorted[index - 1]!.end);
}

/**
 * The text after all edits, whose offsets all refer to the text before.
 * @throws RangeError when two edits overlap or one lies outside the text: a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort(compareEdits);
  const parts: string[] = [];
  let end = 0;
  for (const edit of sorted) {
    if (edit.start < end || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`The edit ${edit.start}-${edit.end} overlaps another or lies outside the text.`);
    }
    parts.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return parts.join('') + text.slice(end);
}
