import { formatJson } from '../../knowledge/json-format';
import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const heredocFormat: Rule = {
  id: 'style/heredoc-format',
  aliases: ['tally/prefer-formatted-heredocs'],
  severity: 'off',
  strict: 'hint',
  about: { instructions: ['COPY', 'ADD'] },
  summary: 'Format the JSON of here-documents.',
  why:
    'A here-document that becomes a .json file is read and changed like any other; a value on each line, indented alike, makes that easy. ' +
    'How far it is indented is left to the author. Text that is no JSON, because of a variable or a comment, is let pass.',
  fixable: { safety: 'unsafe', because: 'The file in the image changes, if only in its blanks.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        COPY <<EOF /etc/app.json
             ^^^^^ This JSON is not formatted.
        {"port": 80, "hosts": ["a", "b"]}
        EOF
      `,
      good: dockerfile`
        FROM debian:12
        COPY <<EOF /etc/app.json
        {
          "port": 80,
          "hosts": [
            "a",
            "b"
          ]
        }
        EOF
      `,
    },
  ],

  check({ instructions, source }) {
    const found: Finding[] = [];
    for (const instruction of instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const { heredocs, destination } = instruction;
      for (const { name, operator, body, chomp, terminator } of heredocs) {
        const path = heredocs.length === 1 && !destination?.value.endsWith('/') ? destination?.value : name;
        if (!path?.endsWith('.json') || chomp || !terminator) continue;
        const text = source.text.slice(body.start, body.end);
        const formatted = formatJson(text, source.newline);
        if (formatted === undefined || formatted === text) continue;
        found.push({
          at: operator,
          message: 'This JSON is not formatted.',
          fix: { title: 'Format the JSON', edits: [replace(body, formatted)] },
        });
      }
    }
    return found;
  },
};
