import { hasPlainMount } from '../../model/caches/plain-mounts';
import { hasArgument } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import { findUncleaned, installBeforeClean } from '../clean-ups';
import type { Rule } from '../rule';

const VERBS = ['install', 'in', 'upgrade', 'up', 'upgrade-minimal', 'up-min', 'reinstall', 'rei'];
const TOOLS = ['dnf', 'microdnf'];

export const dnfClean: Rule = {
  id: 'size/dnf-clean',
  aliases: ['DL3040', 'DS019', 'DS027', 'AVD-DS-0019', 'AVD-DS-0027'],
  severity: 'warning',
  hadolint: 'warning',
  summary: 'Clean up after dnf install in the same RUN.',
  why: `dnf keeps the metadata of all repositories, often more than a hundred megabytes which a container has no use for, and a later
    RUN can't take them out of the image again. A clean-up counts when it follows the last installation of the RUN; a mount at the
    cache's directory does as well. In the hadolint preset any "rm -rf" is a clean-up, dnf and microdnf are looked at apart, the
    first installation is compared with the first clean-up, and of mounts only those at a libdnf5 directory count.`,
  fixable: { safety: 'safe' },
  about: { commands: ['dnf', 'dnf5', 'microdnf'] },
  examples: [
    {
      bad: dockerfile`
        FROM rockylinux:9
        RUN dnf install -y httpd
            ^^^^^^^^^^^^^^^^^^^^ What dnf downloads for an installation stays in the image: nothing behind it in this RUN cleans up.
      `,
      good: dockerfile`
        FROM rockylinux:9
        RUN dnf install -y httpd && dnf clean all
      `,
    },
  ],

  check: (build, settings) =>
    findUncleaned(build, settings, {
      commands: ['dnf', 'dnf5', 'microdnf'],
      installs: ({ name = '', arguments: words }) =>
        (TOOLS.includes(name) || name === 'dnf5') && words.some(({ value }) => VERBS.includes(value)),
      cleans: ({ name = '', arguments: words }) =>
        (TOOLS.includes(name) || name === 'dnf5' || name === 'yum') && words.some(({ value }) => value === 'clean'),
      directories: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
      message: (name) =>
        `What ${name} downloads for an installation stays in the image: nothing behind it in this RUN cleans up.`,
      fix: (name) => [`${name} clean all`],
      plain(script) {
        const { instruction } = script;
        if (hasPlainMount(instruction, '/var/cache/libdnf5') || hasPlainMount(instruction, '.cache/libdnf5'))
          return undefined;
        for (const tool of TOOLS) {
          const found = installBeforeClean(
            script,
            (command) => command.name === tool && hasArgument(command, ...VERBS),
            (command) =>
              (command.name === tool && hasArgument(command, 'clean', 'all')) ||
              (command.name === 'rm' && hasArgument(command, '-rf', '/var/cache/libdnf5*')),
          );
          if (found) return found;
        }
        return undefined;
      },
    }),
};
