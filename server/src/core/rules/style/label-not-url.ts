import { isUri } from '../../knowledge/label-values';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findMistyped } from '../typed-labels';

export const labelNotUrl: Rule = {
  id: 'style/label-not-url',
  aliases: ['DL3052'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'], setting: 'labelSchema' },
  summary: 'Give labels of the type url an absolute URL.',
  why:
    'Labels whose type is not url in the label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) are ' +
    'not looked at. A URL starts with its scheme, and what is neither a letter nor a digit is written as RFC 3986 asks. Variables ' +
    'are looked through as far as the file tells their value; in the hadolint preset they are not, and the first value of each ' +
    'LABEL is told.',
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.url': 'url' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.url="example.org/app"
                                           ^^^^^^^^^^^^^^^^^ The value of org.opencontainers.image.url is no URL with a scheme.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.url="https://example.org/app"
      `,
    },
  ],

  check: (build, settings) =>
    findMistyped(build, settings, { type: 'url', isValid: isUri, isNot: 'no URL with a scheme' }),
};
