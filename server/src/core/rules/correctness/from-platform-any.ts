import { removeFlag } from '../../model/syntax/flag-edits';
import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

/** hadolint's check: by the text of the flag alone. */
export const fromPlatformAny: Rule = {
  id: 'correctness/from-platform-any',
  aliases: ['DL3029'],
  severity: 'off',
  hadolint: 'warning',
  summary: 'Leave the platform of FROM to the build.',
  why: `A \`--platform\` that mentions neither BUILDPLATFORM nor TARGETPLATFORM is reported: constants, and other variables.
    \`correctness/from-platform-constant\` reports constants only, and is the one that is recommended.`,
  fixable: { safety: 'unsafe', because: 'The image is then of the platform that is built for.' },
  examples: [
    {
      bad: dockerfile`
        FROM --platform=linux/amd64 debian:12
                        ^^^^^^^^^^^ The platform is neither that of the build nor that of the target: leave it to the build.
      `,
      good: dockerfile`
        FROM debian:12
      `,
    },
  ],
  about: { instructions: ['FROM'], flags: ['platform'] },

  check({ stages, source }) {
    const found: Finding[] = [];
    for (const { from } of stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      if (!flag?.value || /BUILDPLATFORM|TARGETPLATFORM/.test(flag.value.text)) continue;
      found.push({
        at: flag.value,
        message: 'The platform is neither that of the build nor that of the target: leave it to the build.',
        fix: () => ({ title: 'Remove --platform', edits: [removeFlag(source, flag)] }),
      });
    }
    return found;
  },
};
