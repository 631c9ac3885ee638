import { dockerfile } from '../../text/dockerfile';
import { replace } from '../../text/edit';
import type { Finding, Rule } from '../rule';

export const directiveCasing: Rule = {
  id: 'style/directive-casing',
  aliases: ['CASING_DIRECTIVE'],
  severity: 'hint',
  about: { texts: ['#'] },
  summary: 'Write parser directives in lower case.',
  why: 'The builder takes them in any case; by convention they are written in lower case, and some tools look for that alone.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        # Syntax=docker/dockerfile:1
          ^^^^^^ The directive Syntax is not in lower case.
        FROM debian:12
      `,
      good: dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:12
      `,
    },
  ],

  check({ directives, source: { text } }) {
    const found: Finding[] = [];
    for (const { start, name } of directives) {
      let from = start + 1;
      while (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9) from++;
      const at = { start: from, end: from + name.length };
      const written = text.slice(at.start, at.end);
      if (written === name) continue;
      found.push({
        at,
        message: `The directive ${written} is not in lower case.`,
        fix: { title: 'Write it in lower case', edits: [replace(at, name)] },
      });
    }
    return found;
  },
};
