import { heredocCursor } from '../../model/syntax/heredoc-spans';
import { dockerfile } from '../../text/dockerfile';
import { remove } from '../../text/edit';
import { lineEnd } from '../../text/source';
import type { Finding, Rule } from '../rule';

export const trailingSpaces: Rule = {
  id: 'style/trailing-spaces',
  aliases: ['tally/no-trailing-spaces'],
  severity: 'hint',
  summary: 'End lines without blanks.',
  why:
    'Blanks at the end of a line are not seen, mean nothing to the builder, and make changes look larger than they are. Lines of ' +
    'here-documents are content, so they are left alone.',
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: 'FROM debian:12  \n              ^^ This line ends with blanks.\nCMD ["bash"]\n',
      good: dockerfile`
        FROM debian:12
        CMD ["bash"]
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    const { text, lineStarts } = build.source;
    let inHeredoc: ((offset: number) => boolean) | undefined;
    for (let line = 0; line < lineStarts.length; line++) {
      const end = lineEnd(build.source, line);
      const last = text.charCodeAt(end - 1);
      if (last !== 32 && last !== 9) continue;
      const first = lineStarts[line]!;
      if (end === first) continue;
      inHeredoc ??= heredocCursor(build);
      if (inHeredoc(first)) continue;
      let start = end;
      while (start > first && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9)) start--;
      const at = { start, end };
      found.push({
        at,
        message: 'This line ends with blanks.',
        fix: () => ({ title: 'Delete the blanks', edits: [remove(at)] }),
      });
    }
    return found;
  },
};
