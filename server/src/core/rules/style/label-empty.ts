import { labelsOf } from '../../model/syntax/labels';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';
import { typeOf } from '../typed-labels';

export const labelEmpty: Rule = {
  id: 'style/label-empty',
  aliases: ['DL3051'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'] },
  summary: 'Give the labels of the schema a value.',
  why:
    'A label without value passes for there while it tells nothing. Labels that the label schema (`labelSchema` in the configuration, ' +
    '`label-schema` of .hadolint.yaml) does not name are not looked at.',
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.title': 'text' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.title=""
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The label org.opencontainers.image.title has no value.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.title="Shop"
      `,
    },
  ],

  check(build, { labelSchema, hadolint }) {
    const found: Finding[] = [];
    if (Object.keys(labelSchema).length === 0) return found;
    for (const { pairs } of labelsOf(build)) {
      for (const pair of pairs) {
        const { name, value } = pair;
        if (value?.value !== '' || typeOf(labelSchema, name) === undefined) continue;
        found.push({ at: pair, message: `The label ${name.value} has no value.` });
        if (hadolint) break;
      }
    }
    return found;
  },
};
