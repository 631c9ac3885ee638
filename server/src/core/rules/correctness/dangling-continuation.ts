import type { Build } from '../../model/build-types';
import type { Instruction } from '../../model/syntax/instruction';
import type { Drop } from '../../model/syntax/scan';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Finding, Rule } from '../rule';

export const danglingContinuation: Rule = {
  id: 'correctness/dangling-continuation',
  severity: 'warning',
  summary: 'End a line that goes on with the continuation character, and only such a line.',
  why:
    'Blanks behind a continuation character do not matter to the builder, but a shell would end the line there, so the text means ' +
    'something else as soon as it is moved to a script or a heredoc. A continuation character on the last line of the file continues ' +
    'nothing: it is left over, or a line was lost. Each instruction is reported once.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        CMD ["sleep", "60"] \
                            ^ The file ends here, so this continues nothing.
      `,
      good: dockerfile`
        FROM debian:12
        CMD ["sleep", "60"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const instruction of build.instructions) {
      const drops = build.drops[instruction.index]!;
      if (drops.length === 0) continue;
      const finding = findOpenEnd(build, instruction, drops) ?? findBlanks(build, drops);
      if (finding) found.push(finding);
    }
    return found;
  },
};

/** The last continuation character of the file, when nothing but blank and comment lines come behind it. */
function findOpenEnd(
  { source, instructions }: Build,
  instruction: Instruction,
  drops: readonly Drop[],
): Finding | undefined {
  if (instruction !== instructions.at(-1) || instruction.heredocs.length > 0) return undefined;
  const last = drops.findLast(({ kind }) => kind === 'continuation');
  if (!last || last.start < instruction.body.end) return undefined;
  const { text } = source;
  // On a line of its own, the line above would come to end the file with its own.
  const start = Math.max(instruction.body.end, instruction.keywordSpan.end);
  if (start > last.start) return undefined;
  const alone = text.slice(text.lastIndexOf('\n', last.start) + 1, last.start).trim() === '';
  const lineEnd = text.slice(last.start, last.end).search(/[ \t]*\r?\n|[ \t]*$/);
  return {
    at: { start: last.start, end: last.start + 1 },
    message: 'The file ends here, so this continues nothing.',
    fix:
      !alone && /^[ \t]*$/.test(text.slice(start, last.start))
        ? { title: 'Delete it', edits: [remove({ start, end: last.start + Math.max(1, lineEnd) })] }
        : undefined,
  };
}

function findBlanks({ source: { text } }: Build, drops: readonly Drop[]): Finding | undefined {
  const spans: Span[] = [];
  for (const { kind, start, end } of drops) {
    if (kind !== 'continuation') continue;
    let blank = start + 1;
    while (blank < end && (text[blank] === ' ' || text[blank] === '\t')) blank++;
    if (blank > start + 1) spans.push({ start: start + 1, end: blank });
  }
  const [first] = spans;
  if (!first) return undefined;
  return {
    at: { start: first.start - 1, end: first.end },
    message: 'Blanks stand behind this continuation character; to a shell it would continue nothing.',
    fix: { title: 'Delete the blanks', edits: spans.map(remove) },
  };
}
