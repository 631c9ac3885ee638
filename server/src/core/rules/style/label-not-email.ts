import { isEmail } from '../../knowledge/label-values';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findMistyped } from '../typed-labels';

export const labelNotEmail: Rule = {
  id: 'style/label-not-email',
  aliases: ['DL3058'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'], setting: 'labelSchema' },
  summary: 'Give labels of the type email one e-mail address.',
  why:
    'Labels whose type is not email in the label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) are ' +
    'not looked at. That is an address of RFC 5322 without a name beside it. Variables are looked through as far as the file tells ' +
    'their value; in the hadolint preset they are not, and the first value of each LABEL is told.',
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.authors': 'email' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.authors="Jane Doe"
                                               ^^^^^^^^^^ The value of org.opencontainers.image.authors is no e-mail address.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.authors="jane@example.org"
      `,
    },
  ],

  check: (build, settings) =>
    findMistyped(build, settings, { type: 'email', isValid: isEmail, isNot: 'no e-mail address' }),
};
