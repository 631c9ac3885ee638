import { dockerfile } from '../../text/dockerfile';
import { insert } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const eolLast: Rule = {
  id: 'style/eol-last',
  aliases: ['tally/eol-last'],
  severity: 'hint',
  summary: 'End the file with a newline.',
  why:
    'Many tools take a line for finished only when a newline ends it; what is appended to a file without one lands in its last line. A ' +
    'here-document that is never closed is left as it is.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: 'FROM debian:12\nCMD ["bash"]\n           ^ The last line does not end with a newline.',
      good: dockerfile`
        FROM debian:12
        CMD ["bash"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { text, newline } = build.source;
    if (text === '' || text.endsWith('\n')) return found;
    const last = build.instructions.at(-1);
    const open = last?.heredocs.some(({ terminator }) => !terminator);
    found.push({
      at: { start: text.length - 1, end: text.length },
      message: 'The last line does not end with a newline.',
      fix: open ? undefined : { title: 'Add a newline', edits: [insert(text.length, newline)] },
    });
    return found;
  },
};
