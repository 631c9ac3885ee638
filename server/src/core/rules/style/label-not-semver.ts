import { isSemver } from '../../knowledge/label-values';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findMistyped } from '../typed-labels';

export const labelNotSemver: Rule = {
  id: 'style/label-not-semver',
  aliases: ['DL3056'],
  severity: 'warning',
  hadolint: 'warning',
  about: { instructions: ['LABEL'], setting: 'labelSchema' },
  summary: 'Give labels of the type semver a version of SemVer 2.0.',
  why:
    'Labels whose type is not semver in the label schema (`labelSchema` in the configuration, `label-schema` of .hadolint.yaml) ' +
    'are not looked at. That is three numbers, then perhaps a pre-release and a build; no v in front. Variables are looked through ' +
    'as far as the file tells their value; in the hadolint preset they are not, and the first value of each LABEL is told.',
  fixable: { safety: 'unsafe', because: 'The value of a label of the image changes.' },
  examples: [
    {
      settings: { labelSchema: { 'org.opencontainers.image.version': 'semver' } },
      bad: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.version="v1.2.0"
                                               ^^^^^^^^ The value of org.opencontainers.image.version is no version of SemVer 2.0.
      `,
      good: dockerfile`
        FROM debian:12
        LABEL org.opencontainers.image.version="1.2.0"
      `,
    },
  ],

  check: (build, settings) =>
    findMistyped(build, settings, {
      type: 'semver',
      isValid: isSemver,
      isNot: 'no version of SemVer 2.0',
      mend: withoutV,
    }),
};

function withoutV(value: string): string | undefined {
  const version = value.replace(/^[vV]/, '');
  return isSemver(version) ? version : undefined;
}
