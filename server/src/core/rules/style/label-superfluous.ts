import { labelsOf } from '../../model/syntax/labels';
import { removePairs } from '../../model/syntax/pair-edits';
import { dockerfile } from '../../text/dockerfile';
import { enumerate } from '../../text/enumerate';
import type { Finding, Rule } from '../rule';
import { typeOf } from '../typed-labels';

export const labelSuperfluous: Rule = {
  id: 'style/label-superfluous',
  aliases: ['DL3050'],
  severity: 'info',
  hadolint: 'info',
  about: { instructions: ['LABEL'] },
  summary: 'Set no labels beside those of the schema.',
  why:
    'Where `strictLabels` (`strict-labels` of .hadolint.yaml) is on, the label schema names every label that an image may have, and one ' +
    'that it does not name is probably misspelled. An empty schema allows none.',
  fixable: { safety: 'unsafe', because: 'A label goes from the image.' },
  examples: [
    {
      settings: { labelSchema: { version: 'semver' }, strictLabels: true },
      bad: dockerfile`
        FROM debian:12
        LABEL version="1.2.0" verison="1.2.0"
                              ^^^^^^^ The label schema has no verison.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL version="1.2.0"
      `,
    },
  ],

  check(build, { labelSchema, strictLabels }) {
    const findings: Finding[] = [];
    if (!strictLabels) return findings;
    for (const label of labelsOf(build)) {
      const found = label.pairs.filter(({ name }) => typeOf(labelSchema, name) === undefined);
      if (found.length === 0) continue;
      findings.push({
        at: found[0]!.name,
        message: `The label schema has no ${enumerate(found.map(({ name }) => name.value))}.`,
        fix: () => ({
          title: found.length === 1 ? 'Delete the label' : 'Delete the labels',
          edits: removePairs(build, label, found),
        }),
      });
    }
    return findings;
  },
};
