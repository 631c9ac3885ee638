import { dockerfile } from '../../text/dockerfile';
import { rpmAsking } from '../rpm-asking';
import type { Rule } from '../rule';
import { findAsking } from '../unattended';

export const dnfAssumeYes: Rule = {
  id: 'correctness/dnf-assume-yes',
  aliases: ['DL3038'],
  severity: 'warning',
  hadolint: 'warning',
  about: { commands: ['dnf', 'microdnf'] },
  summary: 'Let dnf and microdnf install without asking.',
  why: `dnf asks before it installs. Nobody answers in a build, so it gives up and the build fails. \`install\`, \`groupinstall\` and
    \`localinstall\` are looked at. Nothing is reported where \`yes\` answers through a pipe or where a variable may hold the switch,
    other than in hadolint's preset.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM fedora:43
        RUN dnf install httpd
            ^^^^^^^^^^^ dnf asks before it installs, and nobody answers in a build.
      `,
      good: dockerfile`
        FROM fedora:43
        RUN dnf install -y httpd
      `,
    },
  ],

  check: (build, settings) => findAsking(build, settings, rpmAsking(['dnf', 'microdnf'])),
};
