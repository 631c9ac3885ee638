import type { Build } from '../../model/build-types';
import type { Instruction } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert, remove } from '../../text/edit';
import { lineAt } from '../../text/source';
import type { Span } from '../../text/span';
import type { Finding, Fix, Rule } from '../rule';

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

  check(build) {
    const found: Finding[] = [];
    const { instructions } = build;
    for (let at = 1; at < instructions.length; at++) {
      const before = instructions[at - 1]!;
      const instruction = instructions[at]!;
      if (before.keyword === instruction.keyword || before.keyword === 'UNKNOWN' || instruction.keyword === 'UNKNOWN')
        continue;
      const { first, extra } = readGap(build.source.text, before.end, instruction.start);
      if (first && extra.length === 0) continue;
      found.push({
        at: instruction.keywordSpan,
        message: !first
          ? `An empty line would set ${instruction.keyword} apart from ${before.keyword}.`
          : `More than one empty line sets ${instruction.keyword} apart from ${before.keyword}.`,
        fix: () => (!first ? addLine(build, instruction) : removeLines(extra)),
      });
    }
    return found;
  },
};

/** Whether there is an empty line between two offsets, and those that stand directly below another. */
function readGap(text: string, from: number, to: number): { first: boolean; extra: readonly Span[] } {
  let first = false;
  let run = false;
  const extra: Span[] = [];
  for (let start = text.indexOf('\n', from) + 1; start > 0 && start <= to; ) {
    const end = text.indexOf('\n', start) + 1;
    if (end === 0 || end > to) break;
    const empty = text.slice(start, end).trim() === '';
    if (empty && run) extra.push({ start, end });
    first ||= empty;
    run = empty;
    start = end;
  }
  return { first, extra };
}

function addLine({ source }: Build, { start, leading }: Instruction): Fix {
  let line = lineAt(source, start);
  for (const comment of leading.toReversed()) if (lineAt(source, comment.start) === line - 1) line--;
  return { title: 'Leave a line empty', edits: [insert(source.lineStarts[line]!, source.newline)] };
}

function removeLines(lines: readonly Span[]): Fix {
  return { title: 'Leave one line empty', edits: lines.map(remove) };
}
