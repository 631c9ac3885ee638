import { hasPlainMount } from '../../model/caches/plain-mounts';
import { hasArgument } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import { findUncleaned, installBeforeClean } from '../clean-ups';
import type { Rule } from '../rule';

const CLEANS = ['clean', 'cc'];
const INSTALLS = ['install', 'in'];

export const zypperClean: Rule = {
  id: 'size/zypper-clean',
  aliases: ['DL3036', 'DS020', 'AVD-DS-0020'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Clean up after zypper install in the same RUN.',
  why: `zypper keeps the metadata of all repositories in /var/cache/zypp, which a container has no use for, and a later RUN can't take
    them out of the image again. A clean-up counts when it follows the last installation of the RUN; a mount at that directory, and
    an rm of it, do as well. In the hadolint preset an rm does not count, and the first installation is compared with the first
    clean-up.`,
  fixable: { safety: 'safe' },
  about: { commands: ['zypper'] },
  examples: [
    {
      bad: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install -y httpd
            ^^^^^^^^^^^^^^^^^^^^^^^ What zypper downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
      `,
      good: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install -y httpd && zypper clean --all
      `,
    },
  ],

  check: (build, settings) =>
    findUncleaned(build, settings, {
      commands: ['zypper'],
      installs: ({ name, arguments: words }) =>
        name === 'zypper' && words.some(({ value }) => INSTALLS.includes(value)),
      cleans: ({ name, arguments: words }) => name === 'zypper' && words.some(({ value }) => CLEANS.includes(value)),
      directories: ['/var/cache/zypp'],
      message: (name) =>
        `What ${name} downloads for an installation stays in the image: nothing behind it in this RUN cleans up.`,
      fix: () => ['zypper clean --all'],
      plain: (script) =>
        hasPlainMount(script.instruction, '/var/cache/zypp')
          ? undefined
          : installBeforeClean(
              script,
              (command) => command.name === 'zypper' && hasArgument(command, ...INSTALLS),
              (command) => command.name === 'zypper' && hasArgument(command, ...CLEANS),
            ),
    }),
};
