import { dockerfile } from '../../text/dockerfile';
import { rpmAsking } from '../rpm-asking';
import type { Rule } from '../rule';
import { findAsking } from '../unattended';

export const yumAssumeYes: Rule = {
  id: 'correctness/yum-assume-yes',
  aliases: ['DL3030', 'yumInstallForceYes', 'Yum install Allows Manual Input'],
  severity: 'warning',
  hadolint: 'warning',
  about: { commands: ['yum'] },
  summary: 'Let yum install without asking.',
  why: `yum asks before it installs. Nobody answers in a build, so it gives up and the build fails. \`install\`, \`groupinstall\` and
    \`localinstall\` are looked at. Nothing is reported where \`yes\` answers through a pipe or where a variable may hold the switch,
    other than in hadolint's preset.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM rockylinux:9
        RUN yum install httpd
            ^^^^^^^^^^^ yum asks before it installs, and nobody answers in a build.
      `,
      good: dockerfile`
        FROM rockylinux:9
        RUN yum install -y httpd
      `,
    },
  ],

  check: (build, settings) => findAsking(build, settings, rpmAsking(['yum'])),
};
