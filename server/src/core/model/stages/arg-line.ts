import { type Edit, insert } from '../../text/edit';
import type { Build } from '../build-types';
import type { Instruction } from '../syntax/instruction';

/** An edit that puts `ARG NAME` on a line of its own above an instruction, in its indentation and case of keywords. */
export function insertArg(build: Build, above: Instruction, name: string): Edit {
  return insertLine(build, above, `ARG ${name}`);
}

/** An edit that puts an instruction on a line of its own above another. */
export function insertLine({ source }: Build, above: Instruction, line: string): Edit {
  const { text, newline } = source;
  const lineStart = text.lastIndexOf('\n', above.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, above.start))![0];
  const keyword = text.slice(above.keywordSpan.start, above.keywordSpan.end);
  const written = keyword === keyword.toLowerCase() ? line.replace(/^\S+/, (word) => word.toLowerCase()) : line;
  return insert(above.start, `${written}${newline}${indent}`);
}
