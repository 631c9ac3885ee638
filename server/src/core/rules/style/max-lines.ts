import { dockerfile } from '../../text/dockerfile';
import { type Finding, optionOf, type Rule, type RuleOption } from '../rule';

const lines: RuleOption<number> = {
  name: 'lines',
  summary: 'How many lines a file may have that are neither empty nor comments.',
  default: 50,
};

export const maxLines: Rule = {
  id: 'style/max-lines',
  aliases: ['tally/max-lines'],
  severity: 'off',
  options: [lines],
  summary: 'Keep a Dockerfile short.',
  why:
    'A long Dockerfile does several things, some of which belong into a script, a stage of its own or an image to build on. Empty lines ' +
    'and comments do not count.',
  examples: [
    {
      settings: { options: { lines: 2 } },
      bad: dockerfile`
        FROM debian:12
        ^^^^ The file has 3 lines that are neither empty nor comments; 2 are the limit.
        # the user
        USER nobody
        CMD ["bash"]
      `,
      good: dockerfile`
        FROM debian:12
        # the user
        USER nobody
      `,
    },
  ],

  check(build, settings) {
    const found: Finding[] = [];
    const limit = optionOf(settings, lines);
    const { text, lineStarts } = build.source;
    const first = build.instructions[0];
    if (lineStarts.length <= limit || !first) return found;
    const comments = new Set<number>();
    for (const { start } of build.comments) comments.add(start);
    for (const { start } of build.directives) comments.add(start);
    let count = 0;
    for (let line = 0; line < lineStarts.length; line++) {
      const end = lineStarts[line + 1] ?? text.length;
      let at = lineStarts[line]!;
      while (at < end && text.charCodeAt(at) <= 32) at++;
      if (at < end && !(text[at] === '#' && comments.has(at))) count++;
    }
    if (count <= limit) return found;
    found.push({
      at: first.keywordSpan,
      message: `The file has ${count} lines that are neither empty nor comments; ${limit} are the limit.`,
    });
    return found;
  },
};
