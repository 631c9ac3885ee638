import { isRfc3339, toRfc3339 } from '../../knowledge/label-values';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findMistyped } from '../typed-labels';

export const labelNotRfc3339: Rule = {
  id: 'style/label-not-rfc3339',
  aliases: ['DL3053'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'], setting: 'labelSchema' },
  summary: 'Give labels of the type rfc3339 a date and time of RFC 3339.',
  why:
    'Labels whose type is not rfc3339 in the label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) ' +
    'are not looked at. That is a date, a T, the time with its seconds, and the time zone or Z. Variables are looked through as ' +
    'far as the file tells their value; in the hadolint preset they are not, and the first value of each LABEL is told.',
  fixable: {
    safety: 'unsafe',
    because: 'The value of a label of the image changes, and a time without zone is taken for UTC.',
  },
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.created': 'rfc3339' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.created="2026-03-10 10:26"
                                               ^^^^^^^^^^^^^^^^^^ The value of org.opencontainers.image.created is no time of RFC 3339.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.created="2026-03-10T10:26:00Z"
      `,
    },
  ],

  check: (build, settings) =>
    findMistyped(build, settings, {
      type: 'rfc3339',
      isValid: isRfc3339,
      isNot: 'no time of RFC 3339',
      mend: toRfc3339,
    }),
};
