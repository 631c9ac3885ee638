import { hasArgument, readPositionals } from '../../model/shell/plain-arguments';
import { dockerfile } from '../../text/dockerfile';
import type { Rule } from '../rule';
import { findUnpinned } from '../unpinned';

export const aptGet: Rule = {
  id: 'pinning/apt-get',
  aliases: ['DL3008'],
  severity: 'off',
  hadolint: 'warning',
  strict: 'info',
  about: { commands: ['apt-get'] },
  summary: 'Give the packages that apt-get installs a version.',
  why: `Without a version, a build takes what the repository holds that day, so two builds of one Dockerfile may differ. Debian and
    Ubuntu drop a version from the repository once a newer one is there, and a pinned build then fails until somebody raises
    the version: that is why this is left to the strict preset. A snapshot repository (snapshot.debian.org) gives both.`,
  examples: [
    {
      bad: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl git=1:2.39.5-0+deb12u2
                                                 ^^^^ curl has no version: the next build may install a different one.
      `,
      good: dockerfile`
        FROM debian:12
        RUN apt-get update && apt-get install -y curl=7.88.1-10+deb12u8 git=1:2.39.5-0+deb12u2
      `,
    },
  ],

  check: (build, settings) =>
    findUnpinned(build, settings, {
      packages: ({ manager, verbName, packages }) =>
        manager.id === 'apt-get' && verbName === 'install' ? packages : [],
      isFixed,
      plain(command) {
        if (command.name !== 'apt-get' || !hasArgument(command, 'install')) return [];
        return readPositionals(command, ['t', 'target-release']).filter(
          ({ value }) => value !== 'install' && !isFixed(value),
        );
      },
    }),
};

/** A version, a release (`curl/bookworm`), or a file. */
function isFixed(value: string): boolean {
  return value.includes('=') || value.includes('/') || value.endsWith('.deb');
}
