import { hasArgument } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import { findUncleaned, installBeforeClean } from '../clean-ups';
import type { Rule } from '../rule';

export const yumClean: Rule = {
  id: 'size/yum-clean',
  aliases: ['DL3032', 'DS015', 'AVD-DS-0015', 'yumInstallRmVarCacheYum'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Clean up after yum install in the same RUN.',
  why: `yum keeps the metadata of all repositories, and often the packages too: that is more than a hundred megabytes which a container
    has no use for, and a later RUN can't take them out of the image again. A clean-up counts when it follows the last installation
    of the RUN; a mount at the cache's directory does as well. In the hadolint preset any "rm -rf" is a clean-up, a mount is none, and
    the first installation is compared with the first clean-up.`,
  fixable: { safety: 'safe' },
  about: { commands: ['yum'] },
  examples: [
    {
      bad: dockerfile`
        FROM amazonlinux:2
        RUN yum install -y httpd
            ^^^^^^^^^^^^^^^^^^^^ What yum downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
      `,
      good: dockerfile`
        FROM amazonlinux:2
        RUN yum install -y httpd && yum clean all && rm -rf /var/cache/yum
      `,
    },
  ],

  check: (build, settings) =>
    findUncleaned(build, settings, {
      commands: ['yum'],
      installs: ({ name, arguments: words }) => name === 'yum' && words.some(({ value }) => value === 'install'),
      cleans: ({ name, arguments: words }) =>
        (name === 'yum' || name === 'dnf') && words.some(({ value }) => value === 'clean'),
      directories: ['/var/cache/yum', '/var/cache/dnf'],
      message: (name) =>
        `What ${name} downloads for an installation stays in the image: nothing behind it in this RUN cleans up.`,
      fix: () => ['yum clean all', 'rm -rf /var/cache/yum'],
      plain: (script) =>
        installBeforeClean(
          script,
          (command) => command.name === 'yum' && hasArgument(command, 'install'),
          (command) =>
            (command.name === 'yum' && hasArgument(command, 'clean', 'all')) ||
            (command.name === 'rm' && hasArgument(command, '-rf', '/var/cache/yum/*')),
        ),
    }),
};
