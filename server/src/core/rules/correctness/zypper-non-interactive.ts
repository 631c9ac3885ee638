import { hasArgument, hasFlag } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findAsking } from '../unattended';

export const zypperNonInteractive: Rule = {
  id: 'correctness/zypper-non-interactive',
  aliases: ['DL3034', 'Missing Zypper Non-interactive Switch'],
  severity: 'warning',
  hadolint: 'warning',
  about: { commands: ['zypper'] },
  summary: 'Let zypper work without asking.',
  why: `zypper asks before it installs or removes packages, and again about licences and keys. Nobody answers in a build, so it gives up
    and the build fails. \`-n\` answers everything; \`-y\` behind the sub-command counts too. \`install\`, \`in\`, \`remove\`, \`rm\`,
    \`source-install\`, \`si\` and \`patch\` are looked at.`,
  fixable: { safety: 'safe' },
  examples: [
    {
      bad: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install httpd
            ^^^^^^^^^^^^^^ zypper asks before it goes on, and nobody answers in a build.
      `,
      good: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper -n install httpd
      `,
    },
  ],

  check: (build, settings) =>
    findAsking(build, settings, {
      names: ['zypper'],
      asks: (call) => hasArgument(call, ...VERBS) && !hasFlag(call, 'non-interactive', 'n', 'no-confirm', 'y'),
      verbs: VERBS,
      flag: '-n',
      isGlobal: true,
      message: () => 'zypper asks before it goes on, and nobody answers in a build.',
    }),
};

const VERBS = ['install', 'in', 'remove', 'rm', 'source-install', 'si', 'patch'] as const;
