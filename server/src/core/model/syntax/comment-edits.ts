import { type Edit, remove } from '../../text/edit';
import { lineAt, lineEnd, nextLineStart } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';

/**
 * Takes a comment's line away; undefined where that would change how the file is read: a line below that looks like a parser directive
 * is one as soon as nothing else stands above it.
 */
export function removeComment({ source, instructions, directives }: Build, comment: Span): Edit | undefined {
  const line = lineAt(source, comment.start);
  const start = source.lineStarts[line]!;
  const bom = source.text.startsWith('\uFEFF') ? 1 : 0;
  const isDirective = directives.some((one) => one.start === comment.start);
  const inHead = line === directives.length && (instructions[0]?.start ?? Number.POSITIVE_INFINITY) > comment.start;
  if (inHead && !isDirective && looksLikeDirective(source.text.slice(nextLineStart(source, line)))) return undefined;
  const end = nextLineStart(source, line);
  // The last line of a file without a final newline takes the one in front of it along.
  if (end === lineEnd(source, line) && line > 0) return remove({ start: lineEnd(source, line - 1), end });
  return remove({ start: Math.max(start, bom), end });
}

function looksLikeDirective(text: string): boolean {
  return /^#[ \t]*(?:syntax|escape|check)[ \t]*=/i.test(text);
}

/** Takes an item of a list with commas away, with one of its commas. `items` are all of the list. */
export function removeListed(items: readonly Span[], item: Span): Edit {
  const at = items.findIndex(({ start }) => start === item.start);
  const next = items[at + 1];
  if (next) return remove({ start: item.start, end: next.start });
  const previous = items[at - 1];
  return remove({ start: previous?.end ?? item.start, end: item.end });
}
