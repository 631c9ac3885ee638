import { commandsNamed, onbuildCommandsNamed } from '../../model/shell/named-commands';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const aptKeyDeprecated: Rule = {
  id: 'correctness/apt-key-deprecated',
  severity: 'warning',
  tag: 'deprecated',
  about: { commands: ['apt-key'] },
  summary: 'Give a repository its own key with signed-by instead of apt-key.',
  why: `apt-key is gone from Debian 13 and from Ubuntu 24.10 on. A key that it adds is trusted for every repository, not only for the one it
    belongs to. A key in /etc/apt/keyrings that the line of the repository names (\`deb [signed-by=/etc/apt/keyrings/x.asc] https://…\`) is
    trusted for that one alone, and needs no gpg to be put there.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN curl -fsSL https://example.com/key.asc | apt-key add -
                                                     ^^^^^^^^^^^^^ apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.
      `,
      good: dockerfile`
        FROM debian:12
        RUN curl -fsSLo /etc/apt/keyrings/example.asc https://example.com/key.asc \
            && echo "deb [signed-by=/etc/apt/keyrings/example.asc] https://example.com/debian stable main" > /etc/apt/sources.list.d/example.list
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const calls of [commandsNamed(build, 'apt-key'), onbuildCommandsNamed(build, 'apt-key')]) {
      for (const { nameWord, arguments: words } of calls) {
        const verb = words.find(({ value }) => value === 'add' || value === 'adv');
        if (!verb) continue;
        found.push({
          at: { start: nameWord.start, end: Math.max(nameWord.end, words.at(-1)!.end) },
          message:
            "apt-key is gone from newer releases; a file in /etc/apt/keyrings that the repository's line names with signed-by takes its place.",
        });
      }
    }
    return found;
  },
};
