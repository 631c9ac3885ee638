import type { Instruction } from '../model/syntax/instruction';
import { type Edit, insert } from '../text/edit';
import { lineAt, type Source } from '../text/source';

/** Puts an instruction in front of another one and of the comments right above it, which may silence rules for it. */
export function putAbove(source: Source, instruction: Instruction, keyword: string, rest: string): Edit {
  const { text, lineStarts, newline } = source;
  let line = lineAt(source, instruction.start);
  for (const comment of instruction.leading.toReversed()) {
    if (lineAt(source, comment.start) !== line - 1) break;
    line--;
  }
  return insert(
    lineStarts[line]!,
    `${marginOf(source, instruction)}${likeOf(text, instruction, keyword)} ${rest}${newline}`,
  );
}

/** Puts an instruction behind another one. */
export function putBelow(source: Source, instruction: Instruction, keyword: string, rest: string): Edit {
  const { text, newline } = source;
  const written = `${likeOf(text, instruction, keyword)} ${rest}`;
  return insert(instruction.end, `${newline}${marginOf(source, instruction)}${written}`);
}

function marginOf(source: Source, { start }: Instruction): string {
  return source.text.slice(source.lineStarts[lineAt(source, start)], start);
}

/** A keyword in the casing of the instruction beside it. */
export function likeOf(text: string, { keywordSpan: { start, end } }: Instruction, keyword: string): string {
  const written = text.slice(start, end);
  return written !== '' && written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}
