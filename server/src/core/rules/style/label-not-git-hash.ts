import { isGitHash } from '../../knowledge/label-values';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findMistyped } from '../typed-labels';

export const labelNotGitHash: Rule = {
  id: 'style/label-not-git-hash',
  aliases: ['DL3055'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'], setting: 'labelSchema' },
  summary: 'Give labels of the type hash a Git commit.',
  why:
    'Labels whose type is not hash in the label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) are ' +
    'not looked at. A commit is written with 7 or 40 hexadecimal digits, the letters in lower case. Variables are looked through ' +
    'as far as the file tells their value; in the hadolint preset they are not, and the first value of each LABEL is told.',
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.revision': 'hash' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.revision="v1.2"
                                                ^^^^^^ The value of org.opencontainers.image.revision is no Git commit of 7 or 40 digits.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.revision="0c3b1f2"
      `,
    },
  ],

  check: (build, settings) =>
    findMistyped(build, settings, { type: 'hash', isValid: isGitHash, isNot: 'no Git commit of 7 or 40 digits' }),
};
