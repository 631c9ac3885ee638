import { isSpdxId, likelySpdxId } from '../../knowledge/label-values';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findMistyped } from '../typed-labels';

export const labelNotSpdx: Rule = {
  id: 'style/label-not-spdx',
  aliases: ['DL3054'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'], setting: 'labelSchema' },
  summary: 'Give labels of the type spdx one identifier of the SPDX licence list.',
  why:
    'Labels whose type is not spdx in the label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) are ' +
    'not looked at. Case counts. Identifiers that the list has given up (`GPL-2.0`) and expressions (`MIT OR Apache-2.0`) are ' +
    'none. Variables are looked through as far as the file tells their value; in the hadolint preset they are not, and the first ' +
    'value of each LABEL is told.',
  fixable: {
    safety: 'unsafe',
    because: 'The value of a label of the image changes to the licence that was probably meant.',
  },
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.licenses': 'spdx' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.licenses="Apache 2.0"
                                                ^^^^^^^^^^^^ The value of org.opencontainers.image.licenses is no identifier of the SPDX licence list.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.licenses="Apache-2.0"
      `,
    },
  ],

  check: (build, settings) =>
    findMistyped(build, settings, {
      type: 'spdx',
      isValid: isSpdxId,
      isNot: 'no identifier of the SPDX licence list',
      mend: likelySpdxId,
    }),
};
