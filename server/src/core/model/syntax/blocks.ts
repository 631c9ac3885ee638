import { type Edit, insert } from '../../text/edit';
import { lineAt, lineEnd, nextLineStart, type Source } from '../../text/source';
import type { Span } from '../../text/span';
import { readIgnoreComment } from './ignore-comment';
import type { Instruction } from './instruction';

/** The whole lines of an instruction, with the comment lines directly above that speak of it. */
export interface Block extends Span {
  /** Whether blank lines, or the text's start or end, set it apart on both sides. */
  readonly alone: boolean;
}

const INNER = 'instruction';

/** The lines that an instruction takes up, its heredocs included; without comments above where `bare`. */
export function blockOf(source: Source, instruction: Instruction, bare = false): Block {
  let first = lineAt(source, instruction.start);
  for (const comment of bare ? [] : [...instruction.leading].reverse()) {
    // What silences a rule for more than the instruction stays where it counts.
    if (lineAt(source, comment.start) !== first - 1 || (readIgnoreComment(comment.text)?.scope ?? INNER) !== INNER)
      break;
    first--;
  }
  const last = lineAt(source, Math.max(instruction.start, instruction.end - 1));
  return blockAt(source, source.lineStarts[first]!, nextLineStart(source, last));
}

/** Whole lines as a block. */
export function blockAt(source: Source, start: number, end: number): Block {
  const after = lineAt(source, end) + (end === source.text.length && !source.text.endsWith('\n') ? 1 : 0);
  return { start, end, alone: isBlankLine(source, lineAt(source, start) - 1) && isBlankLine(source, after) };
}

function isBlankLine(source: Source, line: number): boolean {
  const start = source.lineStarts[line];
  return start === undefined || source.text.slice(start, lineEnd(source, line)).trim() === '';
}

/** The text of a block with a newline at its end. */
export function blockText(source: Source, { start, end }: Span): string {
  const text = source.text.slice(start, end);
  return text.endsWith('\n') ? text : text + source.newline;
}

/** Takes a block away; of the blank lines that set it apart, one stays. */
export function removeBlock(source: Source, { start, end, alone }: Block): Edit {
  const line = lineAt(source, end);
  const gap = alone && end < source.text.length && start > 0 ? nextLineStart(source, line) : end;
  return { start, end: gap, text: '' };
}

/** Puts lines behind an instruction; a block that stood apart keeps a blank line in front. */
export function insertBehind(source: Source, instruction: Instruction, lines: string): Edit {
  const at = nextLineStart(source, lineAt(source, Math.max(instruction.start, instruction.end - 1)));
  if (at < source.text.length || source.text.endsWith('\n')) return insert(at, lines);
  const { newline } = source;
  return insert(at, newline + lines.slice(0, lines.length - (lines.endsWith(newline) ? newline.length : 0)));
}

/** Whether the text ends in the middle of an instruction, behind an escape character: what came behind would be a part of it. */
export function endsOpen({ text, lineStarts }: Source, { end }: Instruction): boolean {
  const next = lineStarts.find((start) => start > end) ?? text.length;
  return text.slice(end, next).trim() !== '';
}

/** Puts lines in front of an instruction and of the comments that speak of it. */
export function insertBefore(source: Source, instruction: Instruction, lines: string): Edit {
  return insert(blockOf(source, instruction).start, lines);
}

/** The 1-based line on which something starts, as messages name it. */
export function lineNumber(source: Source, { start }: { readonly start: number }): number {
  return lineAt(source, start) + 1;
}
