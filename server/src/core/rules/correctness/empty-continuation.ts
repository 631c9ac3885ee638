import type { Drop } from '../../model/syntax/scan';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { lineAt, lineEnd } from '../../text/source';
import type { Finding, Rule } from '../rule';

export const emptyContinuation: Rule = {
  id: 'correctness/empty-continuation',
  aliases: ['NoEmptyContinuation', 'EMPTY_CONTINUATION_LINE'],
  severity: 'warning',
  buildkit: 'on',
  summary: 'Have no empty lines inside an instruction.',
  why:
    'Behind a continuation character the builder passes over empty lines, so the instruction goes on below them although it looks as if ' +
    'it had ended; a later release is to refuse this. Comment lines inside an instruction are fine, and so are empty lines in a ' +
    'heredoc. Each instruction is reported once, on its last line.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && \

            apt-get install --yes curl
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ An instruction goes on over an empty line above.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && \
            apt-get install --yes curl
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { source } = build;
    for (const instruction of build.instructions) {
      const drops = build.drops[instruction.index]!;
      if (!drops.some(isEmptyLine)) continue;
      // Behind a last newline there is no line any more.
      const last = Math.max(
        instruction.body.end,
        ...drops.filter(({ start, end }) => start < end).map(({ start }) => start),
      );
      const line = lineAt(source, last);
      const lineStart = source.lineStarts[line]!;
      const indent = /^[ \t]*/.exec(source.text.slice(lineStart, lineEnd(source, line)))![0].length;
      found.push({
        at: {
          start: lineStart + indent,
          end: Math.max(lineStart + indent, Math.min(lineEnd(source, line), instruction.body.end)),
        },
        message: 'An instruction goes on over an empty line above.',
        anchor: instruction.start,
        fix: { title: 'Delete the empty lines', edits: drops.filter(isEmptyLine).map(remove) },
      });
    }
    return found;
  },
};

function isEmptyLine({ kind, start, end }: Drop): boolean {
  return kind === 'blank' && start < end;
}
