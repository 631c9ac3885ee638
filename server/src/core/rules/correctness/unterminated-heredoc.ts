import type { Build } from '../../model/build-types';
import type { Heredoc } from '../../model/syntax/instruction';
import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import { instructionsOf } from '../refusals';
import type { Finding, Fix, Rule } from '../rule';

export const unterminatedHeredoc: Rule = {
  id: 'correctness/unterminated-heredoc',
  severity: 'error',
  stops: ['buildkit', 'hadolint'],
  about: { instructions: ['ADD', 'COPY', 'RUN'], texts: ['<<'] },
  summary: 'Close every heredoc with its delimiter on a line of its own.',
  why:
    'A heredoc runs to a line that holds nothing but its delimiter, without blanks in front or behind; `<<-` allows tabs in front, no ' +
    'spaces. Without such a line it swallows the rest of the file, and the builder refuses it. It also refuses a heredoc as the ' +
    'destination of COPY or ADD, which is reported here too.',
  fixable: { safety: 'unsafe', because: 'Where the heredoc was meant to end is a guess.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN <<EOF
            ^^^^^ The heredoc EOF is never closed.
        apt-get update
      `,
      good: dockerfile`
        FROM debian:12
        RUN <<EOF
        apt-get update
        EOF
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    for (const instruction of instructionsOf(build, { ...settings, buildkit: false }, 'ADD', 'COPY', 'RUN')) {
      const { keyword, heredocs, words } = instruction;
      for (const heredoc of heredocs) {
        if (heredoc.terminator) continue;
        found.push({
          at: heredoc.operator,
          message: `The heredoc ${heredoc.name} is never closed.`,
          fix: () =>
            heredoc === heredocs.at(-1) && /^[\w .-]+$/.test(heredoc.name) ? close(build, heredoc) : undefined,
        });
      }
      const last = words.at(-1);
      if (keyword === 'RUN' || words.length < 2 || instruction.onbuild) continue;
      const target = heredocs.find(({ operator }) => operator.start === last?.start);
      if (target)
        found.push({ at: target.operator, message: `The destination of ${keyword} is a path, not a heredoc.` });
    }
    return found;
  },
};

function close({ source }: Build, { name, body }: Heredoc): Fix {
  const before = body.start === body.end || source.text.endsWith('\n') ? '' : source.newline;
  const first = body.start === body.end && !source.text.endsWith('\n') ? source.newline : before;
  return { title: `Close it with ${name} at the end`, edits: [insert(body.end, `${first}${name}${source.newline}`)] };
}
