import { removeComment } from '../../model/syntax/comment-edits';
import { readIgnoreComment } from '../../model/syntax/ignore-comment';
import { instructionAt } from '../../model/syntax/instruction-at';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const noInlineIgnore: Rule = {
  id: 'style/no-inline-ignore',
  aliases: ['DL1001'],
  severity: 'off',
  hadolint: 'off',
  about: { texts: ['hadolint'] },
  summary: 'Silence findings in the configuration, not above instructions.',
  why:
    'For teams that want to see in one place what is let pass. Every `# hadolint ignore=…` comment that hadolint would honour is ' +
    'reported, its `global` and `stage` forms are not. A severity for the rule, in the configuration of hadolint or in ours, turns it on.',
  fixable: { safety: 'unsafe', because: 'What the comment silences is reported again.' },
  examples: [
    {
      bad: dockerfile`
        FROM debian:13.1-slim
        # hadolint ignore=DL3003
        ^^^^^^^^^^^^^^^^^^^^^^^^ An ignore comment silences findings of this instruction.
        RUN cd /src && make
      `,
      good: dockerfile`
        FROM debian:13.1-slim
        RUN cd /src && make
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const comment of build.comments) {
      const ignore = readIgnoreComment(comment.text);
      if (ignore?.tool !== 'hadolint' || ignore.scope !== 'instruction') continue;
      if (instructionAt(build, comment.start)) continue;
      found.push({
        at: comment,
        message: 'An ignore comment silences findings of this instruction.',
        fix: () => {
          const edit = removeComment(build, comment);
          return edit && { title: 'Delete the ignore comment', edits: [edit] };
        },
      });
    }
    return found;
  },
};
