import { hasArgument, readPositionals } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const zypper: Rule = {
  id: 'pinning/zypper',
  aliases: ['DL3037'],
  severity: 'off',
  hadolint: 'warning',
  strict: 'info',
  about: { commands: ['zypper'] },
  summary: 'Give the packages that zypper installs a version.',
  why: 'Without a version, a build takes what the repository holds that day, so two builds of one Dockerfile may differ.',
  examples: [
    {
      bad: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive install httpd
                                             ^^^^^ httpd has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive install httpd=2.4.58
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: ({ manager, verbName, packages }) =>
        manager.id === 'zypper' && verbName === 'install' ? packages : [],
      isFixed: (value) => isFixed(value) || /-\d/.test(value) || value.includes('/'),
      plain(command) {
        if (command.name !== 'zypper' || !hasArgument(command, 'install', 'in')) return [];
        return readPositionals(command).filter(({ value }) => value !== 'install' && value !== 'in' && !isFixed(value));
      },
    }),
};

function isFixed(value: string): boolean {
  return /[=<>]/.test(value) || value.endsWith('.rpm');
}
