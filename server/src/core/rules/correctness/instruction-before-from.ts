import type { Build } from '../../model/build-types';
import { instructionLines } from '../../model/syntax/instruction-lines';
import { dockerfile } from '../../text/dockerfile';
import { insert, remove } from '../../text/edit';
import { lineAt, nextLineStart } from '../../text/source';
import type { Finding, Fix, Rule } from '../rule';

export const instructionBeforeFrom: Rule = {
  id: 'correctness/instruction-before-from',
  aliases: ['DL3061'],
  severity: 'error',
  hadolint: 'error',
  stops: ['buildkit'],
  summary: 'Have only ARG above the first FROM.',
  why:
    'Above the first FROM there is no stage for an instruction to work on, and the builder refuses it. ARG may stand there, for use in ' +
    'FROM lines. Each instruction is reported. In a file without any FROM, correctness/no-stage says so instead; under the hadolint ' +
    'preset each instruction is still reported.',
  fixable: { safety: 'unsafe', because: 'The stage that it was meant for may be another one.' },
  examples: [
    {
      bad: dockerfile`
        LABEL org.opencontainers.image.title=app
        ^^^^^ LABEL stands above the first FROM, where there is no stage yet.
        FROM debian:12
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.title=app
      `,
    },
  ],

  check(build, { hadolint }) {
    const found: Finding[] = [];
    const { instructions, stages } = build;
    if (stages.length === 0 && !hadolint) return found;
    for (const instruction of instructions) {
      const { keyword, keywordSpan } = instruction;
      if (keyword === 'FROM') return found;
      if (keyword === 'ARG' || keyword === 'UNKNOWN') continue;
      found.push({
        at: keywordSpan,
        message: `${keyword} stands above the first FROM, where there is no stage yet.`,
        fix: () => moveBelow(build, instruction.index),
      });
    }
    return found;
  },
};

function moveBelow(build: Build, index: number): Fix | undefined {
  const { source, stages, instructions } = build;
  const from = stages[0]?.from;
  if (!from) return undefined;
  const lines = instructionLines(build, instructions[index]!);
  const text = source.text.slice(lines.start, lines.end).trim();
  const below = nextLineStart(source, lineAt(source, from.end));
  const atEnd = below === source.text.length && !source.text.endsWith('\n');
  const { newline } = source;
  return {
    title: 'Move it below the first FROM',
    edits: [remove(lines), insert(below, atEnd ? newline + text : text + newline)],
  };
}
