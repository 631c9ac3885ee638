import { lineAt, nextLineStart } from '../../text/source';
import type { Span } from '../../text/span';
import type { Build } from '../build-types';
import { readIgnoreComment } from './ignore-comment';
import type { Instruction } from './instruction';

/**
 * The lines of an instruction, with the ignore comments above it, which would come to count for the next one. Of the blank lines on
 * both sides, one stays.
 */
export function instructionLines({ source }: Build, { start, end, leading }: Instruction): Span {
  let first = lineAt(source, start);
  const last = lineAt(source, Math.max(start, end - 1));
  for (const comment of leading.toReversed()) {
    const line = lineAt(source, comment.start);
    const scope = readIgnoreComment(comment.text)?.scope;
    if (line !== first - 1 || scope !== 'instruction') break;
    first = line;
  }
  const from = source.lineStarts[first]!;
  let to = nextLineStart(source, last);
  const isBlank = (line: number) => {
    const lineStart = source.lineStarts[line];
    return lineStart !== undefined && source.text.slice(lineStart, nextLineStart(source, line)).trim() === '';
  };
  if ((first === 0 || isBlank(first - 1)) && last + 1 < source.lineStarts.length && isBlank(last + 1)) {
    to = nextLineStart(source, last + 1);
  }
  return { start: from, end: to };
}
