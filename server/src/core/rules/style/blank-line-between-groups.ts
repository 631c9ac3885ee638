import type { Build } from '../../model/build-types';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert, remove } from '../../text/edit';
import { lineAt, type Source } from '../../text/source';
import type { Fix, Rule } from '../rule';

export const blankLineBetweenGroups: Rule = {
  id: 'style/blank-line-between-groups',
  aliases: ['tally/newline-between-instructions'],
  severity: 'off',
  strict: 'hint',
  summary: 'Leave one line empty between instructions of different kinds.',
  why:
    'With an empty line wherever the keyword changes, a Dockerfile reads in groups: what is set, what is copied, what is run. Between ' +
    'instructions of one kind it is left to the author. A comment belongs to the instruction below it.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update
        ^^^ An empty line would set RUN apart from FROM.
        RUN apt-get upgrade -y
      `,
      good: dockerfile`
        FROM debian:12

        RUN apt-get update
        RUN apt-get upgrade -y
      `,
    },
  ],

  *check(build) {
    const { instructions } = build;
    for (let at = 1; at < instructions.length; at++) {
      const before = instructions[at - 1]!;
      const instruction = instructions[at]!;
      if (before.keyword === instruction.keyword || before.keyword === 'UNKNOWN' || instruction.keyword === 'UNKNOWN')
        continue;
      const empty = emptyLines(build.source, before, instruction);
      const extra = empty.filter((line, index) => index > 0 && empty[index - 1] === line - 1);
      if (empty.length > 0 && extra.length === 0) continue;
      yield {
        at: instruction.keywordSpan,
        message:
          empty.length === 0
            ? `An empty line would set ${instruction.keyword} apart from ${before.keyword}.`
            : `More than one empty line sets ${instruction.keyword} apart from ${before.keyword}.`,
        fix: () => (empty.length === 0 ? addLine(build, instruction) : removeLines(build, extra)),
      };
    }
  },
};

/** The numbers of the empty lines between two instructions. */
function emptyLines(source: Source, before: Instruction, { start }: Instruction): number[] {
  const found: number[] = [];
  const last = lineAt(source, start);
  for (let line = lineAt(source, before.end) + 1; line < last; line++) {
    if (source.text.slice(source.lineStarts[line], source.lineStarts[line + 1]).trim() === '') found.push(line);
  }
  return found;
}

function addLine({ source }: Build, { start, leading }: Instruction): Fix {
  let line = lineAt(source, start);
  for (const comment of leading.toReversed()) if (lineAt(source, comment.start) === line - 1) line--;
  return { title: 'Leave a line empty', edits: [insert(source.lineStarts[line]!, source.newline)] };
}

function removeLines({ source }: Build, lines: readonly number[]): Fix {
  return {
    title: 'Leave one line empty',
    edits: lines.map((line) => remove({ start: source.lineStarts[line]!, end: source.lineStarts[line + 1]! })),
  };
}
